namespace Microsoft.Rest;

/// <summary>A service answered with something other than success.</summary>
public class HttpOperationException : RestException
{
    public HttpOperationException()
    {
    }

    public HttpOperationException(string? message)
        : base(message)
    {
    }

    public HttpOperationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper? Request { get; set; }

    /// <summary>Status, headers and text of the answer.</summary>
    public HttpResponseMessageWrapper? Response { get; set; }

    /// <summary>What the service says went wrong, if it said so.</summary>
    public object? Body { get; set; }
}
