using System.Globalization;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Dialogs.Loans;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Loans;

/// <summary>Every card, in both languages, as it was read and approved.</summary>
public sealed class LoanCardTests
{
    public static TheoryData<string, string> All { get; } = new() { { "Loans", "en" }, { "Loans", "es" }, { "Holds", "en" }, { "Holds", "es" } };

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

        var times = new OpeningTimes(Some.Profile(), Talk.Clock);
        var cards = new LoanCards(new Standing(Some.Profile(), times), times);
        return JObject.Parse((name == "Loans"
            ? cards.Loans(
            [
                new OpenLoan(11, shelf[0], new DateOnly(2026, 3, 12), false, new RenewalOutcome.Renewed(new DateOnly(2026, 3, 17), 1)),
                new OpenLoan(12, shelf[3], new DateOnly(2026, 3, 2), true, new RenewalOutcome.Renewed(new DateOnly(2026, 3, 17), 0)),
                new OpenLoan(13, shelf[4], new DateOnly(2026, 3, 3), false, new RenewalOutcome.Awaited()),
                new OpenLoan(14, shelf[5], null, false, new RenewalOutcome.NoMore(2)),
                new OpenLoan(15, shelf[6], new DateOnly(2026, 3, 17), false, new RenewalOutcome.NoLonger(new DateOnly(2026, 3, 17))),
            ])
            : cards.Holds(
                [
                    new PlaceInLine(new Hold { Status = HoldStatus.Ready }, shelf[4], 1, 1),
                    new PlaceInLine(new Hold { Status = HoldStatus.Waiting }, shelf[0], 1, 2),
                    new PlaceInLine(new Hold { Status = HoldStatus.Waiting }, shelf[2], 2, 3),
                ],
                [shelf[1]])).ToJson());
    }
}
