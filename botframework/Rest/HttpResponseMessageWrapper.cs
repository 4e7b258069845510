using System.Net;

namespace Microsoft.Rest;

/// <summary>A response whose body was read.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string? content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        CopyHeaders(httpResponse.Headers);
        CopyHeaders(httpResponse.Content?.Headers);
    }

    public HttpStatusCode StatusCode { get; protected set; }

    public string? ReasonPhrase { get; protected set; }
}
