using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace LibraryBot.Teams;

/// <summary>Where in Teams an activity comes from.</summary>
internal static class TeamsPlace
{
    private const string Thread = ";messageid=";

    /// <summary>Whether it comes from Teams.</summary>
    public static bool IsTeams(this IActivity activity) => activity.ChannelId == ChannelNames.Teams;

    /// <summary>Whether others read along: anything but a conversation of one person with the bot.</summary>
    public static bool IsGroup(this IActivity activity) =>
        activity.Conversation?.IsGroup == true
        || (activity.Conversation?.ConversationType is { } type && !string.Equals(type, "personal", StringComparison.OrdinalIgnoreCase));

    /// <summary>The conversation without the thread: in a channel, what comes after the channel's id names the message a thread began with.</summary>
    public static string Of(IActivity activity)
    {
        var conversation = activity.Conversation.Id;
        var thread = conversation.IndexOf(Thread, StringComparison.Ordinal);
        return thread > 0 ? conversation[..thread] : conversation;
    }

    /// <summary>The team it comes from; null in a chat.</summary>
    public static string? TeamOf(IActivity activity) => activity.TeamsGetTeamInfo()?.Id is { Length: > 0 } team ? team : null;

    /// <summary>The Microsoft Entra tenant it comes from; null where the channel has none.</summary>
    public static string? TenantOf(IActivity activity) =>
        activity.Conversation?.TenantId is { Length: > 0 } tenant ? tenant
        : activity.TryGetChannelData<TeamsChannelData>(out var data) && data?.Tenant?.Id is { Length: > 0 } said ? said
        : null;

    /// <summary>
    /// Whether a message in a group is not for the bot. Teams delivers such messages where an administrator allowed the app to read a whole
    /// team; whoever did not call the bot is left alone. A button is always for the bot.
    /// </summary>
    public static bool IsOverheard(Activity activity) =>
        activity.IsTeams() && activity.IsGroup() && activity is { Type: ActivityTypes.Message, Value: null }
        && !activity.GetMentions().Any(mention => mention.Mentioned?.Id == activity.Recipient?.Id);

    /// <summary>Whether the bot is among accounts.</summary>
    public static bool HasBot(IEnumerable<ChannelAccount>? accounts, IActivity activity) =>
        accounts?.Any(account => account.Id == activity.Recipient?.Id) == true;
}
