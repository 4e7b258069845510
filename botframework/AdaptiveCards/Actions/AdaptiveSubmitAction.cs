using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Sends the inputs of the card and <see cref="Data"/> to the bot as a message.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    /// <summary>Sent with the answers of the inputs: text, or anything that is an object in JSON.</summary>
    public object? Data { get; set; }

    /// <summary><see cref="Data"/> as JSON.</summary>
    [JsonIgnore]
    public string? DataJson
    {
        get => Data is null ? null : JsonConvert.SerializeObject(Data, Formatting.Indented);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value);
    }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}
