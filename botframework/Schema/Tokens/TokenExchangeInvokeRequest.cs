using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>The value of the invoke <c>signin/tokenExchange</c>.</summary>
public class TokenExchangeInvokeRequest
{
    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }

    [JsonProperty(PropertyName = "connectionName")]
    public string? ConnectionName { get; set; }

    [JsonProperty(PropertyName = "token")]
    public string? Token { get; set; }

    /// <summary>Members of the JSON object that have no property here; written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get => _properties ??= []; set => _properties = value; }

    private JObject? _properties;
}
