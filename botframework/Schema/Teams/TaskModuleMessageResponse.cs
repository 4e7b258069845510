using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The task module closes with a message.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    [JsonProperty(PropertyName = "value")]
    public string? Value { get; set; }

    public TaskModuleMessageResponse()
        : base("message")
    {
    }

    public TaskModuleMessageResponse(string? value = default)
        : base("message")
    {
        Value = value;
    }
}
