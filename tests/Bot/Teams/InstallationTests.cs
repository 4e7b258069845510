using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Teams;

/// <summary>The bot comes, is upgraded and goes; and where people can be reached is kept.</summary>
public sealed class InstallationTests
{
    [Fact]
    public async Task SomebodyWhoInstallsTheBotIsWelcomedOnce()
    {
        await using var bot = await BotHost.StartAsync();
        await using var teams = await TeamsStandIn.StartAsync(bot);

        foreach (var activity in TeamsStandIn.Installed(type => teams.Personal(type, "teacher")))
        {
            await teams.TellAsync(activity);
            await teams.TellAsync(activity);
        }

        var welcome = Assert.Single(teams.Sent);
        Assert.Equal("a:teacher", (string?)welcome["conversation"]!["id"]);
        Assert.Contains("Mr. Okafor", (string?)welcome["text"], StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoProcessesThatHearOfOneInstallationWelcomeOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var first = await BotHost.StartAsync(database);
        await using var second = await BotHost.StartAsync(database);
        await using var teams = await TeamsStandIn.StartAsync(first);
        var told = Enumerable.Range(0, 4).SelectMany(_ => TeamsStandIn.Installed(type => teams.Channel(type, thread: null))).ToList();

        var responses = await Task.WhenAll(told.Select((activity, index) => (index % 2 == 0 ? first : second).Client.PostRawAsync(activity.ToString())));

        Assert.All(responses, response => Assert.True(response.IsSuccessStatusCode));
        Assert.Single(teams.Sent);
        await using var context = database.NewContext();
        Assert.Single(await context.GroupAddresses.ToListAsync());
    }

    [Fact]
    public async Task ATeamIsWelcomedInTheChannelThatWasChosen()
    {
        await using var bot = await BotHost.StartAsync();
        await using var teams = await TeamsStandIn.StartAsync(bot);

        foreach (var activity in TeamsStandIn.Installed(type => teams.Channel(type, thread: null)))
        {
            activity["channelData"]!["settings"] = new JObject { ["selectedChannel"] = new JObject { ["id"] = "19:books@thread.tacv2" } };
            await teams.TellAsync(activity);
        }

        var welcome = Assert.Single(teams.Calls, call => (string?)call.Body?["type"] == "message");
        Assert.Equal("19:books@thread.tacv2", welcome.Conversation);
        Assert.Null((string?)welcome.Body!["replyToId"]);
        Assert.DoesNotContain("Okafor", (string?)welcome.Body["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpgradeWelcomesNobody()
    {
        await using var bot = await BotHost.StartAsync();
        await using var teams = await TeamsStandIn.StartAsync(bot);
        var upgrade = teams.Personal("installationUpdate");
        upgrade["action"] = "add-upgrade";
        await teams.TellAsync(upgrade);

        foreach (var activity in TeamsStandIn.Installed(type => teams.Personal(type)))
        {
            await teams.TellAsync(activity);
        }

        Assert.Empty(teams.Sent);
    }

    [Fact]
    public async Task SomebodyWhoJoinsATeamIsNotWelcomedBeforeAll()
    {
        await using var bot = await BotHost.StartAsync();
        await using var teams = await TeamsStandIn.StartAsync(bot);
        var joined = teams.Channel("conversationUpdate", thread: null);
        joined["membersAdded"] = new JArray(new JObject { ["id"] = "29:new" });

        Assert.Empty(await teams.TellAsync(joined));
        Assert.Empty(teams.Calls);
    }

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task WhoTakesTheBotAwayIsNotWrittenToAndIsWelcomedWhenTheyComeBack(string how)
    {
        await using var bot = await BotHost.StartAsync();
        await using var teams = await TeamsStandIn.StartAsync(bot);
        await teams.TellAsync(TeamsStandIn.Installed(type => teams.Personal(type))[0]);
        var removal = teams.Personal(how);
        removal["action"] = "remove";
        removal["membersRemoved"] = new JArray(new JObject { ["id"] = TeamsStandIn.Bot });

        Assert.Empty(await teams.TellAsync(removal));
        await using var context = bot.NewContext();
        Assert.Equal(AddressState.Removed, (await context.Addresses.AsNoTracking().SingleAsync()).State);

        Assert.Single(await teams.TellAsync(TeamsStandIn.Installed(type => teams.Personal(type))[0]));
        Assert.Equal(AddressState.Open, (await context.Addresses.AsNoTracking().SingleAsync()).State);
    }

    [Fact]
    public async Task ATeamThatTakesTheBotAwayClosesAllItsChannels()
    {
        await using var bot = await BotHost.StartAsync();
        await using var teams = await TeamsStandIn.StartAsync(bot);
        await teams.TellAsync(TeamsStandIn.Mentioning(teams.Channel("message"), "<at>LibraryBot</at> help"));
        await teams.TellAsync(TeamsStandIn.Mentioning(teams.Channel("message", channel: "19:other@thread.tacv2"), "<at>LibraryBot</at> help"));
        await teams.TellAsync(TeamsStandIn.Mentioning(teams.GroupChat("message"), "<at>LibraryBot</at> help"));
        var removal = teams.Channel("installationUpdate", thread: null);
        removal["action"] = "remove";

        await teams.TellAsync(removal);

        await using var context = bot.NewContext();
        var groups = await context.GroupAddresses.OrderBy(group => group.ConversationId).ToListAsync();
        Assert.Equal(
            [("19:chat@thread.v2", GroupKind.Chat, AddressState.Open), (TeamsStandIn.Team, GroupKind.Channel, AddressState.Removed), ("19:other@thread.tacv2", GroupKind.Channel, AddressState.Removed)],
            groups.Select(group => (group.ConversationId, group.Kind, group.State)));
    }

    [Fact]
    public async Task AnAddressIsWrittenOnlyWhenItChanges()
    {
        await using var bot = await BotHost.StartAsync();
        await using var teams = await TeamsStandIn.StartAsync(bot);
        await using var moved = await TeamsStandIn.StartAsync(bot);
        await SayAsync(teams, teams);
        await using var context = bot.NewContext();
        Assert.Contains(teams.ServiceUrl, (await context.Addresses.AsNoTracking().SingleAsync()).ConversationReference, StringComparison.Ordinal);
        await context.Database.ExecuteSqlRawAsync("CREATE TRIGGER still BEFORE UPDATE ON \"Addresses\" BEGIN SELECT RAISE(ABORT, 'written'); END");
        await SayAsync(teams, teams);
        await context.Database.ExecuteSqlRawAsync("DROP TRIGGER still");

        await SayAsync(teams, moved);

        var address = await context.Addresses.AsNoTracking().SingleAsync();
        Assert.Contains(moved.ServiceUrl, address.ConversationReference, StringComparison.Ordinal);
        Assert.Equal(TeamsStandIn.Tenant, address.TenantId);
        Assert.DoesNotContain("Somebody", address.ConversationReference, StringComparison.Ordinal);
    }

    private static async Task SayAsync(TeamsStandIn to, TeamsStandIn through)
    {
        var message = through.Personal("message");
        message["text"] = "help";
        var before = through.Sent.Count;
        await to.SendAsync(message);
        Assert.Single(through.Sent.Skip(before));
    }
}
