using Newtonsoft.Json;

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
}
