using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A mention of a person or bot in the text of a message.</summary>
public class Mention : Entity
{
    public Mention()
        : base("mention")
    {
    }

    public Mention(ChannelAccount? mentioned = default, string? text = default, string? type = default)
        : base(type ?? "mention")
    {
        Mentioned = mentioned!;
        Text = text;
    }

    [JsonProperty(PropertyName = "mentioned")]
    public ChannelAccount Mentioned { get; set; } = null!;

    /// <summary>The words of the message that are the mention, such as <c>&lt;at&gt;Library&lt;/at&gt;</c>.</summary>
    [JsonProperty(PropertyName = "text")]
    public string? Text { get; set; }
}
