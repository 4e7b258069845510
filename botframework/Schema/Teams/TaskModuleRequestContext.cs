using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Where a task module was opened.</summary>
public class TaskModuleRequestContext
{
    public TaskModuleRequestContext()
    {
    }

    public TaskModuleRequestContext(string? theme = default)
    {
        Theme = theme;
    }

    [JsonProperty(PropertyName = "theme")]
    public string? Theme { get; set; }
}
