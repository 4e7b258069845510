using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Activities to be added to a conversation as its history.</summary>
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
