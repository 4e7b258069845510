using Microsoft.Bot.Builder.Dialogs.Choices;

namespace LibraryBot.Tests.BotFramework.Choices;

public class ChoiceRecognizersTests
{
    private static readonly List<string> Books = [.. Enumerable.Range('a', 24).Select(letter => "book" + (char)letter)];

    [Theory]
    [InlineData("the first one", 1)]
    [InlineData("2nd please", 2)]
    [InlineData("the Twelfth", 12)]
    [InlineData("twenty-first", 21)]
    [InlineData("the twenty second", 22)]
    [InlineData("3", 3)]
    [InlineData("number three", 3)]
    [InlineData("#4", 4)]
    [InlineData("twenty four", 24)]
    [InlineData("the third one", 3)]
    public void PlacesAreUnderstoodInEnglish(string said, int place) => Assert.Equal([place], Places(said, "en-us"));

    [Theory]
    [InlineData("la primera", 1)]
    [InlineData("el tercer libro", 3)]
    [InlineData("quiero el 2º", 2)]
    [InlineData("la 4.ª", 4)]
    [InlineData("el 3ro", 3)]
    [InlineData("el séptimo", 7)]
    [InlineData("el décimo primero", 11)]
    [InlineData("el vigésimo segundo", 22)]
    [InlineData("el número cinco", 5)]
    [InlineData("dieciséis", 16)]
    [InlineData("veinte y uno", 21)]
    public void PlacesAreUnderstoodInSpanish(string said, int place) => Assert.Equal([place], Places(said, "es-es"));

    [Theory]
    [InlineData("the last one", "en-us", new[] { 24 })]
    [InlineData("Last!", "en-us", new[] { 24 })]
    [InlineData("the second to last", "en-us", new[] { 23 })]
    [InlineData("the one before the last", "en-us", new[] { 23 })]
    [InlineData("3rd from the end", "en-us", new[] { 22 })]
    [InlineData("the first and the last one", "en-us", new[] { 1, 24 })]
    [InlineData("at last", "en-us", new int[0])]
    [InlineData("like the last time", "en-us", new int[0])]
    [InlineData("la última", "es-es", new[] { 24 })]
    [InlineData("el penúltimo", "es-mx", new[] { 23 })]
    [InlineData("la última vez", "es-es", new int[0])]
    public void PlacesMayBeCountedFromTheEnd(string said, string locale, int[] places) => Assert.Equal(places, Places(said, locale));

    [Theory]
    [InlineData("the first and the third", new[] { 1, 3 })]
    [InlineData("one, two", new[] { 1, 2 })]
    [InlineData("3 and 1", new[] { 3, 1 })]
    [InlineData("zero or thirty", new int[0])]
    [InlineData("2.5", new int[0])]
    [InlineData("-2", new int[0])]
    [InlineData("none of these", new int[0])]
    [InlineData("99999999999999999999999999999999999", new int[0])]
    [InlineData("99999999999th", new int[0])]
    public void SeveralPlacesComeInTheOrderSaidAndOnlyThoseInTheList(string said, int[] places) => Assert.Equal(places, Places(said, "en-us"));

    [Fact]
    public void WordsOfAChoiceGoBeforePlaces() =>
        Assert.Equal(["second division"], ChoiceRecognizers.RecognizeChoices("the second division one", new List<string> { "first", "third", "second division" }).Select(x => x.Resolution.Value));

    [Fact]
    public void APlaceTellsWhereItWasSaid()
    {
        var match = ChoiceRecognizers.RecognizeChoices("take the twenty-first, ok", Books).Single();
        Assert.Equal((9, 20, "twenty-first", "booku", 1f), (match.Start, match.End, match.Text, match.Resolution.Value, match.Resolution.Score));
    }

    [Fact]
    public void PlacesMayBeTurnedOff()
    {
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("the first", Books, new FindChoicesOptions { RecognizeOrdinals = false }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("1", Books, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Single(ChoiceRecognizers.RecognizeChoices("the 1st", Books, new FindChoicesOptions { RecognizeNumbers = false }));
    }

    [Fact]
    public void NothingSaidIsNothingChosen() => Assert.Empty(ChoiceRecognizers.RecognizeChoices(" ", Books));

    private static IEnumerable<int> Places(string said, string locale) =>
        ChoiceRecognizers.RecognizeChoices(said, Books, new FindChoicesOptions { Locale = locale }).Select(match => match.Resolution.Index + 1);
}
