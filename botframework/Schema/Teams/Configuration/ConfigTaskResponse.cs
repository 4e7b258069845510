namespace Microsoft.Bot.Schema.Teams;

/// <summary>The settings of a bot are a task module.</summary>
public class ConfigTaskResponse : ConfigResponse<TaskModuleResponseBase>
{
}
