using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A thing, as schema.org has it.</summary>
public class Thing : Entity
{
    public Thing()
        : base("Thing")
    {
    }

    public Thing(string? type = default, string? name = default)
        : base(type ?? "Thing")
    {
        Name = name;
    }

    [JsonProperty(PropertyName = "name")]
    public string? Name { get; set; }
}
