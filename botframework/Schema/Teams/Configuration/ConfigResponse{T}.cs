using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The settings of a bot, or the way to them.</summary>
public class ConfigResponse<T> : ConfigResponseBase
    where T : class
{
    public ConfigResponse()
        : base("config")
    {
    }

    public ConfigResponse(T? config)
        : base("config")
    {
        Config = config;
    }

    [JsonProperty(PropertyName = "config")]
    public T? Config { get; set; }

    [JsonProperty(PropertyName = "cacheInfo")]
    public CacheInfo? CacheInfo { get; set; }
}
