using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The task module closes and the tab shows other cards.</summary>
public class TaskModuleCardResponse : TaskModuleResponseBase
{
    public TaskModuleCardResponse()
        : base("continue")
    {
    }

    public TaskModuleCardResponse(TabResponse? value = default)
        : base("continue")
    {
        Value = value;
    }

    [JsonProperty(PropertyName = "value")]
    public TabResponse? Value { get; set; }
}
