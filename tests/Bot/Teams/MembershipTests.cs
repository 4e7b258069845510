using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Teams;

/// <summary>Who on the roster a sender in Teams is.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    private const string ObjectId = "0b1f4f6e-8f0c-4d7e-9a53-000000000001";
    private BotHost _bot = null!;
    private TeamsStandIn _teams = null!;

    public async Task InitializeAsync()
    {
        _bot = await BotHost.StartAsync(settings: $"--MicrosoftAppTenantId={TeamsStandIn.Tenant}");
        _teams = await TeamsStandIn.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("email", "C.Okafor@MapleGrove.example.org")]
    [InlineData("userPrincipalName", "c.okafor@maplegrove.example.org")]
    public async Task AMemberIsFoundByAddressWhateverItsCaseAndLinkedForGood(string by, string value)
    {
        _teams.Members.Add(Member((by, value)));

        await AskAsync();
        await AskAsync();

        Assert.Equal("teacher", await LinkedAsync());
        Assert.Single(_teams.Calls, call => call.Method == "GET");
        await using var context = _bot.NewContext();
        Assert.Equal(ObjectId, (await context.People.SingleAsync(person => person.Key == "teacher")).AadObjectId);
    }

    [Fact]
    public async Task AKnownObjectIdNeedsNoQuestion()
    {
        await using (var context = _bot.NewContext())
        {
            await context.People.Where(person => person.Key == "staff").ExecuteUpdateAsync(person => person.SetProperty(p => p.AadObjectId, ObjectId));
        }

        var message = _teams.Personal("message");
        message["from"]!["aadObjectId"] = ObjectId.ToUpperInvariant();
        message["text"] = "help";
        await _teams.TellAsync(message);

        Assert.Equal("staff", await LinkedAsync());
        Assert.DoesNotContain(_teams.Calls, call => call.Method == "GET");
    }

    [Fact]
    public async Task InAChannelTheMembersAreReadPageByPageAndOnce()
    {
        _teams.PageSize = 2;
        _teams.Members.AddRange(Enumerable.Range(0, 5).Select(number => new JObject { ["id"] = $"29:{number}" }));
        _teams.Members.Add(Member(("email", "c.okafor@maplegrove.example.org")));
        _teams.Members.Add(new JObject { ["id"] = "29:last" });

        await _teams.TellAsync(TeamsStandIn.Mentioning(_teams.Channel("message"), "<at>LibraryBot</at> help"));
        await _teams.TellAsync(TeamsStandIn.Mentioning(_teams.Channel("message", "29:3"), "<at>LibraryBot</at> help"));

        Assert.Equal("teacher", await LinkedAsync());
        Assert.Equal(3, _teams.Calls.Count(call => call.Method == "GET"));
        Assert.All(_teams.Calls.Where(call => call.Method == "GET"), call => Assert.Equal(TeamsStandIn.Team, call.Conversation));
    }

    [Theory]
    [InlineData("userRole", "guest")]
    [InlineData("userRole", "anonymous")]
    [InlineData("userPrincipalName", "c.okafor_maplegrove.example.org#EXT#@other.example.org")]
    [InlineData("tenantId", "7a0a9d3e-0000-4000-8000-00000000000b")]
    public async Task AForgeableAddressLinksNobody(string because, string value)
    {
        var member = Member(("email", "c.okafor@maplegrove.example.org"));
        member[because] = value;
        _teams.Members.Add(member);

        await AskAsync();

        Assert.Null(await LinkedAsync());
    }

    [Fact]
    public async Task AnAddressHandedOnToSomebodyElseLinksNobody()
    {
        await using (var context = _bot.NewContext())
        {
            await context.People.Where(person => person.Key == "teacher")
                .ExecuteUpdateAsync(person => person.SetProperty(p => p.AadObjectId, "0b1f4f6e-8f0c-4d7e-9a53-00000000ffff"));
        }

        _teams.Members.Add(Member(("email", "c.okafor@maplegrove.example.org")));

        await AskAsync();

        Assert.Null(await LinkedAsync());
    }

    [Fact]
    public async Task AnAddressThatSeveralShareLinksNobody()
    {
        await using (var context = _bot.NewContext())
        {
            context.People.Add(new Person { Key = "twin", DisplayName = "Twin", Role = Role.Staff, Email = "C.OKAFOR@maplegrove.example.org" });
            await context.SaveChangesAsync();
        }

        _teams.Members.Add(Member(("email", "c.okafor@maplegrove.example.org")));

        await AskAsync();

        Assert.Null(await LinkedAsync());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task WhenTeamsDoesNotSayTheSenderIsAVisitor(int status)
    {
        _teams.MembersStatus = status;

        Assert.Single(await AskAsync());
        Assert.Single(await AskAsync());

        Assert.Null(await LinkedAsync());
    }

    [Fact]
    public async Task WhenTeamsTakesTooLongTheSenderIsAVisitor()
    {
        _teams.MembersDelay = TimeSpan.FromSeconds(30);
        _teams.Members.Add(Member(("email", "c.okafor@maplegrove.example.org")));

        Assert.Single(await AskAsync());

        Assert.Null(await LinkedAsync());
    }

    private static JObject Member(params (string Name, string Value)[] known)
    {
        var member = new JObject { ["id"] = "29:somebody", ["objectId"] = ObjectId, ["tenantId"] = TeamsStandIn.Tenant, ["userRole"] = "user" };
        foreach (var (name, value) in known)
        {
            member[name] = value;
        }

        return member;
    }

    private Task<IReadOnlyList<JObject>> AskAsync()
    {
        var message = _teams.Personal("message");
        message["text"] = "help";
        return _teams.TellAsync(message);
    }

    private async Task<string?> LinkedAsync()
    {
        await using var context = _bot.NewContext();
        var address = await context.Addresses.SingleAsync(each => each.UserId == "29:somebody");
        return (await context.People.SingleOrDefaultAsync(person => person.Id == address.PersonId))?.Key;
    }
}
