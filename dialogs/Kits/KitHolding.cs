using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Puts all titles of a kit on hold and says what became of each; where others read along, to the speaker alone.</summary>
internal sealed class KitHolding(KitHolds holds, IDbContextFactory<LibraryContext> libraries, GeneralAnswers general)
{
    private const int MostNamed = 8;

    /// <summary>Holds them.</summary>
    public async Task<KitAnswer> HoldAsync(KitDraft draft, ITurnContext turn, int personId, CancellationToken cancellationToken)
    {
        if (await holds.PlaceAsync([.. draft.Titles.Select(title => title.Id)], personId, cancellationToken) is not { } results)
        {
            return new KitAnswer(general.NotForYou());
        }

        var said = await SaidAsync(results, cancellationToken);
        return !turn.IsGroup() ? KitAnswer.Say(said)
            : KitAnswer.Say(await turn.TellPrivatelyAsync(GeneralAnswers.Text(said), cancellationToken) ? KitStrings.HoldTold : KitStrings.HoldDone);
    }

    private async Task<string> SaidAsync(IReadOnlyList<KitHold> results, CancellationToken cancellationToken)
    {
        var (placed, had) = (Count(KitHoldResult.Placed), Count(KitHoldResult.AlreadyHeld));
        if (placed + had == 0)
        {
            return KitStrings.HoldNothing;
        }

        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        var names = (await library.TitlesByIdAsync([.. results.Where(result => result.Result is KitHoldResult.NothingToLend or KitHoldResult.NoSuchTitle).Select(result => result.TitleId)], cancellationToken))
            .ToDictionary(title => title.Id, title => title.TitleProper);
        var (cannot, gone) = (Names(KitHoldResult.NothingToLend), Names(KitHoldResult.NoSuchTitle));
        return string.Join(" ", new[]
        {
            placed == 1 ? KitStrings.HoldPlacedOne : placed > 0 ? Words.Of(KitStrings.HoldPlaced, placed) : null,
            had == 0 ? null : placed == 0 ? KitStrings.HoldHadAll : Words.Of(KitStrings.HoldHad, had),
            cannot.Count == 0 ? null : Words.Of(KitStrings.HoldCannot, Words.List(cannot)),
            gone.Count == 0 ? null : Words.Of(KitStrings.HoldGone, Words.List(gone)),
            placed > 0 ? Words.Of(KitStrings.HoldCopies, general.Contact) : null,
        }.OfType<string>());

        int Count(KitHoldResult result) => results.Count(each => each.Result == result);

        List<string> Names(KitHoldResult result) => [.. results.Where(each => each.Result == result).Select(each => names.GetValueOrDefault(each.TitleId)).OfType<string>().Take(MostNamed)];
    }
}
