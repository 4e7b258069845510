namespace Microsoft.Bot.Schema.Teams;

/// <summary>The settings of a bot ask for a sign-in first.</summary>
public class ConfigAuthResponse : ConfigResponse<BotConfigAuth>
{
}
