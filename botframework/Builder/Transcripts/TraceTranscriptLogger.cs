using System.Diagnostics;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

/// <summary>Writes each activity as JSON to the trace listeners of the process.</summary>
public class TraceTranscriptLogger : ITranscriptLogger
{
    private readonly bool _traceActivity;

    /// <summary>Writes all of each activity.</summary>
    public TraceTranscriptLogger()
        : this(traceActivity: true)
    {
    }

    /// <summary>Writes each activity.</summary>
    /// <param name="traceActivity">Whether all of it is written, or only that there was a message and what it said.</param>
    public TraceTranscriptLogger(bool traceActivity) => _traceActivity = traceActivity;

    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (_traceActivity)
        {
            Trace.TraceInformation("{0}", JsonConvert.SerializeObject(activity, Formatting.None, SchemaJson.Settings));
        }
        else if (Debugger.IsAttached && activity.Type == ActivityTypes.Message)
        {
            Trace.TraceInformation($"{activity.From?.Name ?? activity.From?.Id ?? activity.From?.Role} [{activity.Type}] {activity.AsMessageActivity()?.Text}");
        }

        return Task.CompletedTask;
    }
}
