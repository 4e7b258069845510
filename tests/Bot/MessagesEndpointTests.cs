using System.Globalization;
using System.Net;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot;

public sealed class MessagesEndpointTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task AQuestionIsAnsweredWithTitlesTheLibraryOwns()
    {
        var replies = await bot.Client.AskAsync(Messages.Expecting("a funny graphic novel for a 4th grader"));

        var shown = replies.Buttons().Select(button => (int?)button["data"]?["title"]).OfType<int>().Distinct().ToList();
        Assert.NotEmpty(shown);
        await using var context = bot.NewContext();
        Assert.Equal(shown.Count, await context.Titles.CountAsync(title => shown.Contains(title.Id) && title.WithdrawnAt == null));
    }

    [Fact]
    public async Task ATeachersHoldIsInTheDatabaseAndASecondIsRefusedKindly()
    {
        var conversation = Guid.NewGuid().ToString("N");
        var replies = await bot.Client.AskAsync(Messages.Expecting("Do you have Hatchet?", conversation: conversation));
        var hold = replies.Buttons().First(button => (string?)button["data"]?["verb"] == "hold")["data"]!;

        var first = await bot.Client.AskAsync(Tap(hold, conversation));
        var second = await bot.Client.AskAsync(Tap(hold, conversation));

        Assert.NotEmpty(first);
        Assert.NotEmpty(second);
        var title = (int)hold["title"]!;
        await using var context = bot.NewContext();
        var teacher = await context.People.SingleAsync(person => person.Key == "teacher");
        Assert.Single(await context.Holds.Where(each => each.TitleId == title && each.PersonId == teacher.Id).ToListAsync());
    }

    [Fact]
    public async Task AnAnswerGoesToTheChannelThatAsked()
    {
        await using var channel = await ChannelStandIn.StartAsync();
        var activity = Messages.Expecting("When is the library open?");
        activity.Remove("deliveryMode");
        activity["serviceUrl"] = channel.ServiceUrl;

        using var response = await bot.Client.PostRawAsync(activity.ToString());

        Assert.True(response.IsSuccessStatusCode);
        var reply = Assert.Single(channel.Received, sent => (string?)sent["type"] == "message");
        Assert.Equal((string?)activity["conversation"]!["id"], (string?)reply["conversation"]!["id"]);
        Assert.Equal((string?)activity["id"], (string?)reply["replyToId"]);
    }

    [Fact]
    public async Task AnActivityDeliveredManyTimesAtOnceIsAnsweredOnce()
    {
        await using var channel = await ChannelStandIn.StartAsync();
        var activity = Messages.Expecting("When is the library open?");
        activity.Remove("deliveryMode");
        activity["serviceUrl"] = channel.ServiceUrl;

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.Client.PostRawAsync(activity.ToString())));

        Assert.All(responses, response => Assert.True(response.IsSuccessStatusCode));
        Assert.Single(channel.Received, sent => (string?)sent["type"] == "message");
    }

    [Fact]
    public async Task ASecondDeliveryThatExpectsRepliesGetsNone()
    {
        var activity = Messages.Expecting("When is the library open?");

        var first = await bot.Client.AskAsync(activity);
        var second = await bot.Client.AskAsync(activity);

        Assert.NotEmpty(first);
        Assert.Empty(second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":{\"a\":1}}")]
    [InlineData("{\"type\":\"message\",\"conversation\":5}")]
    [InlineData("{\"text\":\"no type\"}")]
    public async Task WhatIsNoActivityIsABadRequest(string body)
    {
        using var response = await bot.Client.PostRawAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task AnActivityNestedWithoutEndIsABadRequest()
    {
        var activity = Messages.Expecting("hello");
        var body = activity.ToString().TrimEnd('}') + ",\"value\":" + new string('[', 50_000) + new string(']', 50_000) + "}";

        using var response = await bot.Client.PostRawAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task WhatIsNoJsonIsAnUnsupportedMediaType()
    {
        using var response = await bot.Client.PostRawAsync("hello", "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task ABodyBeyondTheLimitIsRefusedUnread()
    {
        using var response = await bot.Client.PostRawAsync(Messages.Expecting(new string('a', 2_000_000)).ToString());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    public static TheoryData<string> OddMessages { get; } =
    [
        "",
        "   ",
        string.Concat(Enumerable.Repeat("a very long question ", 5_000)),
        "أريد كتابا عن القطط",
        "🐉📚🤷",
        "\u0000\u0007\u001b[31m books \u202e",
        "\" OR 1=1 --",
        "NEAR(cats dogs) AND *",
        "-\"* ( ^ title:",
        "'; DROP TABLE Titles; --",
        "\ud83d half of a character",
    ];

    [Theory, MemberData(nameof(OddMessages))]
    public async Task AnOddMessageGetsAnAnswer(string text)
    {
        var replies = await bot.Client.AskAsync(Messages.Expecting(text));

        Assert.Contains(replies, reply => (string?)reply["type"] == "message");
        Assert.NotEmpty(await bot.TitlesAsync());
    }

    [Theory]
    [InlineData("{\"capability\":\"Gone\",\"verb\":\"hold\",\"title\":1}")]
    [InlineData("{\"capability\":\"Recommendations\",\"verb\":\"hold\",\"title\":999999}")]
    [InlineData("{\"capability\":\"Recommendations\",\"verb\":\"hold\",\"title\":\"x\"}")]
    [InlineData("{\"capability\":\"Recommendations\",\"verb\":\"nothing\"}")]
    [InlineData("{\"capability\":5}")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    public async Task AForgedOrStaleButtonGetsAnHonestAnswer(string value)
    {
        var replies = await bot.Client.AskAsync(Tap(JToken.Parse(value), Guid.NewGuid().ToString("N")));

        Assert.Contains(replies, reply => (string?)reply["type"] == "message");
    }

    [Fact]
    public async Task SomebodyWhoSpeaksSpanishIsAnsweredInSpanish()
    {
        var replies = await bot.Client.AskAsync(Messages.Expecting("¿Cuándo abre la biblioteca?", from: "visitor-1"));

        Assert.Matches("(?i)\\b(hoy|abre|abierta|cierra|cerrada|lunes)\\b", replies.Words());
    }

    [Fact]
    public async Task WhenATurnBreaksThePersonIsToldInTheirLanguage()
    {
        await using var broken = await BotHost.StartAsync();
        await using (var context = broken.NewContext())
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; ALTER TABLE \"Titles\" RENAME TO \"Lost\"");
        }

        var replies = await broken.Client.AskAsync(Messages.Expecting("Busco libros de aventuras sobre dragones para tercer grado"));

        var spanish = LibraryBot.Turns.TurnStrings.ResourceManager.GetString(nameof(LibraryBot.Turns.TurnStrings.Broken), CultureInfo.GetCultureInfo("es"));
        Assert.Equal(spanish, (string?)Assert.Single(replies, reply => (string?)reply["type"] == "message")["text"]);
    }

    private static JObject Tap(JToken value, string conversation)
    {
        var activity = Messages.Expecting(null, conversation: conversation);
        activity["value"] = value;
        return activity;
    }
}
