namespace LibraryBot;

/// <summary>The channel ids that are the bot's own.</summary>
internal static class ChannelNames
{
    /// <summary>The page at <c>/</c>.</summary>
    public const string WebChat = "webchat";

    /// <summary>The command <c>chat</c>.</summary>
    public const string Terminal = "terminal";
}
