using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Connector.Teams;

/// <summary><see cref="ITeamsOperations"/>, with the answer alone. What the interface lacks needs <see cref="TeamsOperations"/>.</summary>
public static class TeamsOperationsExtensions
{
    public static async Task<ConversationList> FetchChannelListAsync(this ITeamsOperations operations, string teamId, CancellationToken cancellationToken = default)
        => (await operations.FetchChannelListWithHttpMessagesAsync(teamId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<TeamDetails> FetchTeamDetailsAsync(this ITeamsOperations operations, string teamId, CancellationToken cancellationToken = default)
        => (await operations.FetchTeamDetailsWithHttpMessagesAsync(teamId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<MeetingInfo> FetchMeetingInfoAsync(this ITeamsOperations operations, string meetingId, CancellationToken cancellationToken = default)
        => (await Whole(operations).FetchMeetingInfoWithHttpMessagesAsync(meetingId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<TeamsMeetingParticipant> FetchParticipantAsync(this ITeamsOperations operations, string meetingId, string participantId, string tenantId, CancellationToken cancellationToken = default)
        => (await Whole(operations).FetchParticipantWithHttpMessagesAsync(meetingId, participantId, tenantId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<MeetingNotificationResponse> SendMeetingNotificationAsync(this ITeamsOperations operations, string meetingId, MeetingNotificationBase notification, CancellationToken cancellationToken = default)
        => (await Whole(operations).SendMeetingNotificationMessageAsync(meetingId, notification, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<string> SendMessageToListOfUsersAsync(this ITeamsOperations operations, IActivity activity, List<TeamMember> teamsMembers, string tenantId, CancellationToken cancellationToken = default)
        => (await Whole(operations).SendMessageToListOfUsersAsync(activity, teamsMembers, tenantId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<string> SendMessageToListOfChannelsAsync(this ITeamsOperations operations, IActivity activity, List<TeamMember> channelsMembers, string tenantId, CancellationToken cancellationToken = default)
        => (await Whole(operations).SendMessageToListOfChannelsAsync(activity, channelsMembers, tenantId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<string> SendMessageToAllUsersInTeamAsync(this ITeamsOperations operations, IActivity activity, string teamId, string tenantId, CancellationToken cancellationToken = default)
        => (await Whole(operations).SendMessageToAllUsersInTeamAsync(activity, teamId, tenantId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<string> SendMessageToAllUsersInTenantAsync(this ITeamsOperations operations, IActivity activity, string tenantId, CancellationToken cancellationToken = default)
        => (await Whole(operations).SendMessageToAllUsersInTenantAsync(activity, tenantId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<BatchOperationState> GetOperationStateAsync(this ITeamsOperations operations, string operationId, CancellationToken cancellationToken = default)
        => (await Whole(operations).GetOperationStateAsync(operationId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<BatchFailedEntriesResponse> GetPagedFailedEntriesAsync(this ITeamsOperations operations, string operationId, string? continuationToken = null, CancellationToken cancellationToken = default)
        => (await Whole(operations).GetPagedFailedEntriesAsync(operationId, null, continuationToken, cancellationToken).ConfigureAwait(false)).Body;

    public static Task CancelOperationAsync(this ITeamsOperations operations, string operationId, CancellationToken cancellationToken = default)
        => Whole(operations).CancelOperationAsync(operationId, null, cancellationToken);

    private static TeamsOperations Whole(ITeamsOperations operations) =>
        operations as TeamsOperations ?? throw new InvalidOperationException($"This needs {nameof(TeamsOperations)}.");
}
