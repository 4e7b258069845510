using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Data.Catalog.Import.Mapping;

namespace LibraryBot.Tests.Data.Catalog.Import;

public sealed class MarcMappingTests
{
    [Theory]
    [InlineData("Hatchet /", "Hatchet")]
    [InlineData("Stone fox.", "Stone fox")]
    [InlineData("To be continued ...", "To be continued ...")]
    [InlineData("Martin Luther King, Jr.", "Martin Luther King, Jr.")]
    [InlineData("Washington, D.C.", "Washington, D.C.")]
    [InlineData("Just say no.", "Just say no")]
    [InlineData("Rowling, J. K.,", "Rowling, J. K.")]
    public void PunctuationOfTheDescriptionGoesAndThatOfTheNameStays(string text, string expected) => Assert.Equal(expected, Isbd.Trim(text));

    [Theory]
    [InlineData("The Hobbit", "eng", 4, "hobbit")]
    [InlineData("Hatchet", "eng", 4, "hatchet")]
    [InlineData("A is for apple", "eng", 0, "a is for apple")]
    [InlineData("The moon", "eng", 0, "moon")]
    [InlineData("La casa en Mango Street", "spa", null, "casa en mango street")]
    [InlineData("L'été", "fre", null, "ete")]
    [InlineData("¡El oso!", "spa", null, "oso")]
    public void ATitleFilesWithoutItsArticle(string title, string language, int? nonfiling, string expected) =>
        Assert.Equal(expected, SortTitles.Make(title, language, nonfiling));

    [Theory]
    [InlineData("3-6.", 3, 6)]
    [InlineData("Grades K-3", 0, 3)]
    [InlineData("PreK-2", -1, 2)]
    [InlineData("Grade 4 and up", 4, 12)]
    [InlineData("003-006", 3, 6)]
    [InlineData("5th grade", 5, 5)]
    [InlineData("Kindergarten-Grade 3", 0, 3)]
    public void GradesAreRead(string text, int low, int high) => Assert.Equal(new GradeRange(low, high), Grades.Parse(text));

    [Theory]
    [InlineData("4.5")]
    [InlineData("6-3")]
    [InlineData("1020")]
    [InlineData("Adult")]
    public void WhatIsNoGradeIsNotReadAsOne(string text) => Assert.Null(Grades.Parse(text));

    [Theory]
    [InlineData("viii, 312 p. ;", 312)]
    [InlineData("120, [8] p.", 120)]
    [InlineData("1 online resource (xii, 250 pages)", 250)]
    [InlineData("1 v. (unpaged)", null)]
    [InlineData("2 v. (350, 410 p.)", null)]
    [InlineData("[32] p.", 32)]
    public async Task PagesAreTheNumberedOnes(string extent, int? pages) =>
        Assert.Equal(pages, (await Reading.TitleAsync(new MarcBuilder().Control("001", "1").Data("245", "00", "$aA book").Data("300", "  ", "$a" + extent))).Pages);

    [Fact]
    public async Task AWholeRecordComesWithAllItsFields()
    {
        var title = await Reading.TitleAsync(MarcBuilder.Book("17", "The journey :$bhome")
            .Data("020", "  ", "$a0674012925 (alk. paper)")
            .Data("041", "1 ", "$aeng$aspa$hger")
            .Data("082", "04", "$a813/.54$222")
            .Data("246", "3 ", "$aJourney home")
            .Data("490", "1 ", "$aBrian's saga ;$vbk. 3")
            .Data("521", "2 ", "$a4-7.")
            .Data("521", "8 ", "$aAD540L$bLexile")
            .Data("526", "0 ", "$aAccelerated Reader AR$bMG$c5.7$d8.0")
            .Data("500", "  ", "$aReading Counts RC 3-5 5.6 11 Quiz: 12345.")
            .Data("586", "  ", "$aNewbery Honor, 1988.")
            .Data("530", "  ", "$aAlso issued in braille and as a sound recording.")
            .Data("650", " 1", "$aBears$xHabits$vFiction.")
            .Data("650", " 0", "$aBears$xHabits$vFiction")
            .Data("655", " 7", "$aAdventure fiction.$2lcgft")
            .Data("700", "1 ", "$aRay, Bo,$eillustrator.")
            .Data("700", "1 ", "$aLuz, Ana.$4trl")
            .Data("856", "42", "$3Cover image$uhttp://example.org/cover")
            .Data("856", "40", "$uhttps://example.org/read")
            .Data("880", "10", "$6245-01$aПутешествие"));

        Assert.Equal(("TEST:17", "The journey", "home", "journey"), (title.Key, title.TitleProper, title.Subtitle, title.SortTitle));
        Assert.Equal(["9780674012929"], title.Isbns.Select(isbn => isbn.Isbn));
        Assert.Equal(["eng", "spa"], title.Languages);
        Assert.Equal(("813.54", "Brian's saga", "3", 1987, 195), (title.CallNumber, title.SeriesName, title.SeriesNumber, title.Year, title.Pages));
        Assert.Equal((4, 7, 540, "AD"), (title.GradeLow, title.GradeHigh, title.Lexile, title.LexileCode));
        Assert.Equal([new("Accelerated Reader", "5.7"), new ReadingLevel("Reading Counts", "5.6")], title.ReadingLevels);
        Assert.Equal(["Newbery Honor, 1988"], title.Awards);
        Assert.Equal(AlternativeFormats.Audio | AlternativeFormats.Braille, title.AvailableAs);
        Assert.Equal(["Bears -- Habits -- Fiction"], title.Subjects);
        Assert.Equal(["Fiction", "Adventure fiction"], title.Genres);
        Assert.Equal([new("Paulsen, Gary", "author"), new("Ray, Bo", "illustrator"), new Contributor("Luz, Ana", "translator")], title.Contributors);
        Assert.Equal("https://example.org/read", title.Link);
        Assert.Equal(["Journey home", "Путешествие"], title.OtherTitles);
        Assert.Equal((Audience.PreAdolescent, TitleFormat.Book), (title.Audience, title.Format));
    }

