using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What was submitted in a tab.</summary>
public class TabSubmitData
{
    public TabSubmitData()
    {
    }

    public TabSubmitData(string? type = default)
    {
        Type = type;
    }

    [JsonProperty(PropertyName = "type")]
    public string? Type { get; set; }

    /// <summary>Members of the JSON object that have no property here; written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get => _properties ??= []; set => _properties = value; }

    private JObject? _properties;
}
