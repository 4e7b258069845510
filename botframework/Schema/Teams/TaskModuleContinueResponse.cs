using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The task module shows another page.</summary>
public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    [JsonProperty(PropertyName = "value")]
    public TaskModuleTaskInfo? Value { get; set; }

    public TaskModuleContinueResponse()
        : base("continue")
    {
    }

    public TaskModuleContinueResponse(TaskModuleTaskInfo? value = default)
        : base("continue")
    {
        Value = value;
    }
}
