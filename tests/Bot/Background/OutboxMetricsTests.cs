using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LibraryBot.Background;
using LibraryBot.Data.Outbox;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Bot.Background;

public sealed class OutboxMetricsTests
{
    [Fact]
    public async Task EveryAttemptIsCountedByItsOutcomeAndReasonAndTheDelayOfWhatWasSentIsMeasured()
    {
        await using var delivery = await Delivery.NewAsync();
        var people = new[] { await delivery.PersonAsync("ana"), await delivery.PersonAsync("ben"), await delivery.PersonAsync("cas"), await delivery.PersonAsync("nobody", hasAddress: false) };
        await delivery.WriteAsync([.. people.Select(person => delivery.Request(person.Key, person, kind: Delivery.Once))]);
        // One is left behind by a process that died while it handed it over.
        var claims = delivery.Services.GetRequiredService<OutboxClaims>();
        var left = Assert.Single(await claims.ClaimAsync("dead", TimeSpan.FromSeconds(30), 1, default));
        var now = TimeProvider.System.GetUtcNow();
        left.HandOver(now, now.AddSeconds(30));
        Assert.True(await claims.SaveAsync(left, "dead", default));
        delivery.Channel.Answer = (conversation, call) => (conversation, call) switch
        {
            ("ben", 1) => new Refusal(503),
            ("cas", _) => new Refusal(403),
            _ => null,
        };
        var counted = new ConcurrentQueue<(string Instrument, double Value, string? Tags)>();
        using var listener = Listen(delivery, counted);

        await delivery.RunAsync();

        Assert.Equal(
            [
                ("librarybot.outbox.attempts", 1, "Failed Blocked"),
                ("librarybot.outbox.attempts", 1, "Sent"),
                ("librarybot.outbox.attempts", 1, "Waiting ChannelTrouble"),
                ("librarybot.outbox.attempts", 1, "Waiting NoAddress"),
                ("librarybot.outbox.taken_over", 1, "Unknown"),
            ],
            counted.Where(each => each.Instrument != "librarybot.outbox.delay").OrderBy(each => each.Instrument, StringComparer.Ordinal).ThenBy(each => each.Tags, StringComparer.Ordinal));
        var delay = Assert.Single(counted, each => each.Instrument == "librarybot.outbox.delay");
        // It was sent at the second try, which waits at least half of Outbox:FirstWait.
        Assert.InRange(delay.Value, 0.05, 40);
    }

    private static MeterListener Listen(Delivery delivery, ConcurrentQueue<(string Instrument, double Value, string? Tags)> counted)
    {
        var factory = delivery.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                // Each bot of the tests that run beside this one has a meter of the same name.
                if (instrument.Meter.Name == OutboxMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Enqueue((instrument.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => counted.Enqueue((instrument.Name, value, Text(tags))));
        listener.Start();
        return listener;
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => tag.Value).OfType<string>());
}
