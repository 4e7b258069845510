using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Builder.Teams;

public sealed class TeamsInfoTests : IAsyncLifetime
{
    private ChannelStandIn _channel = null!;

    public async Task InitializeAsync() => _channel = await ChannelStandIn.StartAsync();

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    [Fact]
    public async Task ThePeopleOfATeamAreFoundByTheTeam()
    {
        _channel.Answer = call => call.Path.Contains("paged", StringComparison.Ordinal)
            ? (200, """{"continuationToken":"next","members":[{"id":"1","email":"ana@school.example","objectId":"o"}]}""")
            : call.Path.EndsWith("members", StringComparison.Ordinal) ? (200, """[{"id":"1","userRole":"user"}]""") : (200, """{"id":"1","givenName":"Ana","objectId":"o"}""");
        using var turn = Turn(team: "t");
        var page = await TeamsInfo.GetPagedMembersAsync(turn, 10);
        Assert.Equal(("next", "ana@school.example", "o"), (page.ContinuationToken, page.Members![0].Email, page.Members[0].AadObjectId));
        Assert.Equal("Ana", (await TeamsInfo.GetMemberAsync(turn, "1")).GivenName);
        Assert.Equal("user", Assert.Single(await TeamsInfo.GetMembersAsync(turn)).UserRole);
        Assert.Equal("Ana", (await TeamsInfo.GetTeamMemberAsync(turn, "1", "other")).GivenName);
        Assert.Equal(
            ["/channel/v3/conversations/t/pagedmembers?pageSize=10", "/channel/v3/conversations/t/members/1", "/channel/v3/conversations/t/members", "/channel/v3/conversations/other/members/1"],
            _channel.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task ThePeopleOfAChatAreFoundByTheConversation()
    {
        using var turn = Turn();
        await TeamsInfo.GetMemberAsync(turn, "1");
        Assert.Equal("/channel/v3/conversations/chat/members/1", _channel.Calls.Single().Path);
    }

    [Fact]
    public async Task ATeamAndItsChannelsAreAskedFor()
    {
        _channel.Answer = call => call.Path.EndsWith("conversations", StringComparison.Ordinal) ? (200, """{"conversations":[{"id":"general"}]}""") : (200, """{"id":"t","name":"Grade 4"}""");
        using var turn = Turn(team: "t");
        Assert.Equal("Grade 4", (await TeamsInfo.GetTeamDetailsAsync(turn)).Name);
        Assert.Equal("general", Assert.Single(await TeamsInfo.GetTeamChannelsAsync(turn)).Id);
    }

    [Fact]
    public async Task InAChatThereIsNoTeamToAskAbout()
    {
        using var turn = Turn();
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetTeamDetailsAsync(turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetTeamChannelsAsync(turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetPagedTeamMembersAsync(turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetTeamMemberAsync(turn, "1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsInfo.GetMemberAsync(turn, string.Empty));
    }

    [Fact]
    public async Task AThreadIsBegunInAChannel()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot());
        _channel.Answer = _ => (201, """{"id":"thread","activityId":"first"}""");
        using var turn = new TurnContext(host.Adapter, new Activity { ServiceUrl = _channel.ServiceUrl });
        var (reference, id) = await TeamsInfo.SendMessageToTeamsChannelAsync(turn, new Activity(ActivityTypes.Message) { Text = "hi" }, "19:books", string.Empty);
        Assert.Equal(("thread", "first"), (reference!.Conversation.Id, id));
        var body = _channel.Calls.Single().Body!;
        Assert.Equal(("19:books", "hi", true), ((string?)body["channelData"]!["channel"]!["id"], (string?)body["activity"]!["text"], (bool?)body["isGroup"]));
    }

    [Fact]
    public async Task AThreadIsBegunWithTheCredentialsOfTheOlderAdapter()
    {
        _channel.Answer = _ => (201, """{"id":"thread","activityId":"first"}""");
        using var client = new HttpClient();
        using var turn = new TurnContext(new BotFrameworkAdapter(new SimpleCredentialProvider(), customHttpClient: client), new Activity { ServiceUrl = _channel.ServiceUrl });
        var (reference, id) = await TeamsInfo.SendMessageToTeamsChannelAsync(turn, new Activity(ActivityTypes.Message) { Text = "hi" }, "19:books", MicrosoftAppCredentials.Empty);
        Assert.Equal(("thread", "first", "msteams"), (reference!.Conversation.Id, id, reference.ChannelId));
        await Assert.ThrowsAsync<ArgumentNullException>(() => TeamsInfo.SendMessageToTeamsChannelAsync(turn, new Activity(), string.Empty, MicrosoftAppCredentials.Empty));
    }

    [Fact]
    public void WhatTeamsAddsToAnActivityIsReadFromIt()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"channel":{"id":"c"},"team":{"id":"t"},"meeting":{"id":"m"},"settings":{"selectedChannel":{"id":"s"}}}""") };
        Assert.Equal(("c", "t", "m", "s"), (activity.TeamsGetChannelId(), activity.TeamsGetTeamInfo()!.Id, activity.TeamsGetMeetingInfo()!.Id, activity.TeamsGetSelectedChannelId()));
        Assert.Null(new Activity().TeamsGetChannelId());
    }

    [Fact]
    public void AMessageMayCallForAttention()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"channel":{"id":"c"}}""") };
        activity.TeamsNotifyUser();
        var data = activity.GetChannelData<TeamsChannelData>()!;
        Assert.Equal((true, false, "c"), (data.Notification!.Alert, data.Notification.AlertInMeeting, data.Channel!.Id));
        activity.TeamsNotifyUser(true, "https://x.example");
        Assert.Equal((false, true, "https://x.example"), (data.Notification!.Alert, data.Notification.AlertInMeeting, data.Notification.ExternalResourceUrl));
    }

    private TurnContext Turn(string? team = null)
    {
        var turn = new TurnContext(new RecordingAdapter(), new Activity
        {
            ChannelId = "msteams",
            Conversation = new ConversationAccount(id: "chat"),
            ChannelData = team is null ? null : new TeamsChannelData { Team = new TeamInfo(team) },
        });
        turn.TurnState.Add<IConnectorClient>(new ConnectorClient(new Uri(_channel.ServiceUrl), MicrosoftAppCredentials.Empty));
        return turn;
    }
}
