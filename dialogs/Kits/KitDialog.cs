using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Kits;

/// <summary>
/// The conversation about kits for units. It stays after its answer, so that "more in Spanish", "without the second one" and "save it as Fall" are about the kit
/// that was shown; what is about something else it leaves to <see cref="MainDialog"/>.
/// </summary>
internal sealed class KitDialog(KitReplyReader reader, KitMaking making, KitKeeping keeping, KitHolding holding, GeneralAnswers general) : Dialog(nameof(Kits)), IMayClaim
{
    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var request = (CapabilityRequest)options!;
        var answer = dc.Context.Speaker().PersonId is not { } person ? new KitAnswer(general.NotForYou())
            : request.Tap is { } tap ? await TapAsync(tap, null, dc.Context, person, cancellationToken)
            : await ReplyAsync(reader.Start(request.Text, request.Language), new KitDraft(), dc.Context, person, cancellationToken);
        await SendAsync(dc, answer, cancellationToken);
        return KitDraft.From(dc.ActiveDialog) is null ? await dc.EndDialogAsync(cancellationToken: cancellationToken) : EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var request = dc.Context.TurnState.Get<CapabilityRequest>()!;
        var draft = KitDraft.From(dc.ActiveDialog) ?? new KitDraft();

        // The person in a group who speaks now may be another, and no member of staff.
        if (dc.Context.Speaker().PersonId is not { } person || !Data.Kits.KitShelf.IsFor(dc.Context.Speaker().Role))
        {
            if (request.Tap is null)
            {
                return Unanswered.Result;
            }

            await dc.Context.SendActivityAsync(general.NotForYou(), cancellationToken);
            return EndOfTurn;
        }

        var answer = request.Tap is { } tap
            ? await TapAsync(tap, draft, dc.Context, person, cancellationToken)
            : await SaidAsync(request, draft, dc.Context, person, cancellationToken);
        if (answer is null)
        {
            return Unanswered.Result;
        }

        await SendAsync(dc, answer, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        if (KitDraft.From(instance) is { Asking: not KitQuestion.None and var asking } draft)
        {
            await turnContext.SendActivityAsync(
                GeneralAnswers.Text(asking == KitQuestion.Topic ? KitStrings.AskTopic : Words.Of(KitStrings.AskClass, KitText.Topic(draft.Request))), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public bool Claims(CapabilityRequest request, DialogInstance dialog) =>
        KitDraft.From(dialog) is { Asking: KitQuestion.None } draft && Read(request, draft) is not null;

    private KitReply? Read(CapabilityRequest request, KitDraft draft) =>
        reader.Read(request.Text, request.Language, [.. draft.Titles.Select(title => title.Name)], draft.Request);

    private async Task<KitAnswer?> SaidAsync(CapabilityRequest request, KitDraft draft, ITurnContext turn, int person, CancellationToken cancellationToken)
    {
        if (draft.Asking != KitQuestion.None)
        {
            return KitCommands.Read(request.Text, hasKit: false) is { } command
                ? await ReplyAsync(command, draft, turn, person, cancellationToken)
                : await making.AnsweredAsync(draft, request.Text, request.Language, cancellationToken)
                    ?? (Read(request, draft) is KitReply.New another ? await making.StartAsync(another.Wish, cancellationToken) : null);
        }

        return Read(request, draft) is { } reply ? await ReplyAsync(reply, draft, turn, person, cancellationToken) : null;
    }

    private async Task<KitAnswer> ReplyAsync(KitReply reply, KitDraft draft, ITurnContext turn, int person, CancellationToken cancellationToken) => reply switch
    {
        KitReply.New fresh => await making.StartAsync(fresh.Wish, cancellationToken),
        KitReply.Changed changed => await making.ChangeAsync(draft, changed, cancellationToken),
        KitReply.More more => await making.MoreAsync(draft, more, cancellationToken),
        KitReply.Harder harder => await making.HarderAsync(draft, harder.By, cancellationToken),
        KitReply.Remove remove => await making.RemoveAsync(draft, remove.Numbers, cancellationToken),
        KitReply.RemoveNamed named => KitAnswer.Say(Words.Of(KitStrings.NotInKit, named.Name)),
        KitReply.Add add => await making.AddAsync(draft, add.Name, cancellationToken),
        KitReply.About about => await making.AboutAsync(draft, about.Number, turn, cancellationToken),
        KitReply.Undo => await making.UndoAsync(draft, cancellationToken),
        KitReply.HoldAll => await holding.HoldAsync(draft, turn, person, cancellationToken),
        KitReply.Save save => await keeping.SaveAsync(draft, save.Name, replaces: false, person, cancellationToken),
        KitReply.Share => await keeping.ShareAsync(draft, person, cancellationToken),
        KitReply.Print => await keeping.PrintAsync(draft, person, cancellationToken),
        KitReply.Withdraw => await keeping.WithdrawAsync(draft.KitId, person, cancellationToken),
        KitReply.Mine => await keeping.MineAsync(turn, person, cancellationToken),
        KitReply.Open open => await keeping.OpenAsync(open.Name, null, turn, person, cancellationToken),
        KitReply.Delete delete => await keeping.DeleteAsync(draft, delete.Name, person, cancellationToken),
        _ => throw new InvalidOperationException("There is no other reply."),
    };

    private async Task<KitAnswer> TapAsync(CardTap tap, KitDraft? looked, ITurnContext turn, int person, CancellationToken cancellationToken)
    {
        if (tap.Verb == KitButtons.Open && KitButtons.KitOf(tap) is { } id)
        {
            return await keeping.OpenAsync(null, id, turn, person, cancellationToken);
        }

        if (tap.Verb == KitButtons.Withdraw)
        {
            return await keeping.WithdrawAsync(KitButtons.KitOf(tap), person, cancellationToken);
        }

        if (KitButtons.DraftOf(tap) is not { } draft)
        {
            return new KitAnswer(GeneralAnswers.StaleButton());
        }

        // The button of the kit that is looked at, as most are: what is known of it besides stays known.
        draft = looked is not null && Data.Kits.UnitKit.JsonOf(looked.Request) == Data.Kits.UnitKit.JsonOf(draft.Request) ? looked : draft;
        return tap.Verb switch
        {
            KitButtons.Hold => await holding.HoldAsync(draft, turn, person, cancellationToken),
            KitButtons.Save => await keeping.SaveAsync(draft, KitButtons.NameOf(tap), replaces: false, person, cancellationToken),
            KitButtons.Replace => await keeping.SaveAsync(draft, KitButtons.NameOf(tap), replaces: true, person, cancellationToken),
            KitButtons.Share => await keeping.ShareAsync(draft, person, cancellationToken),
            KitButtons.Print => await keeping.PrintAsync(draft, person, cancellationToken),
            KitButtons.Easier => await making.HarderAsync(draft, -1, cancellationToken),
            KitButtons.Harder => await making.HarderAsync(draft, 1, cancellationToken),
            _ => new KitAnswer(GeneralAnswers.StaleButton()),
        };
    }

    private static async Task SendAsync(DialogContext dc, KitAnswer answer, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(answer.Message, cancellationToken);
        answer.Draft?.Keep(dc.ActiveDialog!);
    }
}
