using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <content>Messages to many at once, and how far they have come. Each throws <see cref="AggregateException"/> when Teams refuses.</content>
public static partial class TeamsInfo
{
    /// <returns>The id of the operation.</returns>
    public static Task<string> SendMessageToListOfUsersAsync(ITurnContext turnContext, IActivity activity, List<TeamMember> teamsMembers, string tenantId, CancellationToken cancellationToken = default)
    {
        Need((activity, nameof(activity)), (teamsMembers, nameof(teamsMembers)), (tenantId, nameof(tenantId)));
        return WithTeamsAsync(turnContext, teams => teams.SendMessageToListOfUsersAsync(activity, teamsMembers, tenantId, cancellationToken));
    }

    /// <returns>The id of the operation.</returns>
    public static Task<string> SendMessageToListOfChannelsAsync(ITurnContext turnContext, IActivity activity, List<TeamMember> channelsMembers, string tenantId, CancellationToken cancellationToken = default)
    {
        Need((activity, nameof(activity)), (channelsMembers, nameof(channelsMembers)), (tenantId, nameof(tenantId)));
        return WithTeamsAsync(turnContext, teams => teams.SendMessageToListOfChannelsAsync(activity, channelsMembers, tenantId, cancellationToken));
    }

    /// <returns>The id of the operation.</returns>
    public static Task<string> SendMessageToAllUsersInTeamAsync(ITurnContext turnContext, IActivity activity, string teamId, string tenantId, CancellationToken cancellationToken = default)
    {
        Need((activity, nameof(activity)), (teamId, nameof(teamId)), (tenantId, nameof(tenantId)));
        return WithTeamsAsync(turnContext, teams => teams.SendMessageToAllUsersInTeamAsync(activity, teamId, tenantId, cancellationToken));
    }

    /// <returns>The id of the operation.</returns>
    public static Task<string> SendMessageToAllUsersInTenantAsync(ITurnContext turnContext, IActivity activity, string tenantId, CancellationToken cancellationToken = default)
    {
        Need((activity, nameof(activity)), (tenantId, nameof(tenantId)));
        return WithTeamsAsync(turnContext, teams => teams.SendMessageToAllUsersInTenantAsync(activity, tenantId, cancellationToken));
    }

    public static Task<BatchOperationState> GetOperationStateAsync(ITurnContext turnContext, string operationId, CancellationToken cancellationToken = default)
    {
        Need((operationId, nameof(operationId)));
        return WithTeamsAsync(turnContext, teams => teams.GetOperationStateAsync(operationId, cancellationToken));
    }

    public static Task<BatchFailedEntriesResponse> GetPagedFailedEntriesAsync(ITurnContext turnContext, string operationId, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        Need((operationId, nameof(operationId)));
        return WithTeamsAsync(turnContext, teams => teams.GetPagedFailedEntriesAsync(operationId, continuationToken, cancellationToken));
    }

    public static async Task CancelOperationAsync(ITurnContext turnContext, string operationId, CancellationToken cancellationToken = default)
    {
        Need((operationId, nameof(operationId)));
        ArgumentNullException.ThrowIfNull(turnContext);
        using var client = TeamsClient(turnContext);
        await client.Teams.CancelOperationAsync(operationId, cancellationToken).ConfigureAwait(false);
    }

    private static void Need(params ReadOnlySpan<(object? Value, string Name)> needed)
    {
        foreach (var (value, name) in needed)
        {
            if (value is null or "")
            {
                throw Missing(name);
            }
        }
    }

    private static async Task<T> WithTeamsAsync<T>(ITurnContext turnContext, Func<ITeamsOperations, Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        using var client = TeamsClient(turnContext);
        return await call(client.Teams).ConfigureAwait(false);
    }
}
