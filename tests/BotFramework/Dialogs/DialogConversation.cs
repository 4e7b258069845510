using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Dialogs;

/// <summary>A conversation with one dialog: begins it when nothing is on the stack, and says what came of it.</summary>
internal static class DialogConversation
{
    /// <param name="dialog">The dialog.</param>
    /// <param name="options">What it is begun with.</param>
    /// <param name="onResult">Says what came of it; without one, the result is said as text.</param>
    /// <param name="storage">Where the state is kept; a storage that keeps no type names unless given.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="locale">The language the user writes in.</param>
    public static TestFlow With(
        Dialog dialog,
        object? options = null,
        Func<DialogContext, DialogTurnResult, Task>? onResult = null,
        IStorage? storage = null,
        string channel = "test",
        string? locale = "en-us")
    {
        var state = new ConversationState(storage ?? new PlainJsonStorage());
        var dialogState = state.CreateProperty<DialogState>("dialogs");
        var adapter = new TestAdapter(channel) { Locale = locale! }.Use(new AutoSaveStateMiddleware(state));
        return new TestFlow(adapter, async (turn, cancellationToken) =>
        {
            var dc = await new DialogSet(dialogState).Add(dialog).CreateContextAsync(turn, cancellationToken);
            var result = await dc.ContinueDialogAsync(cancellationToken);
            if (result.Status == DialogTurnStatus.Empty)
            {
                result = await dc.BeginDialogAsync(dialog.Id, options, cancellationToken);
            }

            if (onResult is not null)
            {
                await onResult(dc, result);
            }
            else if (result.Status == DialogTurnStatus.Complete)
            {
                await turn.SendActivityAsync($"done: {result.Result}", cancellationToken: cancellationToken);
            }
            else if (result.Status == DialogTurnStatus.Cancelled)
            {
                await turn.SendActivityAsync("cancelled", cancellationToken: cancellationToken);
            }
        });
    }

    public static PromptOptions Ask(string prompt, string? retry = null) => new()
    {
        Prompt = MessageFactory.Text(prompt),
        RetryPrompt = retry is null ? null : MessageFactory.Text(retry),
    };

    public static Activity Event(string name) => new(ActivityTypes.Event) { Name = name, Value = "value" };
}
