namespace Microsoft.Bot.Schema;

/// <summary>What happened to the bot in an installation.</summary>
public static class InstallationUpdateActionTypes
{
    public const string Add = "add";
    public const string Remove = "remove";
}
