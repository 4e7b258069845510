using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>A channel answered a call with something other than success.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : this(message, null)
    {
    }

    public ErrorResponseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper? Request { get; set; }

    /// <summary>Status, headers (such as <c>Retry-After</c>) and text of the answer.</summary>
    public HttpResponseMessageWrapper? Response { get; set; }

    /// <summary>What the channel says went wrong, if it said so.</summary>
    public ErrorResponse? Body { get; set; }
}
