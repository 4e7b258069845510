using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Moq;
using Newtonsoft.Json;

namespace LibraryBot.Tests.BotFramework.Dialogs;

public class DialogSetTests
{
    private static readonly IBotTelemetryClient Telemetry = Mock.Of<IBotTelemetryClient>();

    [Fact]
    public void ATakenIdGetsTheNextFreeNumber()
    {
        var dialogs = new DialogSet().Add(new WaterfallDialog("w"));
        var second = new WaterfallDialog("w");
        var third = new WaterfallDialog("w");
        dialogs.Add(second).Add(third).Add(second);
        Assert.Equal(("w2", "w3"), (second.Id, third.Id));
        Assert.Equal(3, dialogs.GetDialogs().Count());
        Assert.Same(second, dialogs.Find("w2"));
        Assert.Null(dialogs.Find("w4"));
    }

    [Fact]
    public void WhatADialogNeedsIsAddedWithIt()
    {
        var dialogs = new DialogSet().Add(new Needy());
        Assert.NotNull(dialogs.Find("needed"));
    }

    [Fact]
    public void TelemetryReachesEveryDialogExceptWhereItHasItsOwn()
    {
        var own = Mock.Of<IBotTelemetryClient>();
        var dialogs = new DialogSet { TelemetryClient = Telemetry }.Add(new WaterfallDialog("a")).Add(new WaterfallDialog("b") { TelemetryClient = own });
        Assert.Same(Telemetry, dialogs.Find("a")!.TelemetryClient);
        Assert.Same(own, dialogs.Find("b")!.TelemetryClient);
        dialogs.TelemetryClient = null!;
        Assert.All(dialogs.GetDialogs(), dialog => Assert.IsType<NullBotTelemetryClient>(dialog.TelemetryClient));
    }

    [Fact]
    public void TelemetryReachesContainersThatHoldOneAnother()
    {
        var outer = new ComponentDialog("outer");
        var inner = new ComponentDialog("inner");
        outer.AddDialog(inner);
        inner.AddDialog(outer);
        outer.TelemetryClient = Telemetry;
        Assert.Same(Telemetry, inner.TelemetryClient);
    }

    [Fact]
    public async Task NullIsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null!));
        Assert.Throws<ArgumentNullException>(() => new DialogSet().Add(null!));
        Assert.Throws<ArgumentNullException>(() => new DialogSet().Find(string.Empty));
        await Assert.ThrowsAsync<ArgumentNullException>(() => new DialogSet().CreateContextAsync(null!));
    }

    [Fact]
    public void TheVersionChangesWithTheDialogs()
    {
        var dialogs = new DialogSet().Add(new WaterfallDialog("a"));
        var before = dialogs.GetVersion();
        Assert.NotEqual(before, dialogs.Add(new WaterfallDialog("b")).GetVersion());
    }

    [Fact]
    public void TheStackSurvivesAsJson()
    {
        var state = new DialogState([new DialogInstance { Id = "a", StackIndex = 1, Version = "v", State = new Dictionary<string, object?> { ["n"] = 1 } }]);
        var read = JsonConvert.DeserializeObject<DialogState>(JsonConvert.SerializeObject(state))!.DialogStack.Single();
        Assert.Equal(("a", 1, "v", 1L), (read.Id, read.StackIndex, read.Version, read.State["n"]));
        Assert.Equal(
            """{"status":"complete","result":2,"parentEnded":true}""",
            JsonConvert.SerializeObject(new DialogTurnResult(DialogTurnStatus.Complete, 2) { ParentEnded = true }));
        Assert.Equal("""{"bubble":true,"name":"custom","value":3}""", JsonConvert.SerializeObject(new DialogEvent { Bubble = true, Name = DialogEvents.Custom, Value = 3 }));
    }

    private sealed class Needy() : WaterfallDialog("needy"), IDialogDependencies
    {
        public IEnumerable<Dialog> GetDependencies() => [new WaterfallDialog("needed")];
    }
}
