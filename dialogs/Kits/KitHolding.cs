using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Puts all titles of a kit on hold and says what became of each; where others read along, to the speaker alone.</summary>
internal sealed class KitHolding(Holds holds, IDbContextFactory<LibraryContext> libraries, GeneralAnswers general)
{
    private const int MostNamed = 8;

    /// <summary>Holds them.</summary>
    public async Task<KitAnswer> HoldAsync(KitDraft draft, ITurnContext turn, int personId, CancellationToken cancellationToken)
    {
        // Where others read along, anybody may press the button.
        if (!KitShelf.IsFor(turn.Speaker().Role))
        {
            return new KitAnswer(general.NotForYou());
        }

        var titles = draft.Titles.Select(title => title.Id).Distinct().ToList();
        var said = await SaidAsync(titles, await holds.PlaceAsync(titles, personId, cancellationToken), cancellationToken);
        return !turn.IsGroup() ? KitAnswer.Say(said)
            : KitAnswer.Say(await turn.TellPrivatelyAsync(GeneralAnswers.Text(said), cancellationToken) ? KitStrings.HoldTold : KitStrings.HoldDone);
    }

    private async Task<string> SaidAsync(IReadOnlyList<int> titles, IReadOnlyDictionary<int, HoldOutcome> outcomes, CancellationToken cancellationToken)
    {
        var (placed, had) = (Those<HoldOutcome.Placed>().Count, Those<HoldOutcome.AlreadyHeld>().Count);
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        var names = (await library.TitlesByIdAsync([.. titles.Where(id => outcomes[id] is not (HoldOutcome.Placed or HoldOutcome.AlreadyHeld))], cancellationToken))
            .ToDictionary(title => title.Id, title => title.TitleProper);
        var isMore = outcomes.Values.Any(outcome => outcome is HoldOutcome.Borrowed or HoldOutcome.TooMany or HoldOutcome.TooMuchOverdue);
        var said = new[]
        {
            placed == 1 ? KitStrings.HoldPlacedOne : placed > 0 ? Words.Of(KitStrings.HoldPlaced, placed) : null,
            had == 0 ? null : placed == 0 && !isMore ? KitStrings.HoldHadAll : Words.Of(KitStrings.HoldHad, had),
            Named<HoldOutcome.Borrowed>(KitStrings.HoldBorrowed),
            Named<HoldOutcome.NothingToLend>(KitStrings.HoldCannot),
            Named<HoldOutcome.NoSuchTitle>(KitStrings.HoldGone),
            Those<HoldOutcome.TooMany>() is [var first, ..] ? Named<HoldOutcome.TooMany>(KitStrings.HoldTooMany, ((HoldOutcome.TooMany)outcomes[first]).Most) : null,
            outcomes.Values.OfType<HoldOutcome.TooMuchOverdue>().FirstOrDefault() is { } overdue ? Words.Of(KitStrings.HoldTooMuchOverdue, overdue.Overdue) : null,
            placed > 0 ? Words.Of(KitStrings.HoldCopies, general.Contact) : null,
        };
        return outcomes.Values.All(outcome => outcome is HoldOutcome.NothingToLend or HoldOutcome.NoSuchTitle) ? KitStrings.HoldNothing : string.Join(" ", said.OfType<string>());

        List<int> Those<T>() => [.. titles.Where(id => outcomes[id] is T)];

        string? Named<T>(string sentence, params object?[] more) => Those<T>() is { Count: > 0 } ids
            ? Words.Of(sentence, [Words.List(ids.Select(id => names.GetValueOrDefault(id)).OfType<string>().Take(MostNamed)), .. more])
            : null;
    }
}
