using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A reference to a programmatic action.</summary>
public class SemanticAction
{
    public SemanticAction()
    {
    }

    public SemanticAction(string? state = default, string? id = default, IDictionary<string, Entity>? entities = default)
    {
        State = state;
        Id = id;
        Entities = entities;
    }

    [JsonProperty(PropertyName = "state")]
    public string? State { get; set; }

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }

    [JsonProperty(PropertyName = "entities")]
    public IDictionary<string, Entity>? Entities { get; set; }
}
