using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The stage of a meeting.</summary>
public class MeetingStageSurface<T> : Surface
{
    public MeetingStageSurface()
        : base(SurfaceType.MeetingStage)
    {
    }

    [JsonProperty(PropertyName = "contentType")]
    [JsonConverter(typeof(StringEnumConverter))]
    public ContentType ContentType { get; set; } = ContentType.Task;

    [JsonProperty(PropertyName = "content")]
    public T? Content { get; set; }
}
