using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What a media card was given, in an event about it.</summary>
public class MediaEventValue
{
    public MediaEventValue()
    {
    }

    public MediaEventValue(object? cardValue = default)
    {
        CardValue = cardValue;
    }

    [JsonProperty(PropertyName = "cardValue")]
    public object? CardValue { get; set; }
}
