using System.Diagnostics.Metrics;
using System.Net;

namespace LibraryBot.BotFrameworkChannels;

/// <summary>Counts what goes to the channels, in the meter <c>LibraryBot.Channels</c>.</summary>
internal sealed class ChannelMetrics
{
    /// <summary>The meter's name, for whoever exports it.</summary>
    public const string MeterName = "LibraryBot.Channels";

    private readonly Counter<long> _sends;
    private readonly Counter<long> _retries;

    public ChannelMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _sends = meter.CreateCounter<long>("librarybot.channels.sends", "{activity}", "Activities sent, changed or deleted, by channel and outcome.");
        _retries = meter.CreateCounter<long>("librarybot.channels.retries", "{request}", "Calls tried once more, by the status that made it necessary.");
    }

    /// <summary>Counts one activity that the channel took.</summary>
    public void Sent(string? channel) => _sends.Add(1, new("channel", channel), new("outcome", "sent"));

    /// <summary>Counts one activity that could not be sent.</summary>
    public void Failed(string? channel, SendFailureKind kind) => _sends.Add(1, new("channel", channel), new("outcome", kind.ToString()));

    /// <summary>Counts one call that is tried once more; no status where no answer came.</summary>
    public void Retried(HttpStatusCode? status) => _retries.Add(1, new KeyValuePair<string, object?>("status", (int?)status));
}
