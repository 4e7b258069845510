using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Tests.BotFramework.Dialogs;

public class ComponentDialogTests
{
    [Fact]
    public async Task TheInnerResultIsTheComponentsResult() => await DialogConversation.With(Component())
        .Send("hi").AssertReply("name?")
        .Send("Ada").AssertReply("done: Ada")
        .StartTestAsync();

    [Fact]
    public async Task ComponentsNestWithStacksOfTheirOwn()
    {
        var outer = new ComponentDialog("outer");
        outer.AddDialog(new WaterfallDialog("main",
        [
            (step, cancellationToken) => step.BeginDialogAsync("component", null, cancellationToken),
            (step, cancellationToken) => step.EndDialogAsync($"[{step.Result}]", cancellationToken),
        ]));
        outer.AddDialog(Component());
        await DialogConversation.With(outer).Send("hi").AssertReply("name?").Send("Ada").AssertReply("done: [Ada]").StartTestAsync();
    }

    [Fact]
    public async Task AnInnerDialogMayBeginOneOfTheParents()
    {
        var outer = new ComponentDialog("outer");
        var inner = new ComponentDialog("inner");
        inner.AddDialog(new WaterfallDialog("inner main",
        [
            (step, cancellationToken) => step.BeginDialogAsync("shared", "from inside", cancellationToken),
            (step, cancellationToken) => step.EndDialogAsync(step.Result, cancellationToken),
        ]));
        outer.AddDialog(inner);
        outer.AddDialog(new WaterfallDialog("shared",
        [
            async (step, cancellationToken) =>
            {
                await step.Context.SendActivityAsync($"shared {step.Options}", cancellationToken: cancellationToken);
                return Dialog.EndOfTurn;
            },
        ]));
        await DialogConversation.With(outer).Send("hi").AssertReply("shared from inside").Send("back").AssertReply("done: back").StartTestAsync();
    }

    [Fact]
    public async Task CancellingFromInsideEndsTheComponentWithoutAResult() => await DialogConversation.With(new Cancellable())
        .Send("hi").AssertReply("name?")
        .Send("cancel").AssertReply("done: ")
        .Send("hi").AssertReply("name?")
        .StartTestAsync();

    [Fact]
    public async Task CancellingFromOutsideEndsWhatIsInside()
    {
        var ended = new List<DialogReason>();
        var component = new ComponentDialog("component");
        component.AddDialog(new Recording("inner", ended));
        await DialogConversation.With(component, onResult: (dc, _) => dc.CancelAllDialogsAsync()).Send("hi").StartTestAsync();
        Assert.Equal([DialogReason.CancelCalled], ended);
    }

    [Fact]
    public async Task RepromptingAsksTheInnerPromptAgain() => await DialogConversation.With(Component(), onResult: (dc, _) => dc.RepromptDialogAsync())
        .Send("hi").AssertReply("name?").AssertReply("name?")
        .StartTestAsync();

    [Fact]
    public async Task WhenSomethingPutOnTopEndsTheQuestionIsAskedAgain()
    {
        var outer = new ComponentDialog("outer");
        outer.AddDialog(Component());
        outer.AddDialog(new WaterfallDialog("hours").AddStep(async (step, cancellationToken) =>
        {
            await step.Context.SendActivityAsync("open until four", cancellationToken: cancellationToken);
            return await step.EndDialogAsync(null, cancellationToken);
        }));
        var interrupting = new Interrupting(outer);
        await DialogConversation.With(interrupting).Send("hi").AssertReply("name?")
            .Send("hours").AssertReply("open until four").AssertReply("name?")
            .Send("Ada").AssertReply("done: Ada")
            .StartTestAsync();
    }

    [Fact]
    public async Task TheFirstDialogIsTheInitialOneUnlessAnotherIsSet()
    {
        var component = new ComponentDialog("component") { InitialDialogId = "second" };
        component.AddDialog(WaterfallDialogTests.Steps("first"));
        var second = WaterfallDialogTests.Steps("second");
        second.Id = "second";
        component.AddDialog(second);
        await DialogConversation.With(component).Send("x").AssertReply("second").StartTestAsync();
    }

    [Fact]
    public async Task AChangedComponentRaisesVersionChanged()
    {
        var seen = new List<string>();
        var storage = new PlainJsonStorage();
        await DialogConversation.With(Watching(), storage: storage).Send("x").AssertReply("one").StartTestAsync();
        Assert.Empty(seen);
        var changed = Watching();
        changed.AddDialog(new WaterfallDialog("new"));
        await DialogConversation.With(changed, storage: storage).Send("x").StartTestAsync();
        Assert.Equal([DialogEvents.VersionChanged], seen);

        Watcher Watching()
        {
            var watcher = new Watcher(seen);
            watcher.AddDialog(WaterfallDialogTests.Steps("one", "two", "three"));
            return watcher;
        }
    }

    internal static ComponentDialog Component()
    {
        var component = new ComponentDialog("component");
        component.AddDialog(new WaterfallDialog("main",
        [
            (step, cancellationToken) => step.PromptAsync("text", DialogConversation.Ask("name?"), cancellationToken),
            (step, cancellationToken) => step.EndDialogAsync(step.Result, cancellationToken),
        ]));
        component.AddDialog(new TextPrompt("text"));
        return component;
    }

    private sealed class Cancellable : ComponentDialog
    {
        public Cancellable()
            : base("cancellable")
        {
            AddDialog(Component());
        }

        protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
            innerDc.Context.Activity.Text == "cancel" ? innerDc.CancelAllDialogsAsync(cancellationToken) : base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    private sealed class Interrupting : ComponentDialog
    {
        public Interrupting(ComponentDialog inner)
            : base("interrupting")
        {
            AddDialog(inner);
            AddDialog(inner.FindDialog("hours")!);
        }

        protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
            innerDc.Context.Activity.Text == "hours" ? innerDc.BeginDialogAsync("hours", null, cancellationToken) : base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    private sealed class Recording(string id, List<DialogReason> ended) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            ended.Add(reason);
            return Task.CompletedTask;
        }
    }

    private sealed class Watcher(List<string> seen) : ComponentDialog("watcher")
    {
        public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name != DialogEvents.ActivityReceived)
            {
                seen.Add(e.Name);
            }

            return Task.FromResult(true);
        }
    }
}
