using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A reference to a programmatic action.</summary>
public class SemanticAction
{
    public SemanticAction()
    {
    }

    public SemanticAction(string? id = default, IDictionary<string, Entity>? entities = default)
    {
        Id = id;
        Entities = entities;
    }

    public SemanticAction(string? state, string? id, IDictionary<string, Entity>? entities)
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
