using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Traces in a turn.</summary>
public static class ITurnContextExtensions
{
    /// <summary>Sends a trace; it reaches those who debug the bot, never the people it talks with.</summary>
    public static async Task<ResourceResponse?> TraceActivityAsync(
        this ITurnContext turnContext,
        string name,
        object? value = null,
        string? valueType = null,
        [CallerMemberName] string? label = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return await turnContext.SendActivityAsync(turnContext.Activity.CreateTrace(name, value, valueType, label), cancellationToken).ConfigureAwait(false);
    }
}
