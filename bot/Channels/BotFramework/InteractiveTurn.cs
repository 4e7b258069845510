namespace LibraryBot.BotFrameworkChannels;

/// <summary>
/// Whether this flow of code answers somebody who is waiting. Only then are calls to the channel tried again here; what the bot sends of its
/// own accord has a schedule of its own for that (decision 0080).
/// </summary>
internal static class InteractiveTurn
{
    private static readonly AsyncLocal<bool> Running = new();

    /// <summary>True from <see cref="Begin"/> on, in the caller's flow and what it starts.</summary>
    public static bool IsRunning => Running.Value;

    /// <summary>To be called where a channel's request comes in; holds until the calling method returns.</summary>
    public static void Begin() => Running.Value = true;
}
