using System.Diagnostics.Metrics;
using LibraryBot.Data.Outbox;

namespace LibraryBot.Background;

/// <summary>Counts what becomes of messages, in the meter <c>LibraryBot.Outbox</c>.</summary>
internal sealed class OutboxMetrics
{
    /// <summary>The meter's name, for whoever exports it.</summary>
    public const string MeterName = "LibraryBot.Outbox";

    private readonly Counter<long> _attempts;
    private readonly Counter<long> _takenOver;
    private readonly Histogram<double> _delay;

    public OutboxMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _attempts = meter.CreateCounter<long>("librarybot.outbox.attempts", "{message}", "Messages looked at, by how they stand then and why.");
        _takenOver = meter.CreateCounter<long>("librarybot.outbox.taken_over", "{message}", "Messages taken over from a process that is gone, by how they stand then.");
        _delay = meter.CreateHistogram<double>("librarybot.outbox.delay", "s", "From the moment a message was due until a channel took it.");
    }

    /// <summary>Counts what became of one attempt.</summary>
    public void Saved(OutboxMessage message)
    {
        _attempts.Add(1, new("state", message.State.ToString()), new("reason", message.Reason?.ToString()));
        if (message.State == OutboxState.Sent)
        {
            _delay.Record((message.FinishedAt!.Value - message.DueAt).TotalSeconds);
        }
    }

    /// <summary>Counts what was taken over.</summary>
    public void TakenOver(OutboxMessage message) => _takenOver.Add(1, new KeyValuePair<string, object?>("state", message.State.ToString()));
}
