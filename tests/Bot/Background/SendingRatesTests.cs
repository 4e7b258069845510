using LibraryBot.Background;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Bot.Background;

public sealed class SendingRatesTests
{
    private const string Teams = "msteams";

    [Fact]
    public void AChannelIsSentNoMoreASecondThanItAllows()
    {
        var clock = new MovedClock();
        var rates = new SendingRates(new OutboxSettings(), clock);

        var turns = Enumerable.Range(0, 500).Select(number => rates.Take(Teams, $"c{number}")!.Value).ToList();

        for (var first = 0; first < turns.Count; first++)
        {
            Assert.InRange(turns.Count(turn => turn >= turns[first] && turn < turns[first].AddSeconds(1)), 1, 53);
        }

        Assert.InRange(turns[^1] - turns[0], TimeSpan.FromSeconds(9.9), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void OneConversationGetsOneASecondAndTheOthersGoOn()
    {
        var clock = new MovedClock();
        var rates = new SendingRates(new OutboxSettings(), clock);

        Assert.Equal(clock.GetUtcNow(), rates.Take(Teams, "a"));
        Assert.Null(rates.Take(Teams, "a"));
        Assert.Equal(clock.GetUtcNow().AddSeconds(1), rates.BusyUntil(Teams, "a"));
        Assert.NotNull(rates.Take(Teams, "b"));
        Assert.NotNull(rates.Take("slack", "a"));

        clock.Move(TimeSpan.FromSeconds(1));
        Assert.Null(rates.BusyUntil(Teams, "a"));
        Assert.NotNull(rates.Take(Teams, "a"));
    }

    [Fact]
    public void APauseIsForTheConversationItConcerns()
    {
        var clock = new MovedClock();
        var rates = new SendingRates(new OutboxSettings(), clock);

        rates.Pause(Teams, "a", clock.GetUtcNow().AddSeconds(30));
        rates.Pause(Teams, "a", clock.GetUtcNow().AddSeconds(5));

        Assert.Equal(clock.GetUtcNow().AddSeconds(30), rates.BusyUntil(Teams, "a"));
        Assert.Null(rates.Take(Teams, "a"));
        Assert.Equal(clock.GetUtcNow(), rates.Take(Teams, "b"));
    }

    [Fact]
    public void ASlowChannelGivesNoPlaceThatComesAfterTheClaimHasRunOut()
    {
        var clock = new MovedClock();
        var settings = new OutboxSettings { OtherRates = new ChannelRate { PerSecond = 1, PerConversation = 1 } };
        var rates = new SendingRates(settings, clock);

        var turns = Enumerable.Range(0, settings.Parallel).Select(number => rates.Take("slow", $"c{number}")).OfType<DateTimeOffset>().ToList();
        Assert.Equal(settings.Lease / 2, turns[^1] - clock.GetUtcNow());
        Assert.InRange(turns.Count, 15, 20);

        // Who has to wait is told until when, and finds a place then.
        var again = rates.BusyUntil("slow", "another")!.Value;
        Assert.InRange(again - clock.GetUtcNow(), TimeSpan.FromSeconds(1), settings.Lease);
        Assert.Null(rates.BusyUntil(Teams, "another"));
        clock.Move(again - clock.GetUtcNow());
        Assert.Null(rates.BusyUntil("slow", "another"));
        Assert.NotNull(rates.Take("slow", "another"));
    }

    [Fact]
    public void LatenessIsCaughtUpWithByAFewAndNoMore()
    {
        var clock = new MovedClock();
        var rates = new SendingRates(new OutboxSettings(), clock);
        rates.Take(Teams, "first");
        clock.Move(TimeSpan.FromMinutes(10));

        var turns = Enumerable.Range(0, 60).Select(number => rates.Take(Teams, $"c{number}")!.Value - clock.GetUtcNow()).ToList();

        Assert.Equal(3, turns.Count(turn => turn == TimeSpan.Zero));
        Assert.True(turns[^1] >= TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public void AnUnknownChannelIsSentWithCare()
    {
        var rates = new SendingRates(new OutboxSettings(), new MovedClock());

        var turns = Enumerable.Range(0, 21).Select(number => rates.Take("somewhere", $"c{number}")!.Value).ToList();

        Assert.InRange(turns[^1] - turns[0], TimeSpan.FromSeconds(1.7), TimeSpan.FromSeconds(2));
    }
}
