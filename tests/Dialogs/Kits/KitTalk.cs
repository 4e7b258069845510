using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.People;
using LibraryBot.Data.Research;
using LibraryBot.Dialogs.Kits;
using LibraryBot.Tests.Data.Kits;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Kits;

/// <summary>Conversations about kits, over a shelf with titles on ecosystems.</summary>
internal static class KitTalk
{
    public const string Request = "Kit on ecosystems, grade 5, 8 students, two reading at grade 2, one in Spanish";

    public static async Task<Talk> WithAsync(Role role = Role.Teacher, string? address = "https://bot.oak.example.org/", CirculationSettings? circulation = null)
    {
        var talk = await Talk.WithAsync(role, Profile(), services => services
            .AddSingleton(new KitPages(() => address is null ? null : new Uri(address)))
            .AddSingleton(circulation ?? new CirculationSettings()));
        await using var library = talk.Library();
        library.Titles.AddRange(KitLibrary.Titles());
        await library.SaveChangesAsync();
        return talk;
    }

    private static LibraryProfile Profile() => Some.Profile() with
    {
        InformationDatabases =
        [
            new InformationDatabase("Science Center", new Uri("https://oak.example.org/science"))
            {
                Topics = ["ecosystems"],
                About = new Dictionary<string, string> { ["en"] = "articles on living things", ["es"] = "artículos sobre los seres vivos" },
            },
        ],
    };
}
