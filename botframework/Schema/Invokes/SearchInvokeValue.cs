using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The value of the invoke <c>application/search</c>: words typed into a card's list of choices.</summary>
public class SearchInvokeValue
{
    [JsonProperty(PropertyName = "kind")]
    public string? Kind { get; set; }

    [JsonProperty(PropertyName = "queryText")]
    public string? QueryText { get; set; }

    [JsonProperty(PropertyName = "queryOptions")]
    public SearchInvokeOptions? QueryOptions { get; set; }

    [JsonProperty(PropertyName = "context")]
    public object? Context { get; set; }
}
