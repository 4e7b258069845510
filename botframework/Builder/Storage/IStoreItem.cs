namespace Microsoft.Bot.Builder;

/// <summary>Something stored that knows which version of itself it is.</summary>
public interface IStoreItem
{
    /// <summary>The version, set by the storage; <c>*</c> overwrites whatever is there.</summary>
    string? ETag { get; set; }
}
