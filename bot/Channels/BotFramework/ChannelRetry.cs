using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace LibraryBot.BotFrameworkChannels;

/// <summary>When a call to a channel is tried again, and how long is waited first.</summary>
internal static class ChannelRetry
{
    /// <summary>How often a call is tried again.</summary>
    public const int MostRetries = 3;

    /// <summary>
    /// The longest that is waited for one more try. Teams gives a turn some 15 seconds; who asks for more patience than this gets no further
    /// try, because one before its time would only be refused again.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>How long one try may take.</summary>
    public static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The strategy for the client's pipeline.</summary>
    public static HttpRetryStrategyOptions Options(ChannelMetrics metrics) => new()
    {
        MaxRetryAttempts = MostRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(500),
        MaxDelay = TimeSpan.FromSeconds(5),
        ShouldHandle = arguments => ValueTask.FromResult(
            InteractiveTurn.IsRunning
            && IsWorthAnotherTry(arguments.Outcome, arguments.Context.GetRequestMessage()?.Method ?? HttpMethod.Post)),
        DelayGenerator = Wait,
        OnRetry = arguments =>
        {
            metrics.Retried(arguments.Outcome.Result?.StatusCode);
            return ValueTask.CompletedTask;
        },
    };

    /// <summary>
    /// Whether another try may help and cannot say the same thing twice. A channel that answered 429 or 5xx says that it did not take the
    /// call; one that was not reached knows nothing of it. Where no answer came back, only what may be repeated is (RFC 9110, 9.2.2).
    /// </summary>
    internal static bool IsWorthAnotherTry(Outcome<HttpResponseMessage> outcome, HttpMethod method) => outcome switch
    {
        { Result: { } response } => IsPassing(response.StatusCode) && !(RetryAfter.Of(response) > LongestWait),
        { Exception: HttpRequestException e } when SendFailure.WasNotReached(e) => true,
        { Exception: HttpRequestException or TimeoutRejectedException } => method != HttpMethod.Post,
        _ => false,
    };

    /// <summary>Whether a status says "not now".</summary>
    internal static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented;

    /// <summary>What the channel asked for and up to a quarter more, so that not everybody comes back at once; else the strategy's own.</summary>
    private static ValueTask<TimeSpan?> Wait(RetryDelayGeneratorArguments<HttpResponseMessage> arguments) =>
        ValueTask.FromResult<TimeSpan?>(arguments.Outcome.Result is { } response && RetryAfter.Of(response) is { } asked && asked > TimeSpan.Zero
            ? asked * (1 + (Random.Shared.NextDouble() / 4))
            : null);
}
