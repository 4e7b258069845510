using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Teams;

/// <content>
/// Messages to many at once. Teams takes them as an operation with an id. When Teams is busy (429) a call is made again; a call that
/// fails in the end throws an <see cref="AggregateException"/> that holds why each attempt failed.
/// </content>
public partial class TeamsOperations
{
    private const string Batches = "v3/batch/conversation";

    public Task<HttpOperationResponse<string>> SendMessageToListOfUsersAsync(IActivity activity, List<TeamMember> teamsMembers, string tenantId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(activity, nameof(activity));
        ValidationException.ThrowIfNull(teamsMembers, nameof(teamsMembers));
        ValidationException.ThrowIfNull(tenantId, nameof(tenantId));
        return StartAsync("users", new { activity, members = teamsMembers, tenantId }, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<string>> SendMessageToListOfChannelsAsync(IActivity activity, List<TeamMember> channelsMembers, string tenantId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(activity, nameof(activity));
        ValidationException.ThrowIfNull(channelsMembers, nameof(channelsMembers));
        ValidationException.ThrowIfNull(tenantId, nameof(tenantId));
        return StartAsync("channels", new { activity, members = channelsMembers, tenantId }, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<string>> SendMessageToAllUsersInTeamAsync(IActivity activity, string teamId, string tenantId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(activity, nameof(activity));
        ValidationException.ThrowIfNull(teamId, nameof(teamId));
        ValidationException.ThrowIfNull(tenantId, nameof(tenantId));
        return StartAsync("team", new { activity, teamId, tenantId }, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<string>> SendMessageToAllUsersInTenantAsync(IActivity activity, string tenantId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(activity, nameof(activity));
        ValidationException.ThrowIfNull(tenantId, nameof(tenantId));
        return StartAsync("tenant", new { activity, tenantId }, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<BatchOperationState>> GetOperationStateAsync(string operationId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(operationId, nameof(operationId));
        return AgainAsync(() => CallAsync<BatchOperationState>(HttpMethod.Get, $"{Batches}/{Segment(operationId)}", null, customHeaders, cancellationToken), cancellationToken);
    }

    public Task<HttpOperationResponse<BatchFailedEntriesResponse>> GetPagedFailedEntriesAsync(string operationId, Dictionary<string, List<string>>? customHeaders = null, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(operationId, nameof(operationId));
        var page = string.IsNullOrEmpty(continuationToken) ? string.Empty : $"?continuationToken={Segment(continuationToken)}";
        return AgainAsync(() => CallAsync<BatchFailedEntriesResponse>(HttpMethod.Get, $"{Batches}/failedentries/{Segment(operationId)}{page}", null, customHeaders, cancellationToken), cancellationToken);
    }

    public async Task<HttpOperationResponse> CancelOperationAsync(string operationId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(operationId, nameof(operationId));
        return await AgainAsync(() => CallAsync<object>(HttpMethod.Delete, $"{Batches}/{Segment(operationId)}", null, customHeaders, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static Task<T> AgainAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => BusyRetry.RunAsync(call, cancellationToken);

    private async Task<HttpOperationResponse<string>> StartAsync(string to, object message, Dictionary<string, List<string>>? headers, CancellationToken cancellationToken)
    {
        var answer = await AgainAsync(() => CallAsync<JToken>(HttpMethod.Post, $"{Batches}/{to}/", message, headers, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new HttpOperationResponse<string>
        {
            Request = answer.Request,
            Response = answer.Response,
            Body = await OperationIdAsync(answer, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The id comes as an object, as a JSON string, or as bare text.</summary>
    private static async Task<string> OperationIdAsync(HttpOperationResponse<JToken> answer, CancellationToken cancellationToken) => answer.Body switch
    {
        JObject found => (string?)found["operationId"] ?? string.Empty,
        { Type: JTokenType.String } found => (string)found!,
        _ => await answer.Response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false),
    };
}
