using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Loans;

/// <summary>Answers about what the speaker waits for: holds, and being told when something is in.</summary>
internal sealed class HoldLineAnswers(
    Holds holds, AvailabilityAlerts alerts, PointedTitles titles, TitleAnswers found, LoanCards cards, Standing standing, OlderTitles older, GeneralAnswers general)
{
    /// <summary>What the speaker waits for, or the one of it that is named.</summary>
    public async Task<LoanReply> HoldsAsync(int person, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var places = await holds.PlacesOfAsync(person, cancellationToken);
        if (Named(request, [.. places.Select(place => place.Title)]) is { } named)
        {
            return new LoanReply(CardParts.Message(null, cards.Holds([.. places.Where(place => place.Title == named)], [])));
        }

        var wanted = await alerts.OfAsync(person, cancellationToken);
        return places.Count + wanted.Count == 0 ? Say(LoanStrings.NoHolds) : new LoanReply(CardParts.Message(LoanStrings.Holds, cards.Holds(places, wanted)));
    }

    /// <summary>Gives up the hold that is meant; asks which where that is not clear.</summary>
    public async Task<LoanReply> CancelHoldAsync(int person, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var places = await holds.PlacesOfAsync(person, cancellationToken);
        var one = Named(request, [.. places.Select(place => place.Title)]) ?? (places.Count == 1 && Leftover.Of(request.Text) is "" or "it" or "that" or "this" ? places[0].Title : null);
        return places.Count == 0 ? Say(LoanStrings.NoHolds)
            : one is not null ? await CancelHoldAsync(person, one, cancellationToken)
            : new LoanReply(CardParts.Message(LoanStrings.WhichHold, cards.Holds(places, [])));
    }

    /// <summary>Answers a button about a title; null where it makes no sense.</summary>
    public async Task<LoanReply?> TapAsync(int person, string verb, int titleId, Reader reader, CancellationToken cancellationToken) =>
        await found.FindAsync(titleId, cancellationToken) is not { } title ? null : verb switch
        {
            LoanButtons.CancelHold => await CancelHoldAsync(person, title, cancellationToken),
            LoanButtons.Notify => await NotifyAsync(person, title, reader, cancellationToken),
            LoanButtons.StopNotify => await StopNotifyAsync(person, title, cancellationToken),
            _ => null,
        };

    /// <summary>Notes that the speaker wants to be told when the title that is meant is in.</summary>
    public async Task<LoanReply> NotifyAsync(int person, CapabilityRequest request, Shown? shown, Reader reader, CancellationToken cancellationToken) =>
        await titles.FindAsync(Leftover.Of(request.Text), request.Language, shown, cancellationToken) switch
        {
            Pointed.One one => await NotifyAsync(person, one.Title, reader, cancellationToken),
            Pointed.NotOwned not => new LoanReply(GeneralAnswers.Text($"{Words.Of(RecommendationStrings.NotOwned, not.Name)} {Words.Of(RecommendationStrings.AskAPerson, general.Contact)}"), IsPrivate: false),
            Pointed.Unclear { Names.Count: > 1 } unclear => Ask(Words.Of(LoanStrings.WhichOfThese, Words.Choice(unclear.Names.Select(name => Words.Of(LoanStrings.Quoted, name))))),
            _ => Ask(LoanStrings.WhichTitle),
        };

    /// <summary>Forgets that the speaker wanted to be told; asks of which title where that is not clear.</summary>
    public async Task<LoanReply> StopNotifyAsync(int person, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var wanted = await alerts.OfAsync(person, cancellationToken);
        var one = Named(request, wanted) ?? (wanted.Count == 1 ? wanted[0] : null);
        return wanted.Count == 0 ? Say(LoanStrings.NoAlerts)
            : one is not null ? await StopNotifyAsync(person, one, cancellationToken)
            : new LoanReply(CardParts.Message(LoanStrings.WhichAlert, cards.Holds([], wanted)));
    }

    private async Task<LoanReply> NotifyAsync(int person, Title title, Reader reader, CancellationToken cancellationToken)
    {
        if (older.Withholds(title, reader))
        {
            return Say(Words.Of(RecommendationStrings.OlderAsk, title.TitleProper, general.Contact));
        }

        return Say(await alerts.AskAsync(title.Id, person, cancellationToken) switch
        {
            AlertOutcome.Noted noted => Words.Of(noted.Again ? LoanStrings.AlertAgain : LoanStrings.AlertNoted, title.TitleProper),
            AlertOutcome.In => Words.Of(LoanStrings.AlertIn, title.TitleProper, standing.Line(title)),
            AlertOutcome.OnHold => Words.Of(LoanStrings.AlertOnHold, title.TitleProper),
            AlertOutcome.NothingToLend => Words.Of(RecommendationStrings.HoldNoCopy, title.TitleProper, general.Contact),
            AlertOutcome.NotAllowed => Words.Of(LoanStrings.Visitor, general.Contact),
            AlertOutcome.NoSuchTitle => RecommendationStrings.Gone,
            _ => throw new InvalidOperationException("An alert has no other outcome."),
        });
    }

    private async Task<LoanReply> StopNotifyAsync(int person, Title title, CancellationToken cancellationToken) => await AfterAsync(
        person,
        Words.Of(await alerts.CancelAsync(title.Id, person, cancellationToken) ? LoanStrings.AlertCancelled : LoanStrings.AlertGone, title.TitleProper),
        cancellationToken);

    private async Task<LoanReply> CancelHoldAsync(int person, Title title, CancellationToken cancellationToken) => await AfterAsync(
        person,
        Words.Of(await holds.CancelAsync(title.Id, person, cancellationToken) ? LoanStrings.HoldCancelled : LoanStrings.HoldGone, title.TitleProper),
        cancellationToken);

    private async Task<LoanReply> AfterAsync(int person, string said, CancellationToken cancellationToken)
    {
        var (places, wanted) = (await holds.PlacesOfAsync(person, cancellationToken), await alerts.OfAsync(person, cancellationToken));
        return Say(said) with { InPlace = places.Count + wanted.Count == 0 ? GeneralAnswers.Text(LoanStrings.NoHolds) : CardParts.Message(null, cards.Holds(places, wanted)) };
    }

    private static LoanReply Say(string said) => new(GeneralAnswers.Text(Words.Sentence(said)));

    private static LoanReply Ask(string said) => new(GeneralAnswers.Text(said), IsPrivate: false);

    private static Title? Named(CapabilityRequest request, IReadOnlyList<Title> among) =>
        ChoiceReader.Which(request.Text, request.Language, [.. among.Select(title => title.TitleProper)]) is { } index ? among[index] : null;
}
