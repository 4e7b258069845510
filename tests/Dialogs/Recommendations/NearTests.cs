using LibraryBot.Tests.Support;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>What is offered where little or nothing is quite what was asked for, and what is said of it.</summary>
public sealed class NearTests
{
    [Fact]
    public async Task WhoLostADogGetsBooksAboutLossBeforeBooksAboutDogs()
    {
        await using var talk = await Talk.WithTitlesAsync(
            Some.Title("Zed the Happy Dog", subjects: ["Dogs -- Fiction"]),
            Some.Title("Goodbye, Old Rex", subjects: ["Dogs -- Fiction", "Grief -- Fiction"]),
            Some.Title("An Empty Chair", subjects: ["Grief -- Fiction"]),
            Some.Title("Zed the Dog Wins", subjects: ["Dogs -- Fiction"]));

        var reply = await talk.SayAsync("my dog died and i want a book that gets it but isnt too sad");

        Assert.Equal(["Goodbye, Old Rex", "An Empty Chair"], reply.Titles.Take(2));
        Assert.DoesNotContain("Zed the Happy Dog", reply.Titles);
        Assert.Contains("not quite about “dog”", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALossInSpanishIsNoLostBook()
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("La silla vacía", subjects: ["Duelo -- Ficción", "Muerte -- Ficción"], language: "spa"));

        Assert.Contains("La silla vacía", (await talk.SayAsync("mi perro murió, quiero un libro")).Titles);
        Assert.Contains("La silla vacía", (await talk.SayAsync("mi hámster falleció, quiero un libro")).Titles);
    }

    [Fact]
    public async Task WhereLittleIsAboutItWhatIsNearComesAfterAndSaysSo()
    {
        await using var talk = await Talk.WithTitlesAsync(
            Some.Title("Fumaroles", subjects: ["Fumaroles", "Plate tectonics"]),
            Some.Title("The Ground Moves", subjects: ["Plate tectonics"]));

        var reply = await talk.SayAsync("books about fumaroles");

        Assert.Equal(["Fumaroles", "The Ground Moves"], reply.Titles);
        Assert.Contains("One title is all of that (fumaroles). The others are not quite about “fumaroles”.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("About something close to it", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AParentWhoAsksInSpanishFindsWhatHasAnEnglishRecord()
    {
        await using var talk = await Talk.WithTitlesAsync(Some.Title("The Quiet Hive", subjects: ["Bees"]));

        var reply = await talk.SayAsync("libros sobre abejas");

        Assert.Equal("The Quiet Hive", reply.Titles[0]);
        Assert.Contains("obre abejas", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BilingualIsWhatHasBothLanguages()
    {
        var both = Some.Title("Luna, Moon", subjects: ["Moon -- Poetry"], genres: ["Poetry"]);
        both.Languages = ["eng", "spa"];
        await using var talk = await Talk.WithTitlesAsync(both, Some.Title("La luna sola", subjects: ["Moon -- Poetry"], genres: ["Poetry"], language: "spa"));

        var reply = await talk.SayAsync("bilingual poetry books");

        Assert.True(reply.Titles.Count > 0, reply.All);
        Assert.Equal("Luna, Moon", reply.Titles[0]);
    }
}
