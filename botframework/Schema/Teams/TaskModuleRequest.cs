using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A task module was opened or submitted.</summary>
public class TaskModuleRequest
{
    public TaskModuleRequest()
    {
    }

    public TaskModuleRequest(object? data = default, TaskModuleRequestContext? context = default)
    {
        Data = data;
        Context = context;
    }

    [JsonProperty(PropertyName = "data")]
    public object? Data { get; set; }

    [JsonProperty(PropertyName = "context")]
    public TaskModuleRequestContext? Context { get; set; }

    [JsonProperty(PropertyName = "tabContext")]
    public TabEntityContext? TabEntityContext { get; set; }
}
