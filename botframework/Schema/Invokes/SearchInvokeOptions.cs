using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Which page of the results is wanted.</summary>
public class SearchInvokeOptions
{
    [JsonProperty(PropertyName = "skip")]
    public int Skip { get; set; }

    [JsonProperty(PropertyName = "top")]
    public int Top { get; set; }
}
