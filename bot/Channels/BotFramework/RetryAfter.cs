using System.Globalization;
using System.Net.Http.Headers;

namespace LibraryBot.BotFrameworkChannels;

/// <summary>The header <c>Retry-After</c>: seconds, or an HTTP date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    /// <returns>How long to wait, never less than nothing; null when the header is absent or unreadable.</returns>
    public static TimeSpan? Of(HttpResponseMessage response) => Wait(response.Headers.RetryAfter, response.Headers.Date);

    /// <summary>From headers that were read already; their names are compared as the dictionary does.</summary>
    /// <returns>How long to wait, never less than nothing; null when the header is absent or unreadable.</returns>
    public static TimeSpan? Of(IDictionary<string, IEnumerable<string>> headers) =>
        First(headers, "Retry-After") is { } text && RetryConditionHeaderValue.TryParse(text, out var value)
            ? Wait(value, DateTimeOffset.TryParse(First(headers, "Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? sent : null)
            : null;

    private static string? First(IDictionary<string, IEnumerable<string>> headers, string name) =>
        headers.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>A date is counted from the answer's own, so that clocks which differ do no harm.</summary>
    private static TimeSpan? Wait(RetryConditionHeaderValue? asked, DateTimeOffset? sent)
    {
        var wait = asked?.Delta ?? (asked?.Date - (sent ?? TimeProvider.System.GetUtcNow()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
