using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs;

/// <summary>
/// Every message passes here. Somebody in danger is heard first; then help, cancel and start over; then the active dialog, unless it is
/// a question of fact, which may interrupt; and what that does not answer goes to the capability it is meant for. What is to be answered is in the
/// turn's state as a <see cref="CapabilityRequest"/>.
/// </summary>
public sealed class MainDialog : ComponentDialog
{
    private const double Sure = 0.9;
    private const int ShortSentence = 3;

    private readonly Dictionary<string, Capability> _capabilities;
    private readonly CapabilityRecognizer _recognizer;
    private readonly GeneralAnswers _answers;
    private readonly Menu _menu;

    internal MainDialog(
        IServiceProvider services,
        IEnumerable<Capability> capabilities,
        CapabilityRecognizer recognizer,
        GeneralAnswers answers,
        Menu menu)
        : base(nameof(MainDialog))
    {
        _capabilities = capabilities.ToDictionary(capability => capability.Name, StringComparer.Ordinal);
        _recognizer = recognizer;
        _answers = answers;
        _menu = menu;
        foreach (var capability in _capabilities.Values)
        {
            AddDialog((Dialog)services.GetRequiredService(capability.Dialog));
        }
    }

    /// <inheritdoc/>
    protected override Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default) =>
        TurnAsync(innerDc, cancellationToken);

    /// <inheritdoc/>
    protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        TurnAsync(innerDc, cancellationToken);

    private async Task<DialogTurnResult> TurnAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        var activity = dialogs.Context.Activity;
        if (activity.Type == ActivityTypes.Message)
        {
            await (CardTap.IsOne(activity) ? TapAsync(dialogs, cancellationToken) : MessageAsync(dialogs, cancellationToken));
        }

        return dialogs.ActiveDialog is null ? new DialogTurnResult(DialogTurnStatus.Complete) : EndOfTurn;
    }

    private async Task MessageAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        var message = IncomingText.Read(dialogs.Context.Activity);
        if (message.IsCut)
        {
            await SendAsync(dialogs, GeneralAnswers.Text(Words.Of(ConversationStrings.Cut, IncomingText.Limit)), cancellationToken);
        }

        if (message.Kind is IncomingKind.Words or IncomingKind.Question or IncomingKind.AnotherScript)
        {
            await SayAsync(dialogs, message.Text, message.Kind, cancellationToken);
        }
        else
        {
            await SendAsync(dialogs, _answers.WithoutWords(message.Kind)!, cancellationToken);
            await dialogs.RepromptDialogAsync(cancellationToken);
        }
    }

    private async Task SayAsync(DialogContext dialogs, string text, IncomingKind kind, CancellationToken cancellationToken)
    {
        if (CrisisSignals.IsIn(text))
        {
            await SendAsync(dialogs, _answers.Care(), cancellationToken);
            return;
        }

        switch (kind == IncomingKind.Question ? Command.Help : Commands.Read(text))
        {
            case Command.Help:
                await SendAsync(dialogs, _menu.Message(ConversationStrings.Help, dialogs.Context.Speaker()), cancellationToken);
                await dialogs.RepromptDialogAsync(cancellationToken);
                return;
            case Command.Cancel:
                if (await IsClaimedCancelAsync(dialogs, text, cancellationToken))
                {
                    return;
                }

                var stopped = dialogs.ActiveDialog is not null;
                await dialogs.CancelAllDialogsAsync(cancellationToken);
                await SendAsync(dialogs, GeneralAnswers.Text(stopped ? ConversationStrings.Cancelled : ConversationStrings.NothingToCancel), cancellationToken);
                return;
            case Command.StartOver:
                await dialogs.CancelAllDialogsAsync(cancellationToken);
                await SendAsync(dialogs, _menu.Message(ConversationStrings.StartedOver, dialogs.Context.Speaker()), cancellationToken);
                return;
        }

        await RouteAsync(dialogs, new CapabilityRequest(text, SpokenLanguage.Current), kind, cancellationToken);
    }

    // "Cancel it" said of what the dialog has just booked is not about the conversation.
    private async Task<bool> IsClaimedCancelAsync(DialogContext dialogs, string text, CancellationToken cancellationToken)
    {
        if (dialogs.ActiveDialog is not { } active || FindDialog(active.Id) is not IMayClaim dialog || !dialog.ClaimsCancel(active))
        {
            return false;
        }

        dialogs.Context.TurnState.Set(new CapabilityRequest(text, SpokenLanguage.Current));
        return !Unanswered.Is(await dialogs.ContinueDialogAsync(cancellationToken));
    }

    private async Task RouteAsync(DialogContext dialogs, CapabilityRequest request, IncomingKind kind, CancellationToken cancellationToken)
    {
        var recognition = _recognizer.Recognize(request.Text, request.Language);
        request = request with { Meant = recognition.Capability, Intent = recognition.Intent };
        var meant = recognition.Capability is { } name ? _capabilities.GetValueOrDefault(name) : null;
        if (kind == IncomingKind.AnotherScript
            || (meant is { MayInterrupt: true } && recognition.Confidence < Sure && request.Text.Count(char.IsWhiteSpace) < ShortSentence))
        {
            // Letters nobody taught the recognizer mean nothing to it; and a word or two that are not plainly a question of fact are more
            // often a title, misspelled, or nothing.
            meant = null;
            request = request with { Meant = null, Intent = null };
        }

        var owner = _capabilities.Values.FirstOrDefault(capability => FindDialog(capability.Name) is IMayOwn dialog && dialog.Owns(request));
        meant = owner ?? meant;
        dialogs.Context.TurnState.Set(request);
        if (owner is null && dialogs.ActiveDialog is { } active)
        {
            var claimed = FindDialog(active.Id) is IMayClaim dialog && dialog.Claims(request, active);
            // Who plainly asks for something else is not held in what was talked about before; what answers that may be meant only by naming a thing of the other's.
            var leaves = meant is { MayInterrupt: false } && meant.Name != active.Id && recognition.Confidence >= Sure
                && (!claimed || (FindDialog(meant.Name) is IMayKnow other && await other.KnowsAsync(request, cancellationToken)));
            if ((claimed || meant is not { MayInterrupt: true }) && !leaves && !Unanswered.Is(await dialogs.ContinueDialogAsync(cancellationToken)))
            {
                return;
            }
        }

        meant ??= await WhoKnowsAsync(request, cancellationToken);
        if (meant is null)
        {
            await SendAsync(dialogs, kind == IncomingKind.AnotherScript ? _answers.WithoutWords(kind)! : _answers.OutOfScope(dialogs.Context.Speaker()), cancellationToken);
        }
        else
        {
            await BeginAsync(dialogs, meant, request, cancellationToken);
        }
    }

    private async Task TapAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        var tap = CardTap.Read(dialogs.Context.Activity);
        if (tap?.Capability == CardTap.Say && tap.Text("text", IncomingText.Limit) is { } said)
        {
            await SayAsync(dialogs, said, IncomingKind.Words, cancellationToken);
        }
        else if (tap is null || !_capabilities.TryGetValue(tap.Capability, out var capability))
        {
            await SendAsync(dialogs, GeneralAnswers.StaleButton(), cancellationToken);
        }
        else
        {
            var request = new CapabilityRequest(string.Empty, SpokenLanguage.Current) { Tap = tap };
            dialogs.Context.TurnState.Set(request);
            await (dialogs.ActiveDialog?.Id == capability.Name
                ? dialogs.ContinueDialogAsync(cancellationToken)
                : BeginAsync(dialogs, capability, request, cancellationToken));
        }
    }

    private async Task BeginAsync(DialogContext dialogs, Capability capability, CapabilityRequest request, CancellationToken cancellationToken)
    {
        if (capability.Roles.Count > 0 && !capability.Roles.Contains(dialogs.Context.Speaker().Role))
        {
            await SendAsync(dialogs, capability.ForOthers?.Invoke(_answers.Contact) ?? _answers.NotForYou(), cancellationToken);
            return;
        }

        if (!capability.MayInterrupt)
        {
            await dialogs.CancelAllDialogsAsync(cancellationToken);
        }

        await dialogs.BeginDialogAsync(capability.Name, request, cancellationToken);
    }

    private async Task<Capability?> WhoKnowsAsync(CapabilityRequest request, CancellationToken cancellationToken)
    {
        foreach (var capability in _capabilities.Values.OrderByDescending(capability => capability.MayInterrupt))
        {
            if (FindDialog(capability.Name) is IMayKnow dialog && await dialog.KnowsAsync(request, cancellationToken))
            {
                return capability;
            }
        }

        return null;
    }

    private static Task SendAsync(DialogContext dialogs, Activity message, CancellationToken cancellationToken) =>
        dialogs.Context.SendActivityAsync(message, cancellationToken);
}
