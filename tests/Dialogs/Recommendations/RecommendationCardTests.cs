using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>Every card, in both languages, as it was read and approved.</summary>
public sealed class RecommendationCardTests
{
    public static TheoryData<string, string> All { get; } = new()
    {
        { "Results", "en" }, { "Results", "es" }, { "Details", "en" }, { "Details", "es" }, { "Held", "en" },
        { "Held", "es" }, { "Advised", "en" }, { "Advised", "es" }, { "Starters", "en" }, { "Starters", "es" }, { "Menu", "en" }, { "Menu", "es" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardIsAsApproved(string name, string language) => Approved.Json(await CardAsync(name, language), $"{name}.{language}");

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardCanBeReadByEverybody(string name, string language)
    {
        var card = await CardAsync(name, language);

        Assert.Equal("1.5", (string?)card["version"]);
        Assert.Equal(language, (string?)card["lang"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)card["fallbackText"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)card["speak"]));
        Assert.All(card.SelectTokens("$..[?(@.type == 'TextBlock')]"), block => Assert.True((bool?)block["wrap"]));
        Assert.All(card.SelectTokens("$..[?(@.type == 'Image')]"), image => Assert.False(string.IsNullOrWhiteSpace((string?)image["altText"])));
        Assert.All(card.SelectTokens("$..[?(@.type == 'ActionSet')].actions"), row => Assert.InRange(row.Count(), 1, 6));
        var labels = card.SelectTokens("$..[?(@.type =~ /^Action\\./)]").Select(action => (string?)action["tooltip"] ?? (string?)action["title"]).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [SkippableTheory]
    [Trait("Needs", "SharedData")]
    [MemberData(nameof(All))]
    public async Task TheCardIsValid(string name, string language)
    {
        var schema = await JsonSchema.FromFileAsync(SharedData.File("schemas/adaptive-card-1.5.json"));

        Assert.Empty(schema.Validate(await CardAsync(name, language)));
    }

    private static async Task<JObject> CardAsync(string name, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");
        if (name == "Menu")
        {
            await using var talk = await Talk.WithAsync();
            return (await talk.SayAsync("menu", locale: language)).Card;
        }

        var shelf = Some.Shelf();
        for (var index = 0; index < shelf.Count; index++)
        {
            shelf[index].Id = index + 1;
        }

        var cards = new RecommendationCards(new Standing(Some.Profile(), new LibraryBot.Data.Calendar.OpeningTimes(Some.Profile(), Talk.Clock)));
        var wish = new Wish { Topics = ["dogs"], Formats = [TitleFormat.GraphicNovel], PagesAtMost = 230, Grades = new GradeRange(4, 4) };
        FoundTitle[] found = [.. new[] { shelf[4], shelf[3], shelf[2] }.Select(title => new FoundTitle(title, Fit.Of(wish, title), 1))];
        var card = name switch
        {
            "Results" => cards.Results(found, wish, [3, 4, 5]),
            "Advised" => cards.Results(
                [.. found.Take(2).Select((title, index) => title with { IsNoted = index == 1, Fit = title.Fit with { Sentence = language == "es" ? "Esta historia te hará reír con un perro policía." : "This story will make you laugh with a police dog." } })],
                null,
                [3, 4]),
            "Held" => cards.Results(found, null, [3, 4, 5], held: 5),
            "Details" => cards.Details(shelf[0], [shelf[1]]),
            _ => RecommendationCards.Starters(),
        };
        return JObject.Parse(card.ToJson());
    }
}
