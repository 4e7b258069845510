using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class WordTests
{
    [Theory]
    [InlineData("dogs", "dog")]
    [InlineData("stories", "story")]
    [InlineData("cookies", "cookie")]
    [InlineData("wolves", "wolf")]
    [InlineData("knives", "knife")]
    [InlineData("gloves", "glove")]
    [InlineData("foxes", "fox")]
    [InlineData("horses", "horse")]
    [InlineData("witches", "witch")]
    [InlineData("children", "child")]
    [InlineData("mice", "mouse")]
    [InlineData("swimming", "swim")]
    [InlineData("cooking", "cook")]
    [InlineData("baking", "bake")]
    [InlineData("heroes", "hero")]
    [InlineData("octopuses", "octopus")]
    [InlineData("perros", "perro")]
    [InlineData("animales", "animal")]
    [InlineData("peces", "pez")]
    [InlineData("luces", "luz")]
    [InlineData("lápices", "lápiz")]
    [InlineData("canciones", "canción")]
    [InlineData("jóvenes", "joven")]
    [InlineData("leyes", "ley")]
    [InlineData("flores", "flor")]
    [InlineData("países", "país")]
    public void PluralAndSingularHaveOneStem(string one, string other) => Assert.Equal(Stem(one), Stem(other));

    [Theory]
    [InlineData("cat", "cattle")]
    [InlineData("king", "kin")]
    [InlineData("spring", "spr")]
    [InlineData("mano", "man")]
    [InlineData("bed", "b")]
    [InlineData("princess", "prince")]
    public void DifferentWordsKeepDifferentStems(string one, string other) => Assert.NotEqual(Stem(one), Stem(other));

    [Theory]
    [InlineData("Charlotte's WEB, by E.B. White", "charlotte web by e b white")]
    [InlineData("l’amour O'Dell don't", "lamour odell dont")]
    [InlineData("Æsop ﬁnds Straße, Łódź & İzmir", "aesop finds strasse lodz izmir")]
    [InlineData("e\u0301te\u0301 = été", "ete ete")]
    [InlineData("本を読む", "本 を 読 む")]
    [InlineData("\ud83d\u0000x\udc00 '' 's", "x s")]
    public void WordsComeWithoutCaseAccentsAndSigns(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Words.Of(text).Select(word => word.Folded)));

    [Theory]
    [InlineData("978-1-4169-3647-3", "9781416936473")]
    [InlineData("1-4169-3647-5", "9781416936473")]
    [InlineData("0-8044-2957-x", "9780804429573")]
    [InlineData("978 0 306 40615 7", "9780306406157")]
    [InlineData("9781416936474", null)]
    [InlineData("1416936476", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("١٢٣٤٥٦٧٨٩٠", null)]
    public void AnIsbnIsThirteenDigitsOrNone(string? text, string? expected) => Assert.Equal(expected, Isbn.Parse(text));

    private static string Stem(string word) => Words.Of(word)[0].Stem;
}
