using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A meeting: id, title and address.</summary>
public class MeetingDetailsBase
{
    public MeetingDetailsBase()
    {
    }

    public MeetingDetailsBase(string? id = default, Uri? joinUrl = default, string? title = default)
    {
        Id = id;
        JoinUrl = joinUrl;
        Title = title;
    }

    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }

    [JsonProperty(PropertyName = "joinUrl")]
    public Uri? JoinUrl { get; set; }

    [JsonProperty(PropertyName = "title")]
    public string? Title { get; set; }
}
