using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about people, teams and channels. Each throws <see cref="ErrorResponseException"/> when Teams refuses.</summary>
public static partial class TeamsInfo
{
    /// <summary>Name and numbers of a team: that of the turn unless <paramref name="teamId"/> is given.</summary>
    /// <exception cref="InvalidOperationException">The turn is in no team and none is given.</exception>
    public static async Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        using var teams = TeamsClient(turnContext);
        return await teams.Teams.FetchTeamDetailsAsync(team, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The channels of a team; the general channel has no name.</summary>
    /// <exception cref="InvalidOperationException">The turn is in no team and none is given.</exception>
    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        using var teams = TeamsClient(turnContext);
        return (await teams.Teams.FetchChannelListAsync(team, cancellationToken).ConfigureAwait(false)).Conversations ?? [];
    }

    /// <summary>Everybody in a team.</summary>
    /// <exception cref="InvalidOperationException">The turn is in no team and none is given.</exception>
    public static Task<IEnumerable<TeamsChannelAccount>> GetTeamMembersAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default)
        => EverybodyAsync(turnContext, TeamOf(turnContext, teamId), cancellationToken);

    /// <summary>Everybody in the team or chat of the turn.</summary>
    public static Task<IEnumerable<TeamsChannelAccount>> GetMembersAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        => EverybodyAsync(turnContext, PlaceOf(turnContext), cancellationToken);

    /// <summary>A page of a team's people.</summary>
    /// <exception cref="InvalidOperationException">The turn is in no team and none is given.</exception>
    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(ITurnContext turnContext, string? teamId = null, string? continuationToken = default, int? pageSize = default, CancellationToken cancellationToken = default)
        => PageAsync(turnContext, TeamOf(turnContext, teamId), continuationToken, pageSize, cancellationToken);

    /// <summary>A page of the people in the team or chat of the turn.</summary>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(ITurnContext turnContext, int? pageSize = default, string? continuationToken = default, CancellationToken cancellationToken = default)
        => PageAsync(turnContext, PlaceOf(turnContext), continuationToken, pageSize, cancellationToken);

    /// <summary>One person of a team.</summary>
    /// <exception cref="InvalidOperationException">The turn is in no team and none is given.</exception>
    public static Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string? teamId = null, CancellationToken cancellationToken = default)
        => PersonAsync(turnContext, userId, TeamOf(turnContext, teamId), cancellationToken);

    /// <summary>One person of the team or chat of the turn.</summary>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
        => PersonAsync(turnContext, userId, PlaceOf(turnContext), cancellationToken);

    /// <summary>Begins a thread in a channel, as the app of <paramref name="credentials"/>.</summary>
    /// <returns>Where the thread is, and the id of its first message.</returns>
    public static Task<Tuple<ConversationReference?, string?>> SendMessageToTeamsChannelAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, MicrosoftAppCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return BeginThreadAsync(
            turnContext,
            activity,
            teamsChannelId,
            (thread, opened) => turnContext.Adapter is BotFrameworkAdapter adapter
                ? adapter.CreateConversationAsync(Channels.Msteams, turnContext.Activity.ServiceUrl, credentials, thread, opened, cancellationToken)
                : OpenAsync(turnContext, credentials.MicrosoftAppId!, thread, opened, cancellationToken));
    }

    /// <summary>Begins a thread in a channel.</summary>
    /// <returns>Where the thread is, and the id of its first message.</returns>
    public static Task<Tuple<ConversationReference?, string?>> SendMessageToTeamsChannelAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default)
        => BeginThreadAsync(turnContext, activity, teamsChannelId, (thread, opened) => OpenAsync(turnContext, botAppId, thread, opened, cancellationToken));

    private static Task OpenAsync(ITurnContext turnContext, string botAppId, ConversationParameters thread, BotCallbackHandler opened, CancellationToken cancellationToken) => turnContext.Adapter.CreateConversationAsync(
        botAppId,
        Channels.Msteams,
        turnContext.Activity.ServiceUrl,
        turnContext.TurnState.Get<string>(BotAdapter.OAuthScopeKey)!,
        thread,
        opened,
        cancellationToken);

    private static async Task<Tuple<ConversationReference?, string?>> BeginThreadAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, Func<ConversationParameters, BotCallbackHandler, Task> openAsync)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        if (turnContext.Activity is null)
        {
            throw new InvalidOperationException(nameof(turnContext.Activity));
        }

        if (string.IsNullOrEmpty(teamsChannelId))
        {
            throw new ArgumentNullException(nameof(teamsChannelId));
        }

        var thread = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = teamsChannelId } },
            Activity = (Activity)activity,
        };
        ConversationReference? reference = null;
        string? messageId = null;
        await openAsync(thread, (opened, _) =>
        {
            reference = opened.Activity.GetConversationReference();
            messageId = opened.Activity.Id;
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return new(reference, messageId);
    }

    private static string TeamOf(ITurnContext turnContext, string? teamId)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return teamId
            ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
            ?? throw new InvalidOperationException("This method is only valid within the scope of MS Teams Team.");
    }

    private static string PlaceOf(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.TeamsGetTeamInfo()?.Id
            ?? turnContext.Activity.Conversation?.Id
            ?? throw new InvalidOperationException("The GetMembers operation needs a valid conversation Id.");
    }

    private static IConnectorClient Client(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()
        ?? throw new InvalidOperationException("This method requires a connector client.");

    private static TeamsConnectorClient TeamsClient(ITurnContext turnContext)
    {
        var client = Client(turnContext);
        return new TeamsConnectorClient(client.BaseUri, client.Credentials, (client as ConnectorClient)?.HttpClient);
    }

    private static async Task<TeamsChannelAccount> PersonAsync(ITurnContext turnContext, string userId, string placeId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(userId))
        {
            throw Missing(nameof(userId));
        }

        var member = await Client(turnContext).Conversations.GetConversationMemberAsync(userId, placeId, cancellationToken).ConfigureAwait(false);
        return AsTeams(member);
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(ITurnContext turnContext, string placeId, string? continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        var page = await Client(turnContext).Conversations.GetConversationPagedMembersAsync(placeId, pageSize, continuationToken, cancellationToken).ConfigureAwait(false);
        return new TeamsPagedMembersResult(page.ContinuationToken, [.. (page.Members ?? []).Select(AsTeams)]);
    }

    private static async Task<IEnumerable<TeamsChannelAccount>> EverybodyAsync(ITurnContext turnContext, string placeId, CancellationToken cancellationToken)
    {
        var members = await Client(turnContext).Conversations.GetConversationMembersAsync(placeId, cancellationToken).ConfigureAwait(false);
        return [.. (members ?? []).Select(AsTeams)];
    }

    internal static TeamsChannelAccount AsTeams(ChannelAccount account) => SchemaJson.Convert<TeamsChannelAccount>(account)!;
}
