namespace Microsoft.Rest;

/// <summary>The outcome of a call: what was sent and what came back.</summary>
public class HttpOperationResponse
{
    public HttpRequestMessage Request { get; set; } = null!;

    public HttpResponseMessage Response { get; set; } = null!;
}
