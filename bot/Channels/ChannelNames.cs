namespace LibraryBot;

/// <summary>The ids of channels: the bot's own, and Teams.</summary>
internal static class ChannelNames
{
    /// <summary>The page at <c>/</c>.</summary>
    public const string WebChat = "webchat";

    /// <summary>The command <c>chat</c>.</summary>
    public const string Terminal = "terminal";

    /// <summary>Microsoft Teams, through the Bot Framework's channel service.</summary>
    public const string Teams = "msteams";
}
