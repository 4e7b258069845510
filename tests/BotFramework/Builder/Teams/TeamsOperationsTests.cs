using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace LibraryBot.Tests.BotFramework.Builder.Teams;

#pragma warning disable CA1001 // xunit calls DisposeAsync, where the turn is disposed.
public sealed class TeamsOperationsTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private ChannelStandIn _channel = null!;
    private TurnContext _turn = null!;

    public async Task InitializeAsync()
    {
        _channel = await ChannelStandIn.StartAsync();
        _turn = new TurnContext(new RecordingAdapter(), new Activity
        {
            ChannelId = "msteams",
            From = new ChannelAccount("ana", aadObjectId: "aad"),
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo("tenant"), Meeting = new TeamsMeetingInfo("meeting") },
        });
        _turn.TurnState.Add<IConnectorClient>(new ConnectorClient(new Uri(_channel.ServiceUrl), MicrosoftAppCredentials.Empty));
    }

    public async Task DisposeAsync()
    {
        _turn.Dispose();
        await _channel.DisposeAsync();
    }

    [Fact]
    public async Task MeetingAndPersonAreThoseOfTheTurn()
    {
        _channel.Answer = call => call.Path.Contains("participants", StringComparison.Ordinal)
            ? (200, """{"user":{"id":"ana"},"meeting":{"role":"Organizer","inMeeting":true}}""")
            : (200, """{"details":{"id":"meeting","scheduledStartTime":"2026-09-01T08:00:00Z"},"organizer":{"id":"ben"}}""");
        Assert.Equal("ben", (await TeamsInfo.GetMeetingInfoAsync(_turn)).Organizer!.Id);
        Assert.True((await TeamsInfo.GetMeetingParticipantAsync(_turn)).Meeting!.InMeeting);
        await TeamsInfo.GetMeetingParticipantAsync(_turn, "m2", "p2", "t2");
        Assert.Equal(
            ["/channel/v1/meetings/meeting", "/channel/v1/meetings/meeting/participants/aad?tenantId=tenant", "/channel/v1/meetings/m2/participants/p2?tenantId=t2"],
            _channel.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task WithoutAMeetingThereIsNothingToAsk()
    {
        _turn.Activity.ChannelData = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetMeetingInfoAsync(_turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetMeetingParticipantAsync(_turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetMeetingParticipantAsync(_turn, "m", "p"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.SendMeetingNotificationAsync(_turn, null!, "m"));
    }

    [Fact]
    public async Task ANotificationNamesPeopleAndPlaces()
    {
        _channel.Answer = _ => (207, """{"recipientsFailureInfo":[{"recipientMri":"ben","errorcode":"NotFound","failureReason":"left"}]}""");
        var response = await TeamsInfo.SendMeetingNotificationAsync(_turn, new TargetedMeetingNotification
        {
            Value = new TargetedMeetingNotificationValue { Recipients = ["ana", "ben"], Surfaces = [new MeetingStageSurface<TaskModuleContinueResponse> { Content = new(new TaskModuleTaskInfo("Holes")) }, new MeetingTabIconSurface { TabEntityId = "shelf" }] },
            ChannelData = new MeetingNotificationChannelData { OnBehalfOfList = [new OnBehalfOf { DisplayName = "Ana" }] },
        });
        Assert.Equal(("ben", "NotFound"), (response.RecipientsFailureInfo![0].RecipientMri, response.RecipientsFailureInfo[0].ErrorCode));
        var call = _channel.Calls.Single();
        Assert.Equal("/channel/v1/meetings/meeting/notification", call.Path);
        Assert.Equal(
            """{"channelData":{"OnBehalfOf":[{"itemid":0,"displayName":"Ana"}]},"value":{"recipients":["ana","ben"],"surfaces":[{"contentType":"task","content":{"value":{"title":"Holes"},"type":"continue"},"surface":"meetingStage"},{"tabEntityId":"shelf","surface":"meetingTabIcon"}]},"type":"targetedMeetingNotification"}""",
            call.Body!.ToJsonString());
    }

    [Theory]
    [InlineData("\"op-1\"")]
    [InlineData("{\"operationId\":\"op-1\"}")]
    public async Task AMessageToManyIsAnOperation(string answer)
    {
        _channel.Answer = _ => (201, answer);
        var message = MessageFactory.Text("The book fair opens.");
        Assert.Equal("op-1", await TeamsInfo.SendMessageToListOfUsersAsync(_turn, message, [new("ana"), new("ben")], "tenant"));
        Assert.Equal("op-1", await TeamsInfo.SendMessageToListOfChannelsAsync(_turn, message, [new("19:books")], "tenant"));
        Assert.Equal("op-1", await TeamsInfo.SendMessageToAllUsersInTeamAsync(_turn, message, "team", "tenant"));
        Assert.Equal("op-1", await TeamsInfo.SendMessageToAllUsersInTenantAsync(_turn, message, "tenant"));
        Assert.Equal(
            ["/channel/v3/batch/conversation/users/", "/channel/v3/batch/conversation/channels/", "/channel/v3/batch/conversation/team/", "/channel/v3/batch/conversation/tenant/"],
            _channel.Calls.Select(call => call.Path));
        var body = _channel.Calls.First().Body!;
        Assert.Equal(("ben", "tenant", "The book fair opens."), ((string?)body["members"]![1]!["id"], (string?)body["tenantId"], (string?)body["activity"]!["text"]));
    }

    [Fact]
    public async Task AnOperationIsAskedAboutAndCancelled()
    {
        _channel.Answer = call => call.Path.Contains("failedentries", StringComparison.Ordinal)
            ? (200, """{"continuationToken":"more","failedEntryResponses":[{"id":"ben","error":"blocked"}]}""")
            : (200, """{"state":"Completed","statusMap":{"201":7,"403":1},"totalEntriesCount":8}""");
        var state = await TeamsInfo.GetOperationStateAsync(_turn, "op");
        Assert.Equal(("Completed", 7, 8), (state.State, state.StatusMap![201], state.TotalEntriesCount));
        var failed = await TeamsInfo.GetPagedFailedEntriesAsync(_turn, "op", "page 2");
        Assert.Equal(("more", "ben"), (failed.ContinuationToken, failed.FailedEntries![0].EntryId));
        await TeamsInfo.CancelOperationAsync(_turn, "op");
        Assert.Equal(
            ["GET /channel/v3/batch/conversation/op", "GET /channel/v3/batch/conversation/failedentries/op?continuationToken=page%202", "DELETE /channel/v3/batch/conversation/op"],
            _channel.Calls.Select(call => $"{call.Method} {call.Path}"));
    }

    [Fact]
    public async Task ARefusalSaysWhy()
    {
        _channel.Answer = _ => (403, """{"error":{"code":"BotNotInConversationRoster","message":"no"}}""");
        var refused = await Assert.ThrowsAsync<HttpOperationException>(() => TeamsInfo.GetMeetingInfoAsync(_turn));
        Assert.Contains("BotNotInConversationRoster", refused.Response!.Content, StringComparison.Ordinal);
        var failed = await Assert.ThrowsAsync<AggregateException>(() => TeamsInfo.SendMessageToAllUsersInTenantAsync(_turn, MessageFactory.Text("hi"), "tenant"));
        Assert.IsType<HttpOperationException>(Assert.Single(failed.InnerExceptions));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.SendMessageToAllUsersInTeamAsync(_turn, MessageFactory.Text("hi"), null!, "tenant"));
    }

    [Fact]
    public async Task WhenTeamsIsBusyTheCallIsMadeAgain()
    {
        _channel.Answer = _ => _channel.Calls.Count < 2 ? (429, "{}") : (201, "\"op-1\"");
        Assert.Equal("op-1", await TeamsInfo.SendMessageToAllUsersInTenantAsync(_turn, MessageFactory.Text("hi"), "tenant"));
    }
}
