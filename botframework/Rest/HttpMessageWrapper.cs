namespace Microsoft.Rest;

/// <summary>What was said in an HTTP message, to be looked at after the message itself is gone.</summary>
public abstract class HttpMessageWrapper
{
    public string? Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);

    private protected void CopyHeaders(IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers)
    {
        foreach (var (name, values) in headers ?? [])
        {
            Headers[name] = values;
        }
    }
}
