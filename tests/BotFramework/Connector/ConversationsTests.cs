using System.Net;
using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace LibraryBot.Tests.BotFramework.Connector;

public sealed class ConversationsTests : IAsyncLifetime, IDisposable
{
    private ChannelStandIn _channel = null!;
    private ConnectorClient _client = null!;

    public async Task InitializeAsync()
    {
        _channel = await ChannelStandIn.StartAsync();
        _client = new ConnectorClient(new Uri(_channel.ServiceUrl), MicrosoftAppCredentials.Empty);
    }

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task EachCallHasItsMethodAndPath()
    {
        var conversations = _client.Conversations;
        var activity = new Activity(ActivityTypes.Message) { Id = "own", ReplyToId = "in", Text = "hi", Conversation = new ConversationAccount(id: "a/b;c") };
        await conversations.CreateConversationAsync(new ConversationParameters { IsGroup = true });
        await conversations.SendToConversationAsync(activity);
        await conversations.ReplyToActivityAsync(activity);
        await conversations.UpdateActivityAsync(activity);
        await conversations.DeleteActivityAsync("c", "x");
        await conversations.GetConversationMemberAsync("u", "c");
        await conversations.GetConversationPagedMembersAsync("c", 20, "a&b");
        await conversations.GetConversationPagedMembersAsync("c");
        Assert.Equal(
        [
            "POST /channel/v3/conversations",
            "POST /channel/v3/conversations/a%2Fb;c/activities",
            "POST /channel/v3/conversations/a%2Fb;c/activities/in",
            "PUT /channel/v3/conversations/a%2Fb;c/activities/own",
            "DELETE /channel/v3/conversations/c/activities/x",
            "GET /channel/v3/conversations/c/members/u",
            "GET /channel/v3/conversations/c/pagedmembers?pageSize=20&continuationToken=a%26b",
            "GET /channel/v3/conversations/c/pagedmembers",
        ],
            _channel.Calls.Select(call => $"{call.Method} {call.Path}"));
        Assert.All(_channel.Calls, call => Assert.Null(call.Authorization));
    }

    [Fact]
    public async Task TheActivityTravelsAsJsonAndItsIdComesBack()
    {
        var response = await _client.Conversations.SendToConversationAsync("c", new Activity(ActivityTypes.Message) { Text = "¿Tienes «Holes»? 📚" });
        Assert.Equal("sent-1", response.Id);
        Assert.Equal("""{"type":"message","text":"¿Tienes «Holes»? 📚"}""", _channel.Calls.First().Body!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("\\uD83D\\uDCDA", "📚", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PeopleComeBackWithAllTheChannelSays()
    {
        _channel.Answer = _ => (200, """[{"id":"1","name":"Ana","objectId":"o","email":"ana@school.example"}]""");
        var member = Assert.Single(await _client.Conversations.GetConversationMembersAsync("c"));
        Assert.Equal(("Ana", "ana@school.example"), (member.Name, (string?)member.Properties["email"]));
    }

    [Fact]
    public async Task ARefusalIsAnExceptionThatSaysWhy()
    {
        _channel.Answer = _ => (429, """{"error":{"code":"TooMany","message":"later"}}""");
        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => _client.Conversations.SendToConversationAsync("c", new Activity()));
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooMany", "later"), (e.Response!.StatusCode, e.Body!.Error!.Code, e.Body.Error.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>busy</html>")]
    public async Task ARefusalWithoutJsonIsARefusalStill(string body)
    {
        _channel.Answer = _ => (502, body);
        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => _client.Conversations.DeleteActivityAsync("c", "x"));
        Assert.Equal(HttpStatusCode.BadGateway, e.Response!.StatusCode);
        Assert.Null(e.Body);
    }

    [Fact]
    public async Task ASuccessWithoutJsonIsASuccessStill()
    {
        _channel.Answer = _ => (202, string.Empty);
        Assert.Null(await _client.Conversations.SendToConversationAsync("c", new Activity()));
    }

    [Fact]
    public async Task TeamsTellsOfTeamsAndChannels()
    {
        using var teams = new TeamsConnectorClient(new Uri(_channel.ServiceUrl), MicrosoftAppCredentials.Empty);
        _channel.Answer = call => call.Path.EndsWith("conversations", StringComparison.Ordinal)
            ? (200, """{"conversations":[{"id":"general"},{"id":"books","name":"Books"}]}""")
            : (200, """{"id":"t","name":"Grade 4","channelCount":2,"memberCount":30}""");
        Assert.Equal([null, "Books"], (await teams.Teams.FetchChannelListAsync("t")).Conversations!.Select(channel => channel.Name));
        Assert.Equal(("Grade 4", 30), await teams.Teams.FetchTeamDetailsAsync("t") is var team ? (team.Name, team.MemberCount) : default);
        Assert.Equal(["/channel/v3/teams/t/conversations", "/channel/v3/teams/t"], _channel.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task WhatIsNeededMustBeGiven()
    {
        await Assert.ThrowsAsync<ValidationException>(() => _client.Conversations.SendToConversationAsync(null!, new Activity()));
        await Assert.ThrowsAsync<ValidationException>(() => _client.Conversations.SendToConversationAsync("c", null!));
        await Assert.ThrowsAsync<ValidationException>(() => _client.Conversations.CreateConversationAsync(null!));
        Assert.Throws<ArgumentNullException>(() => new ConnectorClient(null!, MicrosoftAppCredentials.Empty));
    }
}
