using System.Net;
using System.Net.WebSockets;
using System.Text;
using LibraryBot.Tests.Support;
using LibraryBot.WebChat;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.WebChat;

public sealed class DirectLineTests(BotHost bot) : IClassFixture<BotHost>
{
    private const string Secret = "a secret of at least thirty-two bytes";

    [Fact]
    public async Task WhoOpensThePageIsGreeted()
    {
        var page = await DirectLinePage.OpenAsync(bot);

        var (activities, _) = await page.WaitForBotAsync(1);

        Assert.Single(activities);
    }

    [Fact]
    public async Task AMessageAndItsAnswerComeOverTheStreamInOrder()
    {
        var page = await DirectLinePage.OpenAsync(bot);
        using var stream = await page.StreamAsync();
        await DirectLinePage.ReadAsync(stream, 1);

        var id = await page.SayAsync("When is the library open?");
        var (activities, _) = await DirectLinePage.ReadAsync(stream, 1);

        Assert.Equal(id, (string?)activities[0]["id"]);
        Assert.Equal("teacher", (string?)activities[0]["from"]!["id"]);
        Assert.Equal(id, (string?)activities.First(DirectLinePage.IsBots)["replyToId"]);
    }

    [Fact]
    public async Task AStreamOpenedAgainWithItsWatermarkMissesNothingAndRepeatsNothing()
    {
        var page = await DirectLinePage.OpenAsync(bot);
        string watermark;
        List<JObject> before;
        using (var stream = await page.StreamAsync())
        {
            (before, watermark) = await DirectLinePage.ReadAsync(stream, 1);
            stream.Abort();
        }

        await page.SayAsync("When is the library open?");
        await page.WaitForBotAsync(1, watermark);
        using var reconnect = await page.SendAsync(HttpMethod.Get, $"conversations/{page.Conversation}?watermark={watermark}");
        var again = JObject.Parse(await reconnect.Content.ReadAsStringAsync());
        using var second = await page.StreamAsync((string)again["streamUrl"]!);
        await page.SayAsync("hello");
        var (after, _) = await DirectLinePage.ReadAsync(second, 2);

        var all = await page.WaitForBotAsync(3);
        Assert.Equal(
            all.Activities.Select(activity => (string)activity["id"]!),
            before.Concat(after).Select(activity => (string)activity["id"]!));
    }

    [Fact]
    public async Task AMessageSentAgainByThePageIsTakenOnce()
    {
        var page = await DirectLinePage.OpenAsync(bot);
        var (_, watermark) = await page.WaitForBotAsync(1);

        var first = await page.SayAsync("When is the library open?", "same");
        var second = await page.SayAsync("When is the library open?", "same");
        await page.WaitForBotAsync(1, watermark);
        await page.SayAsync("hello");
        var (activities, _) = await page.WaitForBotAsync(2, watermark);

        Assert.Equal(first, second);
        // A turn of more than a second shows typing, which is nobody's message.
        Assert.Equal(2, activities.Count(activity => (string?)activity["type"] == "message" && !DirectLinePage.IsBots(activity)));
    }

    [Fact]
    public async Task AfterARestartTheConversationGoesOn()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        DirectLinePage earlier;
        await using (var before = await BotHost.StartAsync(database, $"--WebChat:Secret={Secret}"))
        {
            var tokens = new WebChatTokens(Secret, TimeProvider.System);
            earlier = await DirectLinePage.OpenAsync(before, "teacher", tokens.Sign(new WebChatPass("teacher", null, null)));
            await earlier.SayAsync("When is the library open?");
            await earlier.WaitForBotAsync(2);
        }

