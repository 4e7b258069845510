using System.Net;

namespace Microsoft.Rest;

/// <summary>A response whose body was read, to be looked at after the message itself is gone.</summary>
public class HttpResponseMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string? content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        Headers = httpResponse.Headers.Concat(httpResponse.Content.Headers)
            .ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
    }

    public HttpStatusCode StatusCode { get; }

    public string? ReasonPhrase { get; }

    public string? Content { get; }

    public IDictionary<string, IEnumerable<string>> Headers { get; }
}
