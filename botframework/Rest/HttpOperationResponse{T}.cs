namespace Microsoft.Rest;

/// <summary>The outcome of a call that answers with a <typeparamref name="T"/>.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    public T Body { get; set; } = default!;
}
