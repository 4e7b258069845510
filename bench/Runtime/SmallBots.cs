using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace LibraryBot.Bench.Runtime;

/// <summary>Bots with nothing of their own to do, so that what a turn costs is the runtime.</summary>
internal static class SmallBots
{
    /// <summary>Answers with what was said; keeps nothing.</summary>
    public const string Echo = "echo";

    /// <summary>A component with a waterfall of two steps, the first of which asks with a prompt; its state is kept in memory.</summary>
    public const string Waterfall = "waterfall";

    /// <summary>The waterfall's dialog and state, with a card for an answer.</summary>
    public const string Card = "card";

    public static IBot Create(string name, FileInfo? answer) => name switch
    {
        Echo => new EchoBot(),
        Waterfall => new DialogBot(Component(
            (step, cancellationToken) => step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("For which day?") }, cancellationToken),
            async (step, cancellationToken) =>
            {
                await step.Context.SendActivityAsync(MessageFactory.Text($"Booked: {step.Result}"), cancellationToken);
                return await step.EndDialogAsync(step.Result, cancellationToken);
            })),
        Card => new DialogBot(Component(Showing(answer), Showing(answer))),
        _ => throw new ArgumentException($"There is no bot '{name}'.", nameof(name)),
    };

    private static WaterfallStep Showing(FileInfo? answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var card = AdaptiveCard.FromJson(File.ReadAllText(answer.FullName)).Card;
        return async (step, cancellationToken) =>
        {
            var message = MessageFactory.Attachment(new Attachment(AdaptiveCard.ContentType, content: card), "Five titles:");
            await step.Context.SendActivityAsync(message, cancellationToken);
            return step.Index == 0 ? Dialog.EndOfTurn : await step.EndDialogAsync(null, cancellationToken);
        };
    }

    private static ComponentDialog Component(params WaterfallStep[] steps) =>
        new ComponentDialog("component").AddDialog(new WaterfallDialog("steps", steps)).AddDialog(new TextPrompt("text"));

    private sealed class EchoBot : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(MessageFactory.Text($"You said: {turnContext.Activity.Text}"), cancellationToken);
    }

    private sealed class DialogBot(Dialog dialog) : ActivityHandler
    {
        private readonly ConversationState _conversation = new(new MemoryStorage());

        public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await base.OnTurnAsync(turnContext, cancellationToken);
            await _conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
        }

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            dialog.RunAsync(turnContext, _conversation.CreateProperty<DialogState>("dialogs"), cancellationToken);
    }
}
