using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Understanding;

public sealed class UnderstandingTests
{
    public static TheoryData<string> Hostile =>
    [
        string.Empty,
        " \t\r\n",
        new string('a', 100_000),
        string.Concat(Enumerable.Repeat("not like a book by the ", 5_000)),
        new string('"', 5_000),
        "\uD83D\uDE00\uD83D\uDE00",
        "\uD800 \uDC00 books \uDBFF",
        "\u202Eskoob\u0000\u0007\u001B[31m",
        "كتاب عن أسماك القرش",
        "ספר על כרישים",
        "\" OR 1=1; DROP TABLE Titles; NEAR(* -",
        "a\u0301\u0301\u0301\u0301 e\u0301",
        "1.2.3,4,5 99999999999999999999 #99999999999 0 l",
        "K- -K 3-- #",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void AnyTextIsSafe(string text)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var first = Evaluation.Recognizer.Recognize(text, language);

            Assert.InRange(first.Confidence, 0, 1.0001);
            Assert.Equal(first, Evaluation.Recognizer.Recognize(text, language));
            Assert.All(Evaluation.Reader.Read(text, language).Topics, topic => Assert.NotEqual(string.Empty, topic));
            Evaluation.Reader.ReadRefinement(text, language, Evaluation.Current, Evaluation.Shown);
            Evaluation.Reader.ReadRefinement(text, language, Evaluation.Current, []);
        }
    }

    [Theory]
    [InlineData("where can i find the librarian", "en")]
    [InlineData("¿tienen Wonder?", "es")]
    [InlineData("kiero un libro", "es")]
    [InlineData("Dog Man", null)]
    [InlineData("no", null)]
    [InlineData("", null)]
    public void TheLanguageIsToldWhereTheWordsShowIt(string text, string? language) =>
        Assert.Equal(language, new LanguageDetector().Detect(text));

    [Theory]
    [InlineData("when do you close?", "Hours")]
    [InlineData("¿dónde está la biblioteca?", "Location")]
    [InlineData("thank you so much", "Thanks")]
    [InlineData("are you a robot?", "WhoAreYou")]
    public void TheSectionOfTheUtteranceFileIsTheIntent(string text, string intent) =>
        Assert.Equal(("Orientation", intent), (Evaluation.Recognizer.Recognize(text, "en").Capability, Evaluation.Recognizer.Recognize(text, "en").Intent));

    [Fact]
    public void ACapabilityThatIsNotRegisteredIsNeverMeant()
    {
        var recognizer = new CapabilityRecognizer([new Capability("Orientation", typeof(MainDialog))], new LanguageDetector());

        Assert.NotEqual("Recommendations", recognizer.Recognize("a funny graphic novel for a 4th grader", "en").Capability);
        Assert.Equal("Orientation", recognizer.Recognize("when do you close", "en").Capability);
    }

    [Theory]
    [InlineData("cite this in MLA")]
    [InlineData("sign me up for the workshop")]
    [InlineData("what's the weather")]
    [InlineData("i want pizza")]
    public void WhatTheBotCannotDoIsNoRecommendation(string text) => Assert.Null(Evaluation.Recognizer.Recognize(text, "en").Capability);

    [Fact]
    public void EveryFlavorHasANameAndWordsToSearchInBothLanguages()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var culture in new[] { "en-US", "es-US" })
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                Assert.All(Flavors.All, flavor => Assert.NotNull(FlavorStrings.ResourceManager.GetString(flavor.Replace('-', '_'), CultureInfo.CurrentUICulture)));
            }

            Assert.Equal("ciencia ficción", Flavors.DisplayName("science-fiction"));
            Assert.All(Flavors.All, flavor => Assert.True(Flavors.Synonyms(flavor).Count >= 2));
            Assert.Equal(["vampires"], Flavors.Synonyms("vampires"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void EveryFormatOfTheListsIsOneOfTheCatalogue() =>
        Assert.All(WordLists.Instance.All.Where(phrase => phrase.Kind == "format"), phrase => Assert.True(Enum.TryParse<TitleFormat>(phrase.Value, out _), phrase.Value));
}
