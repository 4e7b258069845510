using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Kits;

namespace LibraryBot.Tests.Dialogs.Kits;

public sealed class KitWishReaderTests
{
    [Theory]
    [InlineData("Kit on ecosystems, grade 5, 28 students, four reading at grade 2, two in Spanish", "ecosystems", 5, 28, "4@2 2/spa")]
    [InlineData("unit kit on ecosystems, grade 5, 28 kids, some at grade 2 level", "ecosystems", 5, 28, "4@2")]
    [InlineData("i need a kit about the civil war", "civil war", null, null, "")]
    [InlineData("kit on the water cycle for 4th grade with twenty-six students, three of them read in Spanish at grade 1", "water cycle", 4, 26, "3@1/spa")]
    [InlineData("a kit about rocks and minerals for my class of 24, 3rd graders", "rocks and minerals", 3, 24, "")]
    [InlineData("solar system kit for kindergarten, 20 kids", "solar system", 0, 20, "")]
    [InlineData("kit on world war 2 for 30 eighth graders, five below grade level", "world war 2", 8, 30, "5@6")]
    [InlineData("Kti on ecosistems, 5th garde, 28 studnets, half read at grade 3", "ecosistems", 5, 28, "14@3")]
    [InlineData("kit for my 22 second graders on butterflies, a couple read Spanish", "butterflies", 2, 22, "2/spa")]
    [InlineData("unit on immigration for 8th grade, 25 students: 6 read at a 4th grade level and 3 in Arabic", "immigration", 8, 25, "6@4 3/ara")]
    public void ASentenceInEnglishIsUnderstood(string text, string topic, int? grade, int? students, string groups) => AssertReads(text, "en", topic, grade, students, groups);

    [Theory]
    [InlineData("Kit sobre ecosistemas, quinto grado, 28 alumnos, cuatro leen a nivel de segundo grado, dos en español", "ecosistemas", 5, 28, "4@2 2/spa")]
    [InlineData("necesito un kit sobre la guerra civil", "guerra civil", null, null, "")]
    [InlineData("kit de dinosaurios para primer grado, veintidós niños", "dinosaurios", 1, 22, "")]
    [InlineData("paquete sobre el sistema solar para 3er grado, treinta y dos estudiantes, la mitad lee en inglés", "sistema solar", 3, 32, "16/eng")]
    [InlineData("un kit sobre el ciclo del agua para mi clase de 25, cuarto grado, cinco por debajo de su grado", "ciclo del agua", 4, 25, "5@2")]
    public void ASentenceInSpanishIsUnderstood(string text, string topic, int? grade, int? students, string groups) => AssertReads(text, "es", topic, grade, students, groups);

    [Theory]
    [InlineData("kit for 5-LS2-1", "5-LS2-1")]
    [InlineData("kit for AASL I.A.1 on sharks", "AASL I.A.1")]
    [InlineData("a kit aligned to standard 4.NF", "4.NF")]
    [InlineData("kit para el estándar RI.5.3, quinto grado", "RI.5.3")]
    [InlineData("kit on sharks for K-2", "")]
    [InlineData("kit on sharks, 3rd-5th grade", "")]
    public void StandardsAreKnownByTheirLook(string text, string codes) =>
        Assert.Equal(codes.Split('|', StringSplitOptions.RemoveEmptyEntries), KitWishReader.Read(text, "en").Standards);

    [Fact]
    public void FormatsMayBeWishedLeftOutOrBeTheOnlyOnes()
    {
        Assert.Equal([TitleFormat.GraphicNovel, TitleFormat.Video], KitWishReader.Read("kit on sharks with graphic novels and videos, grade 4", "en").Formats);
        Assert.True(KitWishReader.Read("kit on sharks, only picture books", "en").OnlyFormats);
        Assert.Equal([TitleFormat.Video], KitWishReader.Read("kit on sharks, no videos", "en").WithoutFormats);
        Assert.Equal("sharks", Assert.Single(KitWishReader.Read("kit on sharks, no videos", "en").Topics));
        Assert.Equal("spa", KitWishReader.Read("kit about sharks in Spanish for grade 4", "en").Language);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kit")]
    [InlineData("28 28 28 28 28 28 28 28")]
    [InlineData("half half of half in in in Spanish Spanish")]
    [InlineData("\uD800 kit \uDC00 on")]
    [InlineData("kit on 'x'; DROP TABLE UnitKits; --")]
    public void AnyTextIsSafe(string text)
    {
        var request = KitWishReader.Read(text + new string('k', 5000), "es").Apply(new KitRequest());
        Assert.All(request.Groups, group => Assert.InRange(group.Students, 1, KitRequest.MostStudents));
        KitWishReader.Read(text, "en");
    }

    private static void AssertReads(string text, string language, string topic, int? grade, int? students, string groups)
    {
        var request = KitWishReader.Read(text, language).Apply(new KitRequest());

        Assert.Equal(topic, string.Join('|', request.Topics));
        Assert.Equal((grade, students), (request.Grades?.Low, request.Students));
        Assert.Equal(groups, string.Join(' ', request.Groups.Select(group => $"{group.Students}{(group.Grade is { } own ? $"@{own}" : "")}{(group.Language is { } read ? $"/{read}" : "")}")));
    }
}
