using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Tests.BotFramework.Dialogs;

public class DialogContextTests
{
    [Fact]
    public async Task ADialogThatIsNowhereIsNamed()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(dc => dc.BeginDialogAsync("nowhere")));
        Assert.Contains("'nowhere'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatMustBeGivenIs()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Run(dc => dc.BeginDialogAsync(null!)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Run(dc => dc.ReplaceDialogAsync(string.Empty)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Run(dc => dc.PromptAsync("text", null!)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Run(dc => dc.PromptAsync(string.Empty, new PromptOptions())));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Run(dc => dc.BeginDialogAsync("text", "no prompt options")));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(dc => dc.EndDialogAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task AnEmptyStackHasNothingToContinueOrCancel()
    {
        Assert.Equal(DialogTurnStatus.Empty, (await Run(dc => dc.ContinueDialogAsync())).Status);
        Assert.Equal(DialogTurnStatus.Empty, (await Run(dc => dc.CancelAllDialogsAsync())).Status);
        Assert.Equal(DialogTurnStatus.Complete, (await Run(dc => dc.EndDialogAsync())).Status);
        await Run(async dc =>
        {
            await dc.RepromptDialogAsync();
            return Dialog.EndOfTurn;
        });
    }

    [Fact]
    public async Task ReplacingDoesNotResumeWhatIsBelow()
    {
        var dialog = new ComponentDialog("c");
        dialog.AddDialog(new WaterfallDialog("first").AddStep((step, cancellationToken) => step.ReplaceDialogAsync("second", "moved on", cancellationToken)));
        dialog.AddDialog(new WaterfallDialog("second").AddStep(async (step, cancellationToken) =>
        {
            await step.Context.SendActivityAsync($"second {step.Options} {step.Stack.Count}", cancellationToken: cancellationToken);
            return Dialog.EndOfTurn;
        }));
        await DialogConversation.With(dialog).Send("x").AssertReply("second moved on 1").StartTestAsync();
    }

    [Fact]
    public async Task CancellingStopsWhereADialogHandlesTheEvent()
    {
        var status = await Run(async dc =>
        {
            await dc.BeginDialogAsync("stubborn");
            await dc.BeginDialogAsync("w");
            await dc.BeginDialogAsync("w");
            await dc.CancelAllDialogsAsync(false, "stop");
            return new DialogTurnResult(DialogTurnStatus.Complete, dc.Stack.Select(x => x.Id).ToArray());
        });
        Assert.Equal(["stubborn"], (string[])status.Result!);
    }

    [Fact]
    public async Task CancellingMayGoOnToTheParents()
    {
        var result = await Run(async dc =>
        {
            await dc.BeginDialogAsync("w");
            var inner = new DialogContext(new DialogSet().Add(WaterfallDialogTests.Steps("inner")), dc, new DialogState());
            await inner.BeginDialogAsync("w");
            await inner.CancelAllDialogsAsync(true);
            return new DialogTurnResult(DialogTurnStatus.Complete, dc.Stack.Count + inner.Stack.Count);
        });
        Assert.Equal(0, result.Result);
    }

    [Fact]
    public async Task AnEventFromTheLeafBubblesToTheContainer()
    {
        var handled = await Run(async dc =>
        {
            var container = new Hearing();
            dc.Dialogs.Add(container);
            await dc.BeginDialogAsync("hearing");
            var bubbled = await dc.EmitEventAsync("custom", 7, bubble: true, fromLeaf: true);
            var kept = await dc.EmitEventAsync("custom", 8, bubble: false, fromLeaf: true);
            return new DialogTurnResult(DialogTurnStatus.Complete, (bubbled, kept, container.Heard));
        });
        Assert.Equal((true, false, 7), ((bool, bool, object))handled.Result!);
    }

    [Fact]
    public async Task RunAsyncBeginsContinuesAndBeginsAgain()
    {
        var state = new ConversationState(new MemoryStorage());
        var accessor = state.CreateProperty<DialogState>("d");
        var dialog = ComponentDialogTests.Component();
        await new TestFlow(new TestAdapter().Use(new AutoSaveStateMiddleware(state)), (turn, cancellationToken) => dialog.RunAsync(turn, accessor, cancellationToken))
            .Send("hi").AssertReply("name?")
            .Send("Ada").AssertNoReply(timeout: 50)
            .Send("hi").AssertReply("name?")
            .StartTestAsync();
    }

    [Fact]
    public async Task RunAsyncOffersAnExceptionToTheDialogs()
    {
        var failing = new Failing();
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(failing));
        Assert.Equal([DialogEvents.Error], failing.Heard);
        failing.Handles = true;
        await RunAsync(failing);
        Assert.Equal("recovered", failing.Outcome);

        static Task RunAsync(Dialog dialog)
        {
            var accessor = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("d");
            return new TestAdapter().SendTextToBotAsync("x", (turn, cancellationToken) => dialog.RunAsync(turn, accessor, cancellationToken), default);
        }
    }

    private static async Task<DialogTurnResult> Run(Func<DialogContext, Task<DialogTurnResult>> turn)
    {
        DialogTurnResult? result = null;
        var accessor = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("d");
        await new TestAdapter().SendTextToBotAsync(
            "hi",
            async (context, cancellationToken) =>
            {
                var dialogs = new DialogSet(accessor).Add(new TextPrompt("text")).Add(WaterfallDialogTests.Steps("w")).Add(new Stubborn());
                result = await turn(await dialogs.CreateContextAsync(context, cancellationToken));
            },
            default);
        return result!;
    }

    private sealed class Stubborn() : WaterfallDialog("stubborn", [(_, _) => Task.FromResult(EndOfTurn)])
    {
        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(e.Name == "stop");
    }

    private sealed class Hearing : ComponentDialog
    {
        public Hearing()
            : base("hearing") => AddDialog(WaterfallDialogTests.Steps("inner"));

        public object? Heard { get; private set; }

        protected override Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Heard = e.Value;
            return Task.FromResult(true);
        }
    }

    private sealed class Failing() : Dialog("failing")
    {
        public List<string> Heard { get; } = [];

        public bool Handles { get; set; }

        public string? Outcome { get; private set; }

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => throw new InvalidOperationException("broken");

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            Outcome = "recovered";
            return dc.EndDialogAsync(null, cancellationToken);
        }

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Heard.Add(e.Name);
            return Task.FromResult(Handles);
        }
    }
}
