namespace Microsoft.Bot.Builder;

/// <summary>A page of results.</summary>
public class PagedResult<T>
{
    public T[] Items { get; set; } = [];

    /// <summary>Asks for the next page; null on the last.</summary>
    public string? ContinuationToken { get; set; }
}
