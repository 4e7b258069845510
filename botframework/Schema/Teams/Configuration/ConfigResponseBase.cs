using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The answer to a request for the settings of a bot.</summary>
public class ConfigResponseBase
{
    public ConfigResponseBase()
    {
    }

    public ConfigResponseBase(string? responseType = default)
    {
        ResponseType = responseType;
    }

    [JsonProperty(PropertyName = "responseType")]
    public string? ResponseType { get; set; }
}