    [Theory]
    [InlineData("00000njm a2200000 a 4500", "", TitleFormat.Music)]
    [InlineData("00000nim a2200000 a 4500", "", TitleFormat.Audiobook)]
    [InlineData("00000ngm a2200000 a 4500", "", TitleFormat.Video)]
    [InlineData("00000nas a2200000 a 4500", "", TitleFormat.Magazine)]
    [InlineData("00000nam a2200000 a 4500", "Graphic novels.", TitleFormat.GraphicNovel)]
    [InlineData("00000nam a2200000 a 4500", "Picture books for children.", TitleFormat.PictureBook)]
    [InlineData("00000nam a2200000 a 4500", "Large type books.", TitleFormat.LargePrint)]
    [InlineData("00000nam a2200000 a 4500", "Electronic books.", TitleFormat.EBook)]
    public async Task TheFormatIsWhatAReaderWouldCallIt(string leader, string genre, TitleFormat expected) =>
        Assert.Equal(expected, (await Reading.TitleAsync(new MarcBuilder { Leader = leader }.Control("001", "1").Data("245", "00", "$aA thing").Data("655", " 7", "$a" + genre))).Format);

    [Fact]
    public async Task CopiesAreReadFromEvergreensAndKohasFields()
    {
        var evergreen = await Reading.TitleAsync(MarcBuilder.Book("1", "A").Data("852", "4 ", "$bSYSTEM$bWEST$cPicture Books$kE$jPAU$mc.2$pB1$sChecked out"));
        var koha = await Reading.TitleAsync(MarcBuilder.Book("1", "A").Data("952", "  ", "$aWEST$bEAST$cFIC$oFIC PAU$pB2$q2026-12-01"));

        var copy = Assert.Single(evergreen.Copies);
        Assert.Equal(("B1", "WEST", "Picture Books", "E PAU c.2", CopyStatus.CheckedOut), (copy.Barcode, copy.Branch, copy.Location, copy.CallNumber, copy.Status));
        copy = Assert.Single(koha.Copies);
        Assert.Equal(("B2", "EAST", CopyStatus.CheckedOut, new DateOnly(2026, 12, 1)), (copy.Barcode, copy.Branch, copy.Status, copy.DueOn));
    }

    [Fact]
    public async Task ARecordWithoutANumberHasTheSameKeyWheneverItComes()
    {
        var record = new MarcBuilder().Data("245", "00", "$aA title of its own").Data("020", "  ", "$a0306406152");

        Assert.Equal((await Reading.TitleAsync(record)).Key, (await Reading.TitleAsync(record.Data("650", " 0", "$aFrogs"))).Key);
    }

    [Fact]
    public async Task AWrongIsbnIsLeftOutAndTold()
    {
        var record = Assert.Single(await Reading.ReadAsync(MarcBuilder.Book("1", "A").Data("020", "  ", "$a0306406153").Data("020", "  ", "$z0306406152").Build()));

        Assert.Empty(record.Title!.Isbns);
        Assert.Equal([new Problem(ProblemKind.InvalidIsbn, "0306406153")], record.Problems);
    }
}
