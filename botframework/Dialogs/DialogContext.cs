using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs, their stack and the turn: what a dialog needs to begin others and to end.</summary>
public class DialogContext
{
    private const string ActivityReceivedEmitted = "activityReceivedEmitted";

    private TurnContextStateCollection? _services;

    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, (parentDialogContext ?? throw new ArgumentNullException(nameof(parentDialogContext))).Context, state)
    {
        Parent = parentDialogContext;
        if (parentDialogContext._services is { } services)
        {
            foreach (var service in services)
            {
                Services[service.Key] = service.Value;
            }
        }
    }

    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs ?? throw new ArgumentNullException(nameof(dialogs));
        Context = turnContext ?? throw new ArgumentNullException(nameof(turnContext));
        Stack = state.DialogStack ??= [];
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The dialogs that are begun and not ended; the first is the active one.</summary>
    public List<DialogInstance> Stack { get; }

    public DialogInstance? ActiveDialog => Stack is [var first, ..] ? first : null;

    /// <summary>The context of the container that these dialogs are in.</summary>
    public DialogContext? Parent { get; protected internal set; }

    /// <summary>What this context and those made from it are given besides the turn, by key.</summary>
    public TurnContextStateCollection Services => _services ??= [];

    /// <summary>The context inside the active dialog, where that is a container.</summary>
    public DialogContext? Child => ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    /// <summary>Puts a dialog on the stack and begins it.</summary>
    /// <exception cref="Exception">Neither this set nor a parent's has the dialog.</exception>
    public async Task<DialogTurnResult> BeginDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            RefuseCancellationToken(options, nameof(options));
            RequireId(dialogId);
            var dialog = Required(dialogId);
            Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object?>() });
            return await dialog.BeginDialogAsync(this, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (DialogErrors.Explain(exception, this))
        {
            throw;
        }
    }

    /// <summary>Begins a prompt.</summary>
    public async Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        RequireId(dialogId);
        ArgumentNullException.ThrowIfNull(options);
        return await BeginDialogAsync(dialogId, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hands the turn's activity to the active dialog.</summary>
    /// <remarks>The first time in a turn, <see cref="DialogEvents.ActivityReceived"/> is offered to the dialogs before, from the innermost one up.</remarks>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (Context.TurnState.TryAdd(ActivityReceivedEmitted, true))
            {
                await EmitEventAsync(DialogEvents.ActivityReceived, Context.Activity, true, true, cancellationToken).ConfigureAwait(false);
            }

            return ActiveDialog is { } active
                ? await Required(active.Id).ContinueDialogAsync(this, cancellationToken).ConfigureAwait(false)
                : new DialogTurnResult(DialogTurnStatus.Empty);
        }
        catch (Exception exception) when (DialogErrors.Explain(exception, this))
        {
            throw;
        }
    }

    /// <summary>Ends the active dialog and resumes the one below with <paramref name="result"/>.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        try
        {
            RefuseCancellationToken(result, nameof(result));
            await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken).ConfigureAwait(false);
            return ActiveDialog is { } below
                ? await Required(below.Id).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken).ConfigureAwait(false)
                : new DialogTurnResult(DialogTurnStatus.Complete, result);
        }
        catch (Exception exception) when (DialogErrors.Explain(exception, this))
        {
            throw;
        }
    }

    /// <summary>Ends every dialog of this context.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    /// <summary>
    /// Ends every dialog from the active one up. Each but the first is offered <paramref name="eventName"/>, by default
    /// <see cref="DialogEvents.CancelDialog"/>, and stops the cancelling by handling it.
    /// </summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(bool cancelParents, string? eventName = null, object? eventValue = null, CancellationToken cancellationToken = default)
    {
        RefuseCancellationToken(eventValue, nameof(eventValue));
        if (Stack.Count == 0 && Parent is null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        var isFirst = true;
        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            while (dc.Stack.Count > 0)
            {
                if (!isFirst && await dc.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, false, false, cancellationToken).ConfigureAwait(false))
                {
                    return new DialogTurnResult(DialogTurnStatus.Cancelled);
                }

                await dc.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken).ConfigureAwait(false);
                isFirst = false;
            }

            isFirst = false;
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the active dialog without resuming the one below, and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        RefuseCancellationToken(options, nameof(options));
        RequireId(dialogId);
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken).ConfigureAwait(false);
        return await BeginDialogAsync(dialogId, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has the active dialog ask again.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        var handled = await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken).ConfigureAwait(false);
        if (!handled && ActiveDialog is { } active)
        {
            await Required(active.Id).RepromptDialogAsync(Context, active, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The dialog with an id, in this set or that of a parent.</summary>
    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>The language of the turn as a BCP 47 tag: the activity's, or else that of the thread.</summary>
    public string GetLocale() => Context.Activity.Locale is { Length: > 0 } locale ? locale : CultureInfo.CurrentCulture.Name;

    /// <summary>Offers an event to the active dialog, or to the active one of the innermost container.</summary>
    /// <returns>Whether it was handled.</returns>
    public async Task<bool> EmitEventAsync(string name, object? value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        RefuseCancellationToken(value, nameof(value));
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var dc = this;
        while (fromLeaf && dc.Child is { } child)
        {
            dc = child;
        }

        return dc.ActiveDialog is { } active
            && dc.FindDialog(active.Id) is { } dialog
            && await dialog.OnDialogEventAsync(dc, new DialogEvent { Bubble = bubble, Name = name, Value = value }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A token in place of a value is a forgotten argument that the compiler cannot see.</summary>
    internal static void RefuseCancellationToken(object? value, string name)
    {
        if (value is CancellationToken)
        {
            throw new ArgumentException($"{name} cannot be a cancellation token", name);
        }
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
        {
            return;
        }

        if (FindDialog(active.Id) is { } dialog)
        {
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken).ConfigureAwait(false);
        }

        Stack.RemoveAt(0);
    }

    private static void RequireId(string dialogId)
    {
        if (string.IsNullOrEmpty(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }
    }

    private Dialog Required(string dialogId) => FindDialog(dialogId) ?? throw DialogErrors.NotFound(dialogId);
}
