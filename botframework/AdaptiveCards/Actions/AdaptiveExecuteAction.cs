using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Invokes the bot with the inputs of the card, a verb and <see cref="Data"/>; the answer may take the place of the card.</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    public string? Verb { get; set; }

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
