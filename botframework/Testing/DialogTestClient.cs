using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Testing;

/// <summary>Talks with one dialog as a user would, for tests.</summary>
public class DialogTestClient
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;

    /// <param name="channelId">The channel the dialog believes to be on, "test".</param>
    /// <param name="targetDialog">The dialog.</param>
    /// <param name="initialDialogOptions">What it is begun with.</param>
    /// <param name="middlewares">Run in each turn, before the dialog.</param>
    /// <param name="conversationState">Where the dialog is kept between turns; memory unless given.</param>
    /// <param name="callback">Runs in place of the dialog, where given.</param>
    public DialogTestClient(
        string channelId,
        Dialog targetDialog,
        object? initialDialogOptions = null,
        IEnumerable<IMiddleware>? middlewares = null,
        ConversationState? conversationState = null,
        BotCallbackHandler? callback = null)
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState, callback)
    {
    }

    /// <param name="testAdapter">The adapter; saving the state is added to it.</param>
    /// <param name="targetDialog">The dialog.</param>
    /// <param name="initialDialogOptions">What it is begun with.</param>
    /// <param name="middlewares">Run in each turn, before the dialog.</param>
    /// <param name="conversationState">Where the dialog is kept between turns; memory unless given.</param>
    /// <param name="callback">Runs in place of the dialog, where given.</param>
    public DialogTestClient(
        TestAdapter testAdapter,
        Dialog targetDialog,
        object? initialDialogOptions = null,
        IEnumerable<IMiddleware>? middlewares = null,
        ConversationState? conversationState = null,
        BotCallbackHandler? callback = null)
    {
        _adapter = testAdapter ?? throw new ArgumentNullException(nameof(testAdapter));
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        _adapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
        {
            _adapter.Use(middleware);
        }

        var dialogState = ConversationState.CreateProperty<DialogState>("DialogState");
        _callback = callback ?? ((turnContext, cancellationToken) => RunAsync(targetDialog, initialDialogOptions, dialogState, turnContext, cancellationToken));
    }

    /// <summary>How the last turn ended.</summary>
    public DialogTurnResult? DialogTurnResult { get; private set; }

    public ConversationState ConversationState { get; }

    /// <summary>Says <paramref name="text"/> and gives the first answer; null where there is none.</summary>
    public virtual Task<T?> SendActivityAsync<T>(string? text, CancellationToken cancellationToken = default)
        where T : class, IActivity =>
        SendActivityAsync<T>(new Activity(ActivityTypes.Message) { Text = text, Locale = _adapter.Locale }, cancellationToken);

    public virtual async Task<T?> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : class, IActivity
    {
        await _adapter.ProcessActivityAsync(activity, _callback, cancellationToken).ConfigureAwait(false);
        return GetNextReply<T>();
    }

    /// <summary>The next answer; null where there is none.</summary>
    public virtual T? GetNextReply<T>()
        where T : class, IActivity => (T?)_adapter.GetNextReply();

    private async Task RunAsync(Dialog dialog, object? options, IStatePropertyAccessor<DialogState> state, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var dc = await new DialogSet(state).Add(dialog).CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        DialogTurnResult = await dc.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
        if (DialogTurnResult.Status == DialogTurnStatus.Empty)
        {
            DialogTurnResult = await dc.BeginDialogAsync(dialog.Id, options, cancellationToken).ConfigureAwait(false);
        }
    }
}
