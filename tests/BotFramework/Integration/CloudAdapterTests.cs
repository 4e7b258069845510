using System.Net;
using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Integration;

public sealed class CloudAdapterTests : IAsyncLifetime
{
    private ChannelStandIn _channel = null!;

    public async Task InitializeAsync() => _channel = await ChannelStandIn.StartAsync();

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    [Fact]
    public async Task AReplyIsSentToTheServiceOfTheMessage()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot());
        Assert.Equal((HttpStatusCode.OK, string.Empty), await host.PostAsync(Json()));
        var call = Assert.Single(_channel.Calls);
        Assert.Equal(("POST", "/channel/v3/conversations/c/activities/m", null), (call.Method, call.Path, call.Authorization));
        Assert.Equal("You said hi", (string?)call.Body!["text"]);
    }

    [Fact]
    public async Task ExpectedRepliesComeInTheResponse()
    {
        var bot = new CallbackBot(async turn =>
        {
            await turn.SendActivityAsync("one");
            await turn.SendActivityAsync("two");
        });
        await using var host = await BotHost.StartAsync(bot);
        var (status, body) = await host.PostAsync(Json(deliveryMode: "expectReplies"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["one", "two"], JObject.Parse(body)["activities"]!.Select(reply => (string?)reply["text"]));
        Assert.Empty(_channel.Calls);
    }

    [Fact]
    public async Task ExpectedRepliesNeedNoWayBack()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot());
        var (_, body) = await host.PostAsync("""{"type":"message","channelId":"test","from":{"id":"u"},"conversation":{"id":"c"},"text":"hi","deliveryMode":"expectReplies"}""");
        Assert.Equal("You said hi", (string?)JObject.Parse(body)["activities"]![0]!["text"]);
    }

    [Fact]
    public async Task AnInvokeIsAnsweredInTheResponse()
    {
        var bot = new CallbackBot(turn => turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 202, Body = new { done = true } } }));
        await using var host = await BotHost.StartAsync(bot);
        Assert.Equal((HttpStatusCode.Accepted, """{"done":true}"""), await host.PostAsync(Json("invoke")));
    }

    [Fact]
    public async Task AnInvokeNobodyAnswersIsNotImplemented()
    {
        await using var host = await BotHost.StartAsync(new ActivityHandler());
        Assert.Equal(HttpStatusCode.NotImplemented, (await host.PostAsync(Json("invoke"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("this is not json")]
    [InlineData("{\"type\":[1]}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"type\":\"message\",\"from\":\"me\"}")]
    [InlineData("{\"type\":\"message\"}{\"type\":\"message\"}")]
    [InlineData("""{"type":"message","channelId":"test","serviceUrl":"http://127.0.0.1/","conversation":{"id":"c"},"from":{"id":""}}""")]
    [InlineData("""{"type":"message","channelId":"test","serviceUrl":"http://127.0.0.1/","from":{"id":"u"}}""")]
    [InlineData("""{"type":"message","serviceUrl":"http://127.0.0.1/","conversation":{"id":"c"},"from":{"id":"u"}}""")]
    [InlineData("""{"type":"message","channelId":"test","serviceUrl":"not a url","conversation":{"id":"c"},"from":{"id":"u"}}""")]
    [InlineData("""{"type":"message","channelId":"test","serviceUrl":"file:///etc/passwd","conversation":{"id":"c"},"from":{"id":"u"}}""")]
    [InlineData("""{"type":"message","channelId":"test","conversation":{"id":"c"},"from":{"id":"u"}}""")]
    [InlineData("""{"type":"message","channelId":"test","serviceUrl":"http://127.0.0.1/","conversation":{"id":"c"},"from":{"id":"u"},"attachments":[null]}""")]
    [InlineData("""{"type":"conversationUpdate","channelId":"test","serviceUrl":"http://127.0.0.1/","conversation":{"id":"c"},"membersAdded":[null]}""")]
    [InlineData("""{"type":"conversationUpdate","channelId":"test","serviceUrl":"http://127.0.0.1/","conversation":{"id":"c"},"membersAdded":[{"name":"Ana"}]}""")]
    public async Task WhatIsNoActivityIsRefusedBeforeAnyTurn(string body)
    {
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(body)).Status);
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task TwoActivitiesInOneRequestAreNone()
    {
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(Json() + Json())).Status);
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task TooDeepIsRefused()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot());
        var deep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync($$"""{"type":"message","value":{{deep}}}""")).Status);
    }

    [Fact]
    public async Task TooLargeIsRefused()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync(Json(text: new string('a', 1024 * 1024)))).Status);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("Application/JSON", HttpStatusCode.OK)]
    [InlineData("application/vnd.microsoft.activity+json", HttpStatusCode.OK)]
    public async Task OnlyJsonIsRead(string? contentType, HttpStatusCode expected)
    {
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot);
        Assert.Equal(expected, (await host.PostAsync(Json(), contentType: contentType)).Status);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, bot.Turns);
    }

    [Fact]
    public async Task OnlyPostsAreTaken()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot());
        using var response = await host.Client.GetAsync("/api/messages");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task WithAnAppIdOnlyChannelsAreHeard()
    {
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot, _channel.Settings());
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Json())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Json(), "Bearer a.b.c")).Status);
        Assert.Equal(0, bot.Turns);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Json(), $"Bearer {_channel.Token()}")).Status);
        Assert.Equal("Bearer token-of-the-bot", Assert.Single(_channel.Calls).Authorization);
    }

    [Fact]
    public async Task WhileTheKeysCannotBeHadNobodyIsHeard()
    {
        var settings = _channel.Settings();
        settings["ToBotFromChannelOpenIdMetadataUrl"] = "http://127.0.0.1:1/metadata";
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot, settings);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostAsync(Json(), $"Bearer {_channel.Token()}")).Status);
        Assert.Equal(0, bot.Turns);
    }

    [Theory]
    [InlineData("Development", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("Development", "::1", HttpStatusCode.OK)]
    [InlineData("Development", "::ffff:127.0.0.1", HttpStatusCode.OK)]
    [InlineData("Development", "::ffff:127.0.0.2", HttpStatusCode.OK)]
    [InlineData("Development", "192.168.0.7", HttpStatusCode.Unauthorized)]
    [InlineData("Development", "::ffff:192.168.0.7", HttpStatusCode.Unauthorized)]
    [InlineData("Development", "fe80::1", HttpStatusCode.Unauthorized)]
    [InlineData("Production", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("Staging", "127.0.0.1", HttpStatusCode.Unauthorized)]
    public async Task WithoutAppIdOnlyThisMachineIsHeardInDevelopment(string environment, string from, HttpStatusCode expected)
    {
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot, [], environment, IPAddress.Parse(from));
        Assert.Equal(expected, (await host.PostAsync(Json())).Status);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, bot.Turns);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 tunnel")]
    public async Task WhoComesThroughAProxyOnThisMachineIsNotThisMachine(string name, string value)
    {
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Json(), headers: (name, value))).Status);
        Assert.Equal(0, bot.Turns);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("bot.localhost:3978", HttpStatusCode.OK)]
    [InlineData("[::1]:3978", HttpStatusCode.OK)]
    [InlineData("pages.example", HttpStatusCode.Unauthorized)]
    [InlineData("localhost.pages.example", HttpStatusCode.Unauthorized)]
    [InlineData("192.0.2.7", HttpStatusCode.Unauthorized)]
    public async Task AForeignNameThatLeadsToThisMachineIsNotThisMachine(string name, HttpStatusCode expected)
    {
        var bot = new CallbackBot();
        await using var host = await BotHost.StartAsync(bot);
        Assert.Equal(expected, (await host.PostAsync(Json(), headers: ("Host", name))).Status);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, bot.Turns);
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("identity", HttpStatusCode.OK)]
    public async Task APackedBodyIsNotUnpacked(string encoding, HttpStatusCode expected)
    {
        await using var host = await BotHost.StartAsync(new CallbackBot());
        Assert.Equal(expected, (await host.PostAsync(Json(), headers: ("Content-Encoding", encoding))).Status);
    }

    [Fact]
    public async Task WhatCannotBeATokenIsRefusedWithoutAskingForKeys()
    {
        var settings = _channel.Settings();
        settings["ToBotFromChannelOpenIdMetadataUrl"] = "http://127.0.0.1:1/metadata";
        await using var host = await BotHost.StartAsync(new CallbackBot(), settings);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Json(), "Bearer a.b.c")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Json())).Status);
    }

    [Fact]
    public async Task WhenTheKeysCanBeHadAgainSoCanTheBot()
    {
        _channel.IsDown = true;
        await using var host = await BotHost.StartAsync(new CallbackBot(), _channel.Settings());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostAsync(Json(), $"Bearer {_channel.Token()}")).Status);
        _channel.IsDown = false;
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Json(), $"Bearer {_channel.Token()}")).Status);
        _channel.IsDown = true;
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Json(), $"Bearer {_channel.Token()}")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostAsync(Json(), $"Bearer {_channel.Token("other", signWith: ChannelStandIn.AnotherKey)}")).Status);
    }

    [Fact]
    public async Task ATurnHasItsServicesAtHand()
    {
        var seen = false;
        var bot = new CallbackBot(turn =>
        {
            seen = turn.TurnState.Get<IConnectorClient>() is not null
                && turn.TurnState.Get<System.Security.Claims.ClaimsIdentity>(BotAdapter.BotIdentityKey) is not null
                && turn.TurnState.Get<string>(BotAdapter.OAuthScopeKey) == "https://api.botframework.com";
            return Task.CompletedTask;
        });
        await using var host = await BotHost.StartAsync(bot);
        await host.PostAsync(Json());
        Assert.True(seen);
    }

    [Fact]
    public async Task TracesAndDelaysAreNotSent()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot(async turn =>
        {
            await turn.TraceActivityAsync("t");
            await turn.SendActivityAsync(new Activity(ActivityTypesEx.Delay) { Value = 1 });
        }));
        await host.PostAsync(Json());
        Assert.Empty(_channel.Calls);
    }

    [Fact]
    public async Task WhatWasSentCanBeChangedAndDeleted()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot(async turn =>
        {
            var sent = await turn.SendActivityAsync("one");
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent!.Id, Text = "two" });
            await turn.DeleteActivityAsync(sent.Id!);
        }));
        await host.PostAsync(Json());
        Assert.Equal(["POST /channel/v3/conversations/c/activities/m", "PUT /channel/v3/conversations/c/activities/sent-1", "DELETE /channel/v3/conversations/c/activities/sent-1"], _channel.Calls.Select(call => $"{call.Method} {call.Path}"));
    }

    [Fact]
    public async Task AConversationIsContinuedWithTheTokenOfTheBot()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot(), _channel.Settings());
        var reference = new ConversationReference { ServiceUrl = _channel.ServiceUrl, ChannelId = "msteams", Conversation = new ConversationAccount(id: "c"), Bot = new ChannelAccount("b"), User = new ChannelAccount("u") };
        await host.Adapter.ContinueConversationAsync(ChannelStandIn.AppId, reference, (turn, token) => turn.SendActivityAsync("your hold is here", cancellationToken: token), default);
        var call = Assert.Single(_channel.Calls);
        Assert.Equal(("/channel/v3/conversations/c/activities", "Bearer token-of-the-bot"), (call.Path.Split("/activities")[0] + "/activities", call.Authorization));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Adapter.ContinueConversationAsync(ChannelStandIn.AppId, new Activity(), (_, _) => Task.CompletedTask, default));
    }

    [Fact]
    public async Task AConversationIsOpenedAndTheTurnRunsInIt()
    {
        await using var host = await BotHost.StartAsync(new CallbackBot(), _channel.Settings());
        _channel.Answer = call => call.Path.EndsWith("/conversations", StringComparison.Ordinal) ? (201, """{"id":"new","activityId":"first"}""") : null;
        Activity? seen = null;
        await host.Adapter.CreateConversationAsync(
            ChannelStandIn.AppId,
            "msteams",
            _channel.ServiceUrl,
            "https://api.botframework.com",
            new ConversationParameters { TenantId = "t", Bot = new ChannelAccount("b") },
            (turn, _) =>
            {
                seen = turn.Activity;
                return Task.CompletedTask;
            },
            default);
        Assert.Equal(("CreateConversation", "first", "new", "t", "b"), (seen!.Name, seen.Id, seen.Conversation.Id, seen.Conversation.TenantId, seen.Recipient.Id));
    }

    private string Json(string type = "message", string text = "hi", string? deliveryMode = null) => new JObject
    {
        ["type"] = type,
        ["id"] = "m",
        ["text"] = text,
        ["channelId"] = "msteams",
        ["serviceUrl"] = _channel.ServiceUrl,
        ["from"] = new JObject { ["id"] = "u" },
        ["recipient"] = new JObject { ["id"] = "b" },
        ["conversation"] = new JObject { ["id"] = "c" },
        ["deliveryMode"] = deliveryMode,
    }.ToString();
}
