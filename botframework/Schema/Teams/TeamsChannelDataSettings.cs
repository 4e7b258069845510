using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The channel that was chosen when the bot was installed.</summary>
public class TeamsChannelDataSettings
{
    public TeamsChannelDataSettings()
    {
    }

    public TeamsChannelDataSettings(ChannelInfo? selectedChannel = default)
    {
        SelectedChannel = selectedChannel;
    }

    [JsonProperty(PropertyName = "selectedChannel")]
    public ChannelInfo? SelectedChannel { get; set; }

    /// <summary>Members of the JSON object that have no property here; written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get => _properties ??= []; set => _properties = value; }

    private JObject? _properties;
}
