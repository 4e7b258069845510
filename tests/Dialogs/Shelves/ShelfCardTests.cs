using System.Globalization;
using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Shelves;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Shelves;

/// <summary>Every card, in both languages, as it was read and approved.</summary>
public sealed class ShelfCardTests
{
    public static TheoryData<string, string> All { get; } = new()
    {
        { "MyList", "en" }, { "MyList", "es" }, { "Shelf", "en" }, { "Shelf", "es" }, { "Names", "en" }, { "Names", "es" }, { "ReadAlikes", "en" }, { "ReadAlikes", "es" }, { "Delete", "en" }, { "Delete", "es" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void TheCardIsAsApproved(string name, string language) => Approved.Json(Card(name, language), $"{name}.{language}");

    [SkippableTheory]
    [Trait("Needs", "SharedData")]
    [MemberData(nameof(All))]
    public async Task TheCardIsValid(string name, string language)
    {
        var schema = await JsonSchema.FromFileAsync(SharedData.File("schemas/adaptive-card-1.5.json"));

        Assert.Empty(schema.Validate(Card(name, language)));
    }

    private static JObject Card(string name, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");
        var shelf = Some.Shelf();
        for (var index = 0; index < shelf.Count; index++)
        {
            shelf[index].Id = index + 1;
        }

        var cards = new ShelfCards(new Standing(Some.Profile(), new OpeningTimes(Some.Profile(), Talk.Clock)));
        AdaptiveCard card = name switch
        {
            "MyList" => cards.Titles(ShelfStrings.MyList, shelf[..2], isOwn: true, ShelfButtons.More([], 2), ShelfButtons.ShareIt()),
            "Shelf" => cards.Titles("Summer reading", shelf[3..5], isOwn: false, ShelfButtons.More(new JObject { [ShelfButtons.ListId] = 7 }, 7)),
            "Names" => ShelfCards.Names([(7, "Summer reading"), (8, "Spooky reads")]),
            "Delete" => ShelfCards.ConfirmDelete("Summer reading", 7, 12),
            _ => cards.ReadAlikes([("Next in Brian's Saga", [shelf[2]]), ("Survival", [shelf[3], shelf[4]])]),
        };
        return JObject.Parse(card.ToJson());
    }
}
