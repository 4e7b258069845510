using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A button that opens a task module.</summary>
public class TaskModuleAction : CardAction
{
    private const string Opens = "task/fetch";

    /// <param name="title">The label.</param>
    /// <param name="value">What the bot is given when the task module opens: an object, or one written as JSON.</param>
    public TaskModuleAction(string? title = default, object? value = default)
        : base("invoke", title)
    {
        var data = value switch
        {
            null => [],
            string text => JObject.Parse(text),
            _ => JObject.FromObject(value),
        };
        data["type"] = Opens;
        Value = data.ToString(Newtonsoft.Json.Formatting.Indented);
    }
}
