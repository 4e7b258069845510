using System.Net;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>Makes a call again while the service says that it is busy.</summary>
internal static class BusyRetry
{
    private const int MaxRetries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <exception cref="AggregateException">Every attempt failed, or one failed for good; holds one exception for each.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        while (true)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (HttpOperationException e)
            {
                failures.Add(e);
                if (e.Response?.StatusCode != HttpStatusCode.TooManyRequests || failures.Count > MaxRetries)
                {
                    throw new AggregateException("Failed to perform the required operation.", failures);
                }

                await Task.Delay(PauseAfter(e.Response), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static TimeSpan PauseAfter(HttpResponseMessageWrapper response) =>
        response.Headers.TryGetValue("Retry-After", out var values)
        && int.TryParse(values.FirstOrDefault(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
        && TimeSpan.FromSeconds(seconds) is var asked
            ? asked < LongestPause ? asked : LongestPause
            : Pause;
}
