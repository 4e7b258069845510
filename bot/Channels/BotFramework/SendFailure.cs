using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Identity.Client;
using Polly.Timeout;

namespace LibraryBot.BotFrameworkChannels;

/// <summary>What became of a message that could not be sent.</summary>
internal enum SendFailureKind
{
    /// <summary>429: sent too fast. Later it will go, see <see cref="SendFailure.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>5xx, 408 or 412: the channel is in trouble and did not take it. Later it may go.</summary>
    Busy,

    /// <summary>The channel was not reached, so it was certainly not taken. Later it may go.</summary>
    NotReached,

    /// <summary>401, or no token could be had: the bot's own registration is the trouble, whoever the message is for.</summary>
    NotSignedIn,

    /// <summary>It was sent and no answer came: it may have arrived.</summary>
    Unknown,

    /// <summary>403: blocked by the person, or the bot was taken away or turned off. It will not go.</summary>
    Blocked,

    /// <summary>404 or 410: the conversation or the message is no longer there. It will not go.</summary>
    Gone,

    /// <summary>Any other 4xx: the channel will never take this message, such as 413 for one that is too long.</summary>
    Refused,
}

/// <summary>Why a message could not be sent, read from the exception that says so.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Status">The channel's HTTP status, where it answered.</param>
/// <param name="Code">The channel's own word for it, such as <c>BotNotInConversationRoster</c>; letters, digits, <c>.-_</c>, at most 64.</param>
/// <param name="RetryAfter">How long the channel asks to wait, where it does.</param>
internal sealed record SendFailure(SendFailureKind Kind, int? Status = null, string? Code = null, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether sending the same again cannot help.</summary>
    public bool IsLasting => Kind is SendFailureKind.Blocked or SendFailureKind.Gone or SendFailureKind.Refused;

    /// <summary>Reads an exception that came out of a send, an update, a deletion or the opening of a conversation.</summary>
    /// <returns>Null when it is none of a channel's: then it is a bug, or the caller's cancellation.</returns>
    public static SendFailure? Of(Exception exception) => exception switch
    {
        ErrorResponseException { Response: { } response } answered => new SendFailure(
            KindOf(response.StatusCode), (int)response.StatusCode, CodeOf(answered.Body), BotFrameworkChannels.RetryAfter.Of(response.Headers)),
        HttpRequestException e => new SendFailure(WasNotReached(e) ? SendFailureKind.NotReached : SendFailureKind.Unknown),
        TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } => new SendFailure(SendFailureKind.Unknown),
        MsalException => new SendFailure(SendFailureKind.NotSignedIn),
        _ => null,
    };

    /// <summary>Whether no request can have left: no name, no connection, no handshake.</summary>
    internal static bool WasNotReached(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static SendFailureKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => SendFailureKind.Throttled,
        HttpStatusCode.Unauthorized => SendFailureKind.NotSignedIn,
        HttpStatusCode.Forbidden => SendFailureKind.Blocked,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => SendFailureKind.Gone,
        _ => ChannelRetry.IsPassing(status) ? SendFailureKind.Busy : SendFailureKind.Refused,
    };

    /// <summary>The code goes into logs and records, so it must be a word and no more.</summary>
    private static string? CodeOf(ErrorResponse? body) =>
        body?.Error?.Code is { Length: > 0 and <= 64 } code && code.All(each => char.IsAsciiLetterOrDigit(each) || each is '.' or '-' or '_') ? code : null;
}
