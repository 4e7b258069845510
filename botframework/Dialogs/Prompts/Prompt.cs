using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a <typeparamref name="T"/> until there is one that the validator accepts.</summary>
public abstract class Prompt<T> : Dialog
{
    private readonly PromptValidator<T>? _validator;

    /// <param name="dialogId">Neither null nor empty.</param>
    /// <param name="validator">Accepts or refuses answers; without one, every answer that is understood is accepted.</param>
    protected Prompt(string dialogId, PromptValidator<T>? validator = null)
        : base(dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        _validator = validator;
    }

    /// <param name="dc">The context.</param>
    /// <param name="options">The <see cref="PromptOptions"/>.</param>
    /// <param name="cancellationToken">The token.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog!;
        var prompt = PromptState.Begin(instance, options);
        await OnPromptAsync(dc.Context, PromptState.StateOf(instance), prompt, false, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var state = PromptState.StateOf(dc.ActiveDialog!);
        var options = PromptState.OptionsOf(dc.ActiveDialog!);
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken).ConfigureAwait(false);
        PromptState.CountAttempt(state);
        var isValid = _validator is null
            ? recognized.Succeeded
            : await _validator(new PromptValidatorContext<T>(dc.Context, recognized, state, options), cancellationToken).ConfigureAwait(false);
        if (isValid)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken).ConfigureAwait(false);
        }

        // A validator that has said what is wrong need not be repeated.
        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, state, options, true, cancellationToken).ConfigureAwait(false);
        }

        return EndOfTurn;
    }

    /// <summary>Asks again: something put on top of the prompt has ended, and the person may have lost the thread.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        await OnPromptAsync(turnContext, PromptState.StateOf(instance), PromptState.OptionsOf(instance), false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An answer that the prompt understands is not offered to its parents.</summary>
    protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (e.Name != DialogEvents.ActivityReceived || dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return false;
        }

        var instance = dc.ActiveDialog!;
        var recognized = await OnRecognizeAsync(dc.Context, PromptState.StateOf(instance), PromptState.OptionsOf(instance), cancellationToken).ConfigureAwait(false);
        return recognized.Succeeded && !recognized.AllowInterruption;
    }

    protected abstract Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object?> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default);

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object?> state, PromptOptions options, CancellationToken cancellationToken = default);

    /// <summary>A copy of <paramref name="prompt"/> that shows the choices in the given style.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions? options = null,
        CancellationToken cancellationToken = default) => AppendChoices(prompt, channelId, choices, style, options, null, cancellationToken);

    /// <summary>The same for a kind of conversation, such as "personal": a channel may offer more in one than in another. This is what prompts call.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions? options,
        string? conversationType,
        CancellationToken cancellationToken = default) => PromptChoices.Append(prompt, channelId, choices, style, options, conversationType);
}
