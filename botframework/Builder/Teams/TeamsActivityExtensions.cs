using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams adds to an activity.</summary>
public static class TeamsActivityExtensions
{
    /// <summary>The channel the activity came from; null in a chat.</summary>
    public static string? TeamsGetChannelId(this IActivity activity) => DataOf(activity)?.Channel?.Id;

    /// <summary>The channel that was chosen when the bot was installed.</summary>
    public static string? TeamsGetSelectedChannelId(this IActivity activity) => DataOf(activity)?.Settings?.SelectedChannel?.Id;

    /// <summary>The team the activity came from; null in a chat.</summary>
    public static TeamInfo? TeamsGetTeamInfo(this IActivity activity) => DataOf(activity)?.Team;

    public static TeamsMeetingInfo? TeamsGetMeetingInfo(this IActivity activity) => DataOf(activity)?.Meeting;

    /// <summary>For whom the message was sent; null when it was for nobody else.</summary>
    public static IList<OnBehalfOf>? TeamsGetTeamOnBehalfOf(this IActivity activity) => DataOf(activity)?.OnBehalfOf;

    /// <summary>Lets the message call for attention in the activity feed.</summary>
    public static void TeamsNotifyUser(this IActivity activity) => activity.TeamsNotifyUser(false);

    /// <summary>Lets the message call for attention in the activity feed, or in the meeting when <paramref name="alertInMeeting"/>.</summary>
    public static void TeamsNotifyUser(this IActivity activity, bool alertInMeeting, string? externalResourceUrl = null)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var data = activity.ChannelData as TeamsChannelData ?? DataOf(activity) ?? new TeamsChannelData();
        data.Notification = new NotificationInfo(!alertInMeeting, alertInMeeting, externalResourceUrl);
        activity.ChannelData = data;
    }

    private static TeamsChannelData? DataOf(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.TryGetChannelData<TeamsChannelData>(out var data) ? data : null;
    }
}
