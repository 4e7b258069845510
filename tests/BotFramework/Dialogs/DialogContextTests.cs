using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Dialogs;

public class DialogContextTests
{
    [Fact]
    public async Task ADialogThatIsNowhereIsNamed()
    {
        var e = await Assert.ThrowsAsync<Exception>(() => Run(dc => dc.BeginDialogAsync("nowhere")));
        Assert.Contains("'nowhere'", e.Message, StringComparison.Ordinal);
        e = await Assert.ThrowsAsync<Exception>(() => Run(dc =>
        {
            dc.Stack.Add(new DialogInstance { Id = "gone" });
            return dc.ContinueDialogAsync();
        }));
        Assert.Contains("'gone'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExceptionTellsWhichDialogsWereActive()
    {
        var outer = new ComponentDialog("outer").AddDialog(new WaterfallDialog("inner").AddStep((_, _) => throw new InvalidDataException("broken")));
        var e = await Assert.ThrowsAsync<InvalidDataException>(() => DialogConversation.With(outer).Send("x").StartTestAsync());
        var data = JObject.FromObject(e.Data[nameof(DialogContext)]!);
        Assert.Equal(("inner", "outer", "inner,outer"), ((string?)data["ActiveDialog"], (string?)data["Parent"], string.Join(',', data["Stack"]!.Values<string>())));
    }

    [Fact]
    public async Task AnActivityIsAnnouncedOnceATurnFromTheInnermostDialogUp()
    {
        var heard = new List<string>();
        var outer = new Listening("outer", heard);
        outer.AddDialog(new Listening("inner", heard).AddDialog(WaterfallDialogTests.Steps("one", "two")));
        await DialogConversation.With(outer, onResult: (dc, _) => dc.ContinueDialogAsync())
            .Send("x").AssertReply("one").AssertReply("two")
            .StartTestAsync();
        Assert.Empty(heard);
        await DialogConversation.With(outer).Send("x").AssertReply("one").Send("y").AssertReply("two").StartTestAsync();
        Assert.Equal(["inner activityReceived y", "outer activityReceived y"], heard);
    }

    [Fact]
    public async Task WhatAContextIsGivenReachesTheStepsInside()
    {
        object? seen = null;
        var dialog = new ComponentDialog("c").AddDialog(new WaterfallDialog("w").AddStep((step, _) =>
        {
            seen = step.Services["library"];
            return Task.FromResult(Dialog.EndOfTurn);
        }));
        await Run(dc =>
        {
            dc.Dialogs.Add(dialog);
            dc.Services["library"] = "open";
            return dc.BeginDialogAsync("c");
        });
        Assert.Equal("open", seen);
    }

    [Fact]
    public async Task TheLocaleIsThatOfTheActivity() => await Run(dc =>
    {
        Assert.Equal("en-us", dc.GetLocale());
        dc.Context.Activity.Locale = null;
        Assert.Equal(CultureInfo.CurrentCulture.Name, dc.GetLocale());
        return Task.FromResult(Dialog.EndOfTurn);
    });

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

    private sealed class Listening(string id, List<string> heard) : ComponentDialog(id)
    {
        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            heard.Add($"{Id} {e.Name} {(e.Value as Activity)?.Text}");
            return Task.FromResult(false);
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
