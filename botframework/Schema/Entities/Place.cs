using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A place, as schema.org has it.</summary>
public class Place : Entity
{
    public Place()
        : base("Place")
    {
    }

    public Place(object? address = default, object? geo = default, object? hasMap = default, string? type = default, string? name = default)
        : base(type ?? "Place")
    {
        Address = address;
        Geo = geo;
        HasMap = hasMap;
        Name = name;
    }

    /// <summary>A string or a postal address.</summary>
    [JsonProperty(PropertyName = "address")]
    public object? Address { get; set; }

    [JsonProperty(PropertyName = "geo")]
    public object? Geo { get; set; }

    /// <summary>The address of a map, or a map.</summary>
    [JsonProperty(PropertyName = "hasMap")]
    public object? HasMap { get; set; }

    [JsonProperty(PropertyName = "name")]
    public string? Name { get; set; }
}
