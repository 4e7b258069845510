using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Teams;

/// <content>Events of Teams: what was read, and what happens in meetings.</content>
public partial class TeamsActivityHandler
{
    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var happened = turnContext.Activity;
        return (happened.ChannelId == Channels.Msteams ? happened.Name : null) switch
        {
            "application/vnd.microsoft.readReceipt" when TryRead<ReadReceiptInfo>(happened) is { } receipt
                => OnTeamsReadReceiptAsync(receipt, turnContext, cancellationToken),
            "application/vnd.microsoft.meetingStart" when TryRead<MeetingStartEventDetails>(happened) is { } start
                => OnTeamsMeetingStartAsync(start, turnContext, cancellationToken),
            "application/vnd.microsoft.meetingEnd" when TryRead<MeetingEndEventDetails>(happened) is { } end
                => OnTeamsMeetingEndAsync(end, turnContext, cancellationToken),
            "application/vnd.microsoft.meetingParticipantJoin" when TryRead<MeetingParticipantsEventDetails>(happened) is { } joined
                => OnTeamsMeetingParticipantsJoinAsync(joined, turnContext, cancellationToken),
            "application/vnd.microsoft.meetingParticipantLeave" when TryRead<MeetingParticipantsEventDetails>(happened) is { } left
                => OnTeamsMeetingParticipantsLeaveAsync(left, turnContext, cancellationToken),
            _ => base.OnEventActivityAsync(turnContext, cancellationToken),
        };
    }

    /// <summary>Somebody read what the bot wrote.</summary>
    protected virtual Task OnTeamsReadReceiptAsync(ReadReceiptInfo readReceiptInfo, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingStartAsync(MeetingStartEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingEndAsync(MeetingEndEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingParticipantsJoinAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingParticipantsLeaveAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An event asks for no answer, so one that cannot be read is an event like any other.</summary>
    private static T? TryRead<T>(IEventActivity happened)
        where T : class
    {
        try
        {
            return SchemaJson.Convert<T>(happened.Value);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidCastException or FormatException)
        {
            return null;
        }
    }
}
