using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A person's reaction to a message, such as a like.</summary>
public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string? type = default)
    {
        Type = type!;
    }

    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; } = null!;
}
