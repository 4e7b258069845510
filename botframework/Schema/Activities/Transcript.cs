using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Activities of the past, for a channel to take into a conversation.</summary>
public class Transcript
{
    public Transcript()
    {
    }

    public Transcript(IList<Activity>? activities = default)
    {
        Activities = activities;
    }

    [JsonProperty(PropertyName = "activities")]
    public IList<Activity>? Activities { get; set; }
}
