using System.Net;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Teams;

/// <summary>Who is answered in Teams, and where.</summary>
public sealed class TeamsConversationTests(BotHost bot) : IClassFixture<BotHost>, IAsyncLifetime
{
    private TeamsStandIn _teams = null!;

    public async Task InitializeAsync()
    {
        _teams = await TeamsStandIn.StartAsync(bot);
        await using var context = bot.NewContext();
        await context.Addresses.ExecuteDeleteAsync();
        await context.GroupAddresses.ExecuteDeleteAsync();
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    [Fact]
    public async Task AQuestionInPrivateIsAnsweredThere()
    {
        var question = _teams.Personal("message");
        question["text"] = "Do you have Hatchet?";

        var answer = Assert.Single(await _teams.TellAsync(question));

        Assert.Equal("a:29:somebody", (string?)answer["conversation"]!["id"]);
        Assert.Contains("Hatchet", new[] { answer }.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMentionInAChannelIsAnsweredInItsThread()
    {
        var answer = Assert.Single(await _teams.TellAsync(TeamsStandIn.Mentioning(_teams.Channel("message"), "<at>LibraryBot</at>&nbsp;Do you have Hatchet?")));

        Assert.Equal($"{TeamsStandIn.Team};messageid=1700000000000", (string?)answer["conversation"]!["id"]);
        Assert.Equal($"{TeamsStandIn.Team};messageid=1700000000000", _teams.Calls.Last().Conversation);
        Assert.Contains("Hatchet", new[] { answer }.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhereTheBotIsNotCalledItIsSilent(bool inChannel)
    {
        var overheard = inChannel ? _teams.Channel("message") : _teams.GroupChat("message");
        overheard["text"] = "Do you have Hatchet, <at>Ana</at>?";
        overheard["entities"] = new JArray(TeamsStandIn.Mention("29:ana", "Ana"));

        Assert.Empty(await _teams.TellAsync(overheard));
        Assert.Empty(_teams.Calls);
        await using var context = bot.NewContext();
        Assert.Empty(await context.Addresses.ToListAsync());
    }

    [Fact]
    public async Task ACardOfAGroupWorksForWhoeverPressesIt()
    {
        var answer = await _teams.TellAsync(TeamsStandIn.Mentioning(_teams.GroupChat("message", "29:asker"), "<at>LibraryBot</at> Do you have Hatchet?"));
        var tap = _teams.GroupChat("message", "teacher");
        tap["value"] = answer.Buttons().First(button => (string?)button["data"]?["verb"] == "hold")["data"];

        Assert.NotEmpty(await _teams.TellAsync(tap));

        await using var context = bot.NewContext();
        var hold = Assert.Single(await context.Holds.Where(hold => hold.TitleId == (int)tap["value"]!["title"]! && context.People.Any(person => person.Id == hold.PersonId && person.Key == "teacher")).ToListAsync());
        Assert.NotNull(hold);
    }

    [Fact]
    public async Task ACardThatHasDoneItsWorkIsReplacedInPlace()
    {
        var question = _teams.Personal("message", "student");
        question["text"] = "Do you have Holes?";
        var shown = await _teams.TellAsync(question);
        var tap = _teams.Personal("message", "student");
        tap["replyToId"] = $"sent-{_teams.Calls.Count}";
        tap["value"] = shown.Buttons().First(button => (string?)button["data"]?["verb"] == "hold")["data"];

        Assert.Single(await _teams.TellAsync(tap));

        var update = Assert.Single(_teams.Calls, call => call.Method == "PUT");
        Assert.Equal((string?)tap["replyToId"], update.Of);
        Assert.Contains(LibraryBot.Dialogs.Recommendations.RecommendationStrings.HeldForYou, new[] { update.Body! }.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExecuteOfOurOwnButtonIsAnsweredWithTheReplacedCard()
    {
        var question = _teams.Personal("message", "librarian");
        question["text"] = "Do you have Hatchet?";
        var shown = await _teams.TellAsync(question);
        var invoke = Execute("librarian", shown.Buttons().First(button => (string?)button["data"]?["verb"] == "hold")["data"]!);
        invoke["replyToId"] = $"sent-{_teams.Calls.Count}";

        var (status, body) = await _teams.SendAsync(invoke);

        Assert.Equal((HttpStatusCode.OK, 200, "application/vnd.microsoft.card.adaptive"), (status, (int)body!["statusCode"]!, (string?)body["type"]));
        Assert.Contains(LibraryBot.Dialogs.Recommendations.RecommendationStrings.HeldForYou, new[] { body }.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"capability":"Recommendations","verb":"gone"}""", null, 200, "application/vnd.microsoft.activity.message")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":999999}""", null, 200, "application/vnd.microsoft.activity.message")]
    [InlineData("""{"capability":"Nothing","verb":"x"}""", null, 200, "application/vnd.microsoft.activity.message")]
    [InlineData("""{"anything":1}""", null, 400, "application/vnd.microsoft.error")]
    [InlineData("null", null, 400, "application/vnd.microsoft.error")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":1}""", "automatic", 400, "application/vnd.microsoft.error")]
    public async Task AnExecuteNobodyKnowsIsAnsweredHonestly(string data, string? trigger, int statusCode, string type)
    {
        var invoke = Execute("family", JToken.Parse(data));
        invoke["value"]!["trigger"] = trigger;

        var (status, body) = await _teams.SendAsync(invoke);

        Assert.Equal((HttpStatusCode.OK, statusCode, type), (status, (int)body!["statusCode"]!, (string?)body["type"]));
        await using var context = bot.NewContext();
        Assert.False(await context.Holds.AnyAsync(hold => hold.TitleId == 1 && context.People.Any(person => person.Id == hold.PersonId && person.Key == "family")));
    }

    private JObject Execute(string user, JToken data)
    {
        var invoke = _teams.Personal("invoke", user);
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JObject { ["action"] = new JObject { ["type"] = "Action.Execute", ["verb"] = "x", ["data"] = data }, ["trigger"] = "manual" };
        return invoke;
    }
}
