using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A token of a person, and the connection it is for.</summary>
public class TokenResponse
{
    public TokenResponse()
    {
    }

    public TokenResponse(string? channelId = default, string? connectionName = default, string? token = default, string? expiration = default)
    {
        ChannelId = channelId;
        ConnectionName = connectionName;
        Token = token;
        Expiration = expiration;
    }

    [JsonProperty(PropertyName = "channelId")]
    public string? ChannelId { get; set; }

    [JsonProperty(PropertyName = "connectionName")]
    public string? ConnectionName { get; set; }

    [JsonProperty(PropertyName = "token")]
    public string? Token { get; set; }

    /// <summary>When it runs out, as ISO 8601.</summary>
    [JsonProperty(PropertyName = "expiration")]
    public string? Expiration { get; set; }

    /// <summary>Members of the JSON object that have no property here; written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get => _properties ??= []; set => _properties = value; }

    private JObject? _properties;
}
