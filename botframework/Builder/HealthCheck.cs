using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Tells a channel that asks how the bot is.</summary>
public static class HealthCheck
{
    /// <summary>The bot is well; with a connector, the answer also holds what the bot proves itself with.</summary>
    public static HealthCheckResponse CreateHealthCheckResponse(IConnectorClient? connector)
    {
        var results = new HealthResults { Success = true, Messages = ["Health check succeeded."] };
        if (connector?.Credentials is { } credentials)
        {
            // The published API has no asynchronous form of this call.
            using var request = new HttpRequestMessage();
            credentials.ProcessHttpRequestAsync(request, default).GetAwaiter().GetResult();
            results.Authorization = request.Headers.Authorization?.ToString();
            results.UserAgent = request.Headers.UserAgent is { Count: > 0 } userAgent ? userAgent.ToString() : null;
        }

        return new HealthCheckResponse { HealthResults = results };
    }
}
