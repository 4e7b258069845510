using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Metadata that goes with an activity, told apart by <see cref="Type"/>.</summary>
public class Entity : IEquatable<Entity>
{
    private JObject? _properties;

    public Entity()
    {
    }

    public Entity(string? type)
    {
        Type = type!;
    }

    /// <summary>Members of the JSON object that have no property here; written back as they came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get => _properties ??= []; set => _properties = value; }

    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; } = null!;

    /// <summary>This entity, read as another type of entity.</summary>
    public T GetAs<T>() => SchemaJson.Copy<T>(this);

    /// <summary>Takes type and members of another object.</summary>
    public void SetAs<T>(T obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var copy = SchemaJson.Copy<Entity>(obj);
        Type = copy.Type;
        Properties = copy.Properties;
    }

    /// <summary>Whether both say the same in JSON.</summary>
    public bool Equals(Entity? other) =>
        other is not null && (ReferenceEquals(this, other) || JToken.DeepEquals(SchemaJson.ToToken(this), SchemaJson.ToToken(other)));

    public override bool Equals(object? obj) => obj is Entity other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Type ?? string.Empty);
}
