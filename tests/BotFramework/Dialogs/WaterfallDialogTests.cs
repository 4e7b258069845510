using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Moq;

namespace LibraryBot.Tests.BotFramework.Dialogs;

public class WaterfallDialogTests
{
    [Fact]
    public async Task StepsRunOneATurnAndTheLastAnswerIsTheResult() => await DialogConversation.With(Steps("a", "b"))
        .Send("x").AssertReply("a")
        .Send("y").AssertReply("b")
        .Send("z").AssertReply("done: z")
        .Send("again").AssertReply("a")
        .StartTestAsync();

    [Fact]
    public async Task ValuesAndOptionsLastFromStepToStepInAnyStorage()
    {
        foreach (var storage in new IStorage[] { new PlainJsonStorage(), new MemoryStorage() })
        {
            var dialog = new WaterfallDialog("w",
            [
                async (step, cancellationToken) =>
                {
                    step.Values["count"] = 1;
                    await step.Context.SendActivityAsync($"{step.Options} {step.Index}", cancellationToken: cancellationToken);
                    return Dialog.EndOfTurn;
                },
                async (step, cancellationToken) =>
                {
                    await step.Context.SendActivityAsync($"{step.Options} {step.Index} {step.Values["count"]} {step.Result} {step.Reason}", cancellationToken: cancellationToken);
                    return await step.EndDialogAsync("end", cancellationToken);
                },
            ]);
            await DialogConversation.With(dialog, "given", storage: storage)
                .Send("x").AssertReply("given 0")
                .Send("said").AssertReply("given 1 1 said ContinueCalled").AssertReply("done: end")
                .StartTestAsync();
        }
    }

    [Fact]
    public async Task NextGoesOnInTheSameTurn()
    {
        var dialog = new WaterfallDialog("w",
        [
            (step, cancellationToken) => step.NextAsync("skipped", cancellationToken),
            async (step, cancellationToken) =>
            {
                await step.Context.SendActivityAsync($"{step.Result} {step.Reason}", cancellationToken: cancellationToken);
                return await step.NextAsync("last", cancellationToken);
            },
        ]);
        await DialogConversation.With(dialog).Send("x").AssertReply("skipped NextCalled").AssertReply("done: last").StartTestAsync();
    }

    [Fact]
    public async Task NextTwiceInAStepIsABug()
    {
        var dialog = new WaterfallDialog("w").AddStep(async (step, cancellationToken) =>
        {
            await step.NextAsync(null, cancellationToken);
            return await step.NextAsync(null, cancellationToken);
        });
        await Assert.ThrowsAsync<Exception>(() => DialogConversation.With(dialog).Send("x").StartTestAsync());
    }

    [Fact]
    public async Task WhatIsNotAMessageLeavesItWhereItIs() => await DialogConversation.With(Steps("a", "b"))
        .Send("x").AssertReply("a")
        .Send(new Activity(ActivityTypes.Typing)).AssertNoReply(timeout: 50)
        .Send("y").AssertReply("b")
        .StartTestAsync();

    [Fact]
    public async Task ATokenInPlaceOfAValueIsRefused()
    {
        var dialog = new WaterfallDialog("w").AddStep((step, cancellationToken) => step.NextAsync(cancellationToken, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => DialogConversation.With(dialog).Send("x").StartTestAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => DialogConversation.With(Steps("a"), new CancellationToken()).Send("x").StartTestAsync());
    }

    [Fact]
    public void AStepIsNotNull() => Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("w").AddStep(null!));

    [Fact]
    public void TheVersionChangesWithTheNumberOfSteps() => Assert.NotEqual(Steps("a").GetVersion(), Steps("a", "b").GetVersion());

    [Fact]
    public async Task TelemetryTellsEachStepAndHowItEnded()
    {
        var events = new List<(string Name, IDictionary<string, string> Properties)>();
        var telemetry = new Mock<IBotTelemetryClient>();
        telemetry.Setup(x => x.TrackEvent(It.IsAny<string>(), It.IsAny<IDictionary<string, string>>(), It.IsAny<IDictionary<string, double>>()))
            .Callback((string name, IDictionary<string, string> properties, IDictionary<string, double> _) => events.Add((name, properties)));
        var dialog = new WaterfallDialog("w", [Named, (step, _) => Task.FromResult(Dialog.EndOfTurn)]) { TelemetryClient = telemetry.Object };
        await DialogConversation.With(dialog).Send("x").Send("y").Send("z").StartTestAsync();

        Assert.Equal(["WaterfallStart", "WaterfallStep", "WaterfallStep", "WaterfallComplete"], events.Select(x => x.Name));
        Assert.Equal([nameof(Named), "Step2of2"], events.Where(x => x.Name == "WaterfallStep").Select(x => x.Properties["StepName"]));
        Assert.All(events, x => Assert.Equal("w", x.Properties["DialogId"]));
        Assert.Single(events.Select(x => x.Properties["InstanceId"]).Distinct());
    }

    [Fact]
    public async Task TelemetryTellsTheStepThatWasCancelled()
    {
        var telemetry = new Mock<IBotTelemetryClient>();
        var dialog = new Numbered([Named, (step, _) => Task.FromResult(Dialog.EndOfTurn)]) { TelemetryClient = telemetry.Object };
        Assert.Equal("Named of 2", dialog.Described);
        await DialogConversation.With(dialog, onResult: (dc, _) => dc.CancelAllDialogsAsync()).Send("x").StartTestAsync();
        telemetry.Verify(x => x.TrackEvent("WaterfallCancel", It.Is<IDictionary<string, string>>(properties => properties["StepName"] == nameof(Named)), null), Times.Once);
        telemetry.Verify(x => x.TrackTrace("Dialog View: numbered", Severity.Information, null), Times.Once);
    }

    internal static WaterfallDialog Steps(params string[] says) => new("w", says.Select(text => new WaterfallStep(async (step, cancellationToken) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    })));

    private static Task<DialogTurnResult> Named(WaterfallStepContext step, CancellationToken cancellationToken) => Task.FromResult(Dialog.EndOfTurn);

    private sealed class Numbered(IEnumerable<WaterfallStep> steps) : WaterfallDialog("numbered", steps)
    {
        public string Described => $"{WaterfallStepName(0)} of {StepCount}";
    }
}
