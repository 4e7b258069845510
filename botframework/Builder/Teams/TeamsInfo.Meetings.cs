using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <content>Meetings.</content>
public static partial class TeamsInfo
{
    /// <summary>A meeting: that of the turn unless <paramref name="meetingId"/> is given.</summary>
    /// <exception cref="InvalidOperationException">The turn is in no meeting and none is given.</exception>
    public static async Task<MeetingInfo> GetMeetingInfoAsync(ITurnContext turnContext, string? meetingId = null, CancellationToken cancellationToken = default)
    {
        var meeting = MeetingOf(turnContext, meetingId);
        using var teams = TeamsClient(turnContext);
        return await teams.Teams.FetchMeetingInfoAsync(meeting, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A person in a meeting: by their AAD object id, the sender of the turn unless given.</summary>
    /// <exception cref="InvalidOperationException">Meeting, person or tenant is neither given nor named by the turn.</exception>
    public static async Task<TeamsMeetingParticipant> GetMeetingParticipantAsync(ITurnContext turnContext, string? meetingId = null, string? participantId = null, string? tenantId = null, CancellationToken cancellationToken = default)
    {
        var meeting = MeetingOf(turnContext, meetingId);
        var person = participantId ?? turnContext.Activity.From?.AadObjectId ?? throw Missing(nameof(participantId));
        var tenant = tenantId
            ?? (turnContext.Activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Tenant?.Id : null)
            ?? throw Missing(nameof(tenantId));
        using var teams = TeamsClient(turnContext);
        return await teams.Teams.FetchParticipantAsync(meeting, person, tenant, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notifies people in a meeting.</summary>
    /// <returns>Whom it did not reach; null when it reached everybody.</returns>
    /// <exception cref="InvalidOperationException">The turn is in no meeting and none is given.</exception>
    public static async Task<MeetingNotificationResponse> SendMeetingNotificationAsync(ITurnContext turnContext, MeetingNotificationBase notification, string? meetingId = null, CancellationToken cancellationToken = default)
    {
        var meeting = MeetingOf(turnContext, meetingId);
        if (notification is null)
        {
            throw Missing(nameof(notification));
        }

        using var teams = TeamsClient(turnContext);
        return await teams.Teams.SendMeetingNotificationAsync(meeting, notification, cancellationToken).ConfigureAwait(false);
    }

    private static string MeetingOf(ITurnContext turnContext, string? meetingId)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return meetingId
            ?? turnContext.Activity.TeamsGetMeetingInfo()?.Id
            ?? throw new InvalidOperationException("This method is only valid within the scope of a MS Teams Meeting.");
    }

    private static InvalidOperationException Missing(string name) => new($"{name} is required.");
}
