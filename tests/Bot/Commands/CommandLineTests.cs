using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Bot.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task ATalkInTheTerminalTakesWhatIsPipedAndEndsWithIt()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        var (exitCode, output, errors) = await BotProcess.RunAsync(["chat", "--as", "teacher"], "Do you have Hatchet?\n1\n", database.Settings);

        Assert.Equal(string.Empty, errors);
        Assert.Equal(0, exitCode);
        Assert.Contains("[1]", output, StringComparison.Ordinal);
        Assert.Contains("Hatchet", output, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^(info|warn|fail):", output);
    }

    [Fact]
    public async Task ATalkInSpanishKeepsItsAccents()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        var (exitCode, output, _) = await BotProcess.RunAsync(["chat", "--as", "visitor", "--lang", "es"], "¿Cuándo abre la biblioteca?\n", database.Settings);

        Assert.Equal(0, exitCode);
        Assert.Contains("¿Cuándo abre la biblioteca?", output, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADamagedIndexIsFoundAndMended(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        int gone;
        await using (var library = database.NewContext())
        {
            library.Titles.AddRange(Some.Shelf());
            await library.SaveChangesAsync();
            // Past SaveChanges, as a hand in the database would do it: the index still holds the titles.
            gone = await library.Titles.Where(title => title.TitleProper == "Hatchet").ExecuteUpdateAsync(set => set.SetProperty(title => title.WithdrawnAt, DateTime.UnixEpoch));
        }

        var found = await BotProcess.RunAsync(["check"], string.Empty, database.Settings);
        var mended = await BotProcess.RunAsync(["check", "--repair"], string.Empty, database.Settings);
        var after = await BotProcess.RunAsync(["check"], string.Empty, database.Settings);

        Assert.Equal((1, 0, 0), (found.ExitCode, mended.ExitCode, after.ExitCode));
        Assert.Contains($"holds {gone} that are gone", found.Output, StringComparison.Ordinal);
        Assert.Contains("complete", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutsideDevelopmentTheBotRefusesToStartWithoutCredentials()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);

        var (exitCode, _, errors) = await BotProcess.RunAsync(
            ["--urls=http://127.0.0.1:0"], string.Empty, [.. database.Settings, new("ASPNETCORE_ENVIRONMENT", "Production")]);

        Assert.Equal(1, exitCode);
        Assert.Contains("MicrosoftAppId", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("LanguageModel:Provider", "Magic", "LanguageModel:Provider")]
    [InlineData("LanguageModel:Provider", "OpenAI", "LanguageModel:Deployment")]
    [InlineData("Clock:Now", "soon", "Clock:Now")]
    [InlineData("WebChat:Secret", "short", "WebChat:Secret")]
    [InlineData("Library:File", "no-such-library.json", "no-such-library.json")]
    [InlineData("MicrosoftAppId", "an-id-without-a-password", "MicrosoftAppPassword")]
    public async Task AWrongSettingIsNamedAtTheStart(string name, string value, string said)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var settings = new Dictionary<string, string?>(database.Settings) { [name] = value };

        var (exitCode, _, errors) = await BotProcess.RunAsync(["--urls=http://127.0.0.1:0"], string.Empty, settings);

        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("patron,title,date\na,hatchet,2026-01-05\n,hatchet,2026-01-05\n", 0, "loans in the file: 2")]
    [InlineData("who,what,when\n", 1, "patron, title and date")]
    public async Task LoansAreLearntFromOrTheFileIsRefused(string loans, int expected, string said)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, loans);

        var (exitCode, output, errors) = await BotProcess.RunAsync(["import", "loans", file], string.Empty, database.Settings);

        File.Delete(file);
        Assert.Equal((expected, string.Empty), (exitCode, errors));
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Contains(expected == 0 ? "on lines 3" : "Nothing was changed", output, StringComparison.Ordinal);
    }
}
