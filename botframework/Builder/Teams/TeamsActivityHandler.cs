using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>An <see cref="ActivityHandler"/> that knows what Teams sends.</summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    /// <summary>Calls the method for who joined or left, or for what became of a team or channel.</summary>
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var update = turnContext.Activity;
        if (update.ChannelId != "msteams")
        {
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        }

        update.TryGetChannelData<TeamsChannelData>(out var data);
        if (update.MembersAdded is { } added)
        {
            return OnTeamsMembersAddedDispatchAsync(added, data?.Team, turnContext, cancellationToken);
        }

        if (update.MembersRemoved is { } removed)
        {
            return OnTeamsMembersRemovedDispatchAsync(removed, data?.Team, turnContext, cancellationToken);
        }

        return data?.EventType switch
        {
            "channelCreated" => OnTeamsChannelCreatedAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "channelDeleted" => OnTeamsChannelDeletedAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "channelRenamed" => OnTeamsChannelRenamedAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "channelRestored" => OnTeamsChannelRestoredAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "teamArchived" => OnTeamsTeamArchivedAsync(data.Team, turnContext, cancellationToken),
            "teamDeleted" => OnTeamsTeamDeletedAsync(data.Team, turnContext, cancellationToken),
            "teamHardDeleted" => OnTeamsTeamHardDeletedAsync(data.Team, turnContext, cancellationToken),
            "teamRenamed" => OnTeamsTeamRenamedAsync(data.Team, turnContext, cancellationToken),
            "teamRestored" => OnTeamsTeamRestoredAsync(data.Team, turnContext, cancellationToken),
            "teamUnarchived" => OnTeamsTeamUnarchivedAsync(data.Team, turnContext, cancellationToken),
            _ => base.OnConversationUpdateActivityAsync(turnContext, cancellationToken),
        };
    }

    /// <summary>Asks Teams who those are that it names by id only, and calls <see cref="OnTeamsMembersAddedAsync"/>.</summary>
    protected virtual async Task OnTeamsMembersAddedDispatchAsync(IList<ChannelAccount> membersAdded, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(membersAdded);
        var members = new List<TeamsChannelAccount>(membersAdded.Count);
        foreach (var member in membersAdded)
        {
            members.Add(member.Properties.HasValues || member.Id == turnContext.Activity.Recipient?.Id
                ? TeamsInfo.AsTeams(member)
                : await WhoIsAsync(member, turnContext, cancellationToken).ConfigureAwait(false));
        }

        await OnTeamsMembersAddedAsync(members, teamInfo, turnContext, cancellationToken).ConfigureAwait(false);
    }

    protected virtual Task OnTeamsMembersRemovedDispatchAsync(IList<ChannelAccount> membersRemoved, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(membersRemoved);
        return OnTeamsMembersRemovedAsync([.. membersRemoved.Select(TeamsInfo.AsTeams)], teamInfo, turnContext, cancellationToken);
    }

    /// <summary>Somebody joined; calls <see cref="ActivityHandler.OnMembersAddedAsync"/> unless overridden.</summary>
    protected virtual Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        => OnMembersAddedAsync([.. teamsMembersAdded], turnContext, cancellationToken);

    /// <summary>Somebody left; calls <see cref="ActivityHandler.OnMembersRemovedAsync"/> unless overridden.</summary>
    protected virtual Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        => OnMembersRemovedAsync([.. teamsMembersRemoved], turnContext, cancellationToken);

    protected virtual Task OnTeamsChannelCreatedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelDeletedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelRenamedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelRestoredAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamArchivedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamDeletedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamHardDeletedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamRenamedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamRestoredAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamUnarchivedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        EventOf(turnContext.Activity) switch
        {
            "editMessage" => OnTeamsMessageEditAsync(turnContext, cancellationToken),
            "undeleteMessage" => OnTeamsMessageUndeleteAsync(turnContext, cancellationToken),
            _ => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken),
        };

    protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        EventOf(turnContext.Activity) == "softDeleteMessage"
            ? OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken)
            : base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);

    protected virtual Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string? EventOf(IActivity activity) =>
        activity.ChannelId == "msteams" && activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.EventType : null;

    /// <summary>Somebody may have left again before Teams was asked.</summary>
    private static async Task<TeamsChannelAccount> WhoIsAsync(ChannelAccount member, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return await TeamsInfo.GetMemberAsync(turnContext, member.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (ErrorResponseException e) when (e.Body?.Error?.Code == "ConversationNotFound")
        {
            return TeamsInfo.AsTeams(member);
        }
    }
}