        await using var after = await BotHost.StartAsync(database, $"--WebChat:Secret={Secret}");
        var page = DirectLinePage.TakeUp(after, earlier);
        for (var message = 0; message < 3; message++)
        {
            await page.SayAsync("When is the library open?");
            await page.WaitForBotAsync(message + 1);
        }
    }

    [Fact]
    public async Task AForgedTokenIsForbidden()
    {
        var page = await DirectLinePage.OpenAsync(bot);
        var forged = new WebChatTokens(Secret, TimeProvider.System).Sign(new WebChatPass("librarian", page.Conversation, null));

        foreach (var token in new[] { forged, "nonsense", page.Token[..^2], page.Token + "x" })
        {
            using var response = await page.SendAsync(HttpMethod.Get, $"conversations/{page.Conversation}/activities", token: token);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task ATokenThatHasRunOutIsForbidden()
    {
        await using var host = await BotHost.StartAsync(null, $"--WebChat:Secret={Secret}");
        var yesterday = new WebChatTokens(Secret, new PastTime(TimeSpan.FromDays(1)));

        var page = new DirectLinePage(host.Client);
        using var response = await page.SendAsync(HttpMethod.Post, "conversations", token: yesterday.Sign(new WebChatPass("teacher", null, null)));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task AnotherPersonsConversationCannotBeFound()
    {
        var teachers = await DirectLinePage.OpenAsync(bot);
        var students = await DirectLinePage.OpenAsync(bot, "student");

        using var read = await students.SendAsync(HttpMethod.Get, $"conversations/{teachers.Conversation}/activities");
        using var written = await students.SendAsync(HttpMethod.Post, $"conversations/{teachers.Conversation}/activities", "{\"type\":\"message\",\"text\":\"hi\"}");

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, written.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() =>
            students.StreamAsync(teachers.StreamUrl.Split("&t=")[0] + "&t=" + students.Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"from\":[]}")]
    [InlineData("{\"type\":\"conversationUpdate\"}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}")]
    public async Task WhatIsNoActivityIsABadRequest(string body)
    {
        var page = await DirectLinePage.OpenAsync(bot);

        using var response = await page.SendAsync(HttpMethod.Post, $"conversations/{page.Conversation}/activities", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"user\":\"teacher\"}")]
    [InlineData("{\"user\":{\"id\":[]}}")]
    [InlineData("{\"user\":{\"id\":\"  \"}}")]
    public async Task ATokenNeedsAUser(string body)
    {
        using var response = await bot.Client.PostRawAsync(body, path: "/v3/directline/tokens/generate");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 tunnel")]
    [InlineData("Host", "pages.example")]
    public async Task WhoIsNotThisMachineGetsNoTokenForNothing(string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Content = new StringContent("""{"user":{"id":"teacher"}}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(name, value);

        using var response = await bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task WhatDoesNotSayThatItIsJsonIsNotRead()
    {
        using var response = await bot.Client.PostRawAsync("""{"user":{"id":"teacher"}}""", "text/plain", "/v3/directline/tokens/generate");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task ABodyBeyondTheLimitIsRefused()
    {
        var page = await DirectLinePage.OpenAsync(bot);

        using var response = await page.SendAsync(
            HttpMethod.Post, $"conversations/{page.Conversation}/activities", new JObject { ["type"] = "message", ["text"] = new string('a', 2_000_000) }.ToString());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task AnUploadIsRefusedPolitely()
    {
        var page = await DirectLinePage.OpenAsync(bot);

        using var response = await page.SendAsync(HttpMethod.Post, $"conversations/{page.Conversation}/upload?userId=teacher", "a file");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.NotEmpty((string)JObject.Parse(await response.Content.ReadAsStringAsync())["error"]!["message"]!);
    }

    [Fact]
    public async Task ATokenIsRefreshedForTheSameConversation()
    {
        var page = await DirectLinePage.OpenAsync(bot);

        using var response = await page.SendAsync(HttpMethod.Post, "tokens/refresh");

        var refreshed = JObject.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(page.Conversation, (string?)refreshed["conversationId"]);
        using var read = await page.SendAsync(HttpMethod.Get, $"conversations/{page.Conversation}/activities", token: (string)refreshed["token"]!);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    private sealed class PastTime(TimeSpan ago) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - ago;
    }
}
