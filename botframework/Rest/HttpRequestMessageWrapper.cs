namespace Microsoft.Rest;

/// <summary>A request that was sent.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string? content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
        CopyHeaders(httpRequest.Headers);
        CopyHeaders(httpRequest.Content?.Headers);
    }

    public HttpMethod Method { get; protected set; }

    public Uri? RequestUri { get; protected set; }
}
