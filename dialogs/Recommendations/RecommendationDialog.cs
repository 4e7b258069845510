using System.Runtime.CompilerServices;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>
/// The conversation about what to read. It stays after its answer, so that "shorter", "more" and "the second one" are about what was shown;
/// a message that is about something else it leaves to <see cref="MainDialog"/>.
/// </summary>
internal sealed class RecommendationDialog(WishReader reader, Librarian librarian) : Dialog(nameof(Recommendations)), IMayKnow, IMayClaim
{
    // Who asks whether a message is for this dialog has it answered next: it is read once.
    private readonly ConditionalWeakTable<CapabilityRequest, StrongBox<Refinement?>> _read = [];

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        // Another capability shows titles, and what is then said is about them.
        if (options is Answer shown)
        {
            await SendAsync(dc, shown, cancellationToken);
            return EndOfTurn;
        }

        var request = (CapabilityRequest)options!;
        var answer = request.Tap is { } tap
            ? await librarian.TapAsync(tap, dc.Context, null, cancellationToken)
            : await librarian.StartAsync(reader.Read(request.Text, request.Language), request.Text, dc.Context, cancellationToken);
        await SendAsync(dc, answer, cancellationToken);

        // A button of an old card begins no conversation where it shows nothing new to talk about.
        return Shown.From(dc.ActiveDialog) is null ? await dc.EndDialogAsync(cancellationToken: cancellationToken) : EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var request = dc.Context.TurnState.Get<CapabilityRequest>()!;
        var shown = Shown.From(dc.ActiveDialog) ?? new Shown();
        var answer = request.Tap is { } tap
            ? await librarian.TapAsync(tap, dc.Context, shown, cancellationToken)
            : await ReplyAsync(request, shown, dc.Context, cancellationToken);
        if (answer is null)
        {
            return Unanswered.Result;
        }

        await SendAsync(dc, answer, cancellationToken);
        if (answer.HeldTitleId is { } held && !dc.Context.IsGroup() && await librarian.MarkedAsync(shown, held, dc.Context, cancellationToken) is { } marked)
        {
            await LiveCard.ReplaceAsync(dc.Context, CardToReplace(request, shown, dc.Context.Activity.ReplyToId), marked, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        if (Shown.From(instance) is { Wish: null })
        {
            await turnContext.SendActivityAsync(Librarian.Ask().Message, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<bool> KnowsAsync(CapabilityRequest request, CancellationToken cancellationToken) =>
        librarian.KnowsAsync(request.Text, reader.Read(request.Text, request.Language), cancellationToken);

    /// <inheritdoc/>
    public bool Claims(CapabilityRequest request, DialogInstance dialog) =>
        Shown.From(dialog) is { } shown && (WishJson.Read(shown.Wish) is { } wish ? Refinement(request, shown, wish) is not null : Surprise.IsMeant(request.Text));

    private Refinement? Refinement(CapabilityRequest request, Shown shown, Wish wish) =>
        _read.GetValue(request, _ => new(ReadRefinement(request, shown, wish))).Value;

    private Refinement? ReadRefinement(CapabilityRequest request, Shown shown, Wish wish)
    {
        if (Phrasing.AsksForWork(request.Text))
        {
            return null;
        }

        var refinement = reader.ReadRefinement(request.Text, request.Language, wish, [.. shown.Titles.Select(title => title.Name)]);

        if (refinement is null && Phrasing.PointsAtACard(request.Text))
        {
            // There is no such number on the card: whoever looks it up says so.
            return new Understanding.Refinement.Chosen(int.MaxValue);
        }

        if (refinement is not Understanding.Refinement.Changed { Wish: { } changed })
        {
            return refinement;
        }

        // After a title asked for by name, "in Spanish" and "the audiobook" are about that title; "Newbery winners" is a new request.
        var isOfTheTitle = WishJson.Write(changed with { Formats = wish.Formats, Languages = wish.Languages, AvailableNow = wish.AvailableNow }) == WishJson.Write(wish);
        return (wish.Title ?? wish.Isbn) is not null && !isOfTheTitle || Phrasing.IsNewRequest(request.Text, reader.Read(request.Text, request.Language))
            ? null
            : refinement;
    }

    private async Task<Answer?> ReplyAsync(CapabilityRequest request, Shown shown, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (WishJson.Read(shown.Wish) is not { } wish)
        {
            // The reader was asked what they like: whatever they say is about that.
            return await librarian.StartAsync(reader.Read(request.Text, request.Language), request.Text, turn, cancellationToken);
        }

        return Refinement(request, shown, wish) switch
        {
            Understanding.Refinement.Changed changed => await librarian.WishAsync(changed.Wish, [], turn, cancellationToken),
            Understanding.Refinement.MoreResults => await librarian.WishAsync(wish, shown.Seen, turn, cancellationToken),
            Understanding.Refinement.Chosen chosen => await librarian.DetailsAsync(shown, chosen.Index, turn, cancellationToken),
            Understanding.Refinement.Hold hold => await librarian.HoldAsync(shown, hold.Index, turn, cancellationToken),
            Understanding.Refinement.MoreLike like => await librarian.MoreLikeAsync(shown, like.Index, turn, cancellationToken),
            _ => null,
        };
    }

    // Teams makes two messages of a sentence with a card and gives the number of neither; but it says on which card a button was pressed.
    private static string? CardToReplace(CapabilityRequest request, Shown shown, string? pressed) =>
        string.IsNullOrEmpty(shown.CardId) ? (request.Tap is null ? null : pressed)
        : pressed is not null && pressed != shown.CardId ? null
        : shown.CardId;

    private static async Task SendAsync(DialogContext dc, Answer answer, CancellationToken cancellationToken)
    {
        var sent = await dc.Context.SendActivityAsync(answer.Message, cancellationToken);
        if (answer.Shown is { } shown)
        {
            (shown with { CardId = sent?.Id }).Keep(dc.ActiveDialog!);
        }
    }
}
