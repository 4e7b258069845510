using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A place in a meeting that can show something.</summary>
public class Surface
{
    public Surface()
    {
    }

    public Surface(SurfaceType type)
    {
        Type = type;
    }

    [JsonProperty(PropertyName = "surface")]
    [JsonConverter(typeof(StringEnumConverter))]
    public SurfaceType Type { get; set; }
}
