using LibraryBot.Data.People;
using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Equipment;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Teams;

/// <summary>Where others read along, nobody's holds are told.</summary>
public sealed class GroupPrivacyTests : IAsyncLifetime
{
    /// <summary>What of each capability is somebody's own business, asked for in words; a new capability has to say what of it is.</summary>
    private static readonly Dictionary<string, string[]> Asked = new(StringComparer.Ordinal)
    {
        ["Recommendations"] = ["Do you have Hatchet?", "hold it", "hold it", "is my hold in yet?", "what number in line am I for Hatchet?"],
        ["Equipment"] = ["book 5 ipads on monday at 10 am", "my bookings", "what is free tomorrow 3rd period", "cancel my booking", "where is cart b"],
        ["Equipment/Desk"] = ["what do I need to pull today", "what waits for my approval", "check out 31427000000101", "check in cart b", "close cart b until friday for repair"],
        ["Loans"] = ["what do I have out?", "what's overdue", "renew all", "when is my book due", "cancel my hold on Frindle", "tell me when Hatchet is in", "i lost my book", "what does Maya have out"],
        ["Kits"] = ["kit on ecosystems, grade 5, 28 students", "save it as Ponds", "my kits", "share it", "hold all"],
        ["Shelves"] = ["add hatchet to my list", "show my list", "what's on my reading list", "share my list", "take hatchet off my list", "show Maya's list"],
        ["Orientation"] = ["what do I have on hold?", "which books did Maya borrow?", "do I owe any fines?", "who has Hatchet right now?"],
    };

    private BotHost _bot = null!;
    private TeamsStandIn _teams = null!;

    public async Task InitializeAsync()
    {
        _bot = await BotHost.StartAsync();
        _teams = await TeamsStandIn.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task NoCapabilityTellsAGroupWhatIsSomebodysOwn()
    {
        var capabilities = _bot.Services.GetServices<Capability>().Select(capability => capability.Name).ToList();
        Assert.Equal(capabilities.Order(StringComparer.Ordinal), Asked.Keys.Order(StringComparer.Ordinal));
        await using var context = _bot.NewContext();
        var names = await context.People.Select(person => person.DisplayName).Where(name => name != "Ms. Rivera").ToListAsync();

        foreach (var sentence in Asked.Values.SelectMany(sentences => sentences))
        {
            foreach (var asker in new[] { "teacher", "student", "librarian" })
            {
                var words = (await _teams.TellAsync(TeamsStandIn.Mentioning(_teams.GroupChat("message", asker), $"<at>LibraryBot</at> {sentence}"))).Words();

                Assert.DoesNotMatch("(?i)number \\d+ (of \\d+ )?in line|on hold for you|waiting for you|already asked for .Hatchet|books? out|overdue|is due|was due|renewed|number the stars|on your list|[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", words);
                Assert.All(names, name => Assert.DoesNotContain(name, words, StringComparison.Ordinal));
            }
        }

        Assert.Equal(2, await context.Holds.CountAsync(hold => context.Titles.Any(title => title.Id == hold.TitleId && title.TitleProper == "Hatchet")
            && context.People.Any(person => person.Id == hold.PersonId && (person.Key == "teacher" || person.Key == "student"))));
    }

    [Fact]
    public async Task WhoHasAPrivateChatIsToldThere()
    {
        var hello = _teams.Personal("message", "teacher");
        hello["text"] = "help";
        await _teams.TellAsync(hello);

        var said = await HoldInGroupAsync();

        Assert.Equal(["a:teacher", "19:chat@thread.v2"], said.Select(message => (string?)message["conversation"]!["id"]));
        Assert.Contains("Hatchet", (string?)said[0]["text"], StringComparison.Ordinal);
        Assert.Equal(RecommendationStrings.HoldGroupTold, (string?)said[1]["text"]);
    }

    [Fact]
    public async Task WhoHasNoneIsToldNothingButThatItIsDone()
    {
        var said = await HoldInGroupAsync();

        Assert.Equal([RecommendationStrings.HoldGroup], said.Select(message => (string?)message["text"]));
    }

    [Fact]
    public async Task WhoBlockedThePrivateChatIsToldNothingButThatItIsDone()
    {
        var hello = _teams.Personal("message", "teacher");
        hello["text"] = "help";
        await _teams.TellAsync(hello);
        _teams.Refusal = conversation => conversation == "a:teacher" ? 403 : null;

        var said = await HoldInGroupAsync();

        Assert.Equal([RecommendationStrings.HoldGroup], said.Select(message => (string?)message["text"]));
        await using var context = _bot.NewContext();
        Assert.Equal(AddressState.Refused, (await context.Addresses.SingleAsync(address => address.UserId == "teacher")).State);
    }

    [Fact]
    public async Task WhoBooksInAGroupIsToldAlone()
    {
        var hello = _teams.Personal("message", "teacher");
        hello["text"] = "help";
        await _teams.TellAsync(hello);

        var said = await PressInGroupAsync("book 5 ipads in the first period", "book");

        Assert.Equal(["a:teacher", "19:chat@thread.v2"], said.Select(message => (string?)message["conversation"]!["id"]));
        Assert.Contains("5 iPads", said.Take(1).Words(), StringComparison.Ordinal);
        Assert.Equal($"{EquipmentStrings.BookedSaid} {EquipmentStrings.GroupBookedTold}", (string?)said[1]["text"]);
        await using var context = _bot.NewContext();
        Assert.Equal(1, await context.Bookings.CountAsync());
    }

    private Task<IReadOnlyList<JObject>> HoldInGroupAsync() => PressInGroupAsync("Do you have Hatchet?", "hold");

    private async Task<IReadOnlyList<JObject>> PressInGroupAsync(string sentence, string verb)
    {
        var shown = await _teams.TellAsync(TeamsStandIn.Mentioning(_teams.GroupChat("message", "teacher"), $"<at>LibraryBot</at> {sentence}"));
        var tap = _teams.GroupChat("message", "teacher");
        tap["value"] = shown.Buttons().First(button => (string?)button["data"]?["verb"] == verb)["data"];
        return await _teams.TellAsync(tap);
    }
}
