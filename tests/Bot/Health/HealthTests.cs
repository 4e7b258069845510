using System.Net;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task AHealthyBotSaysHowEachPartIs()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.Client.GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var report = JObject.Parse(await response.Content.ReadAsStringAsync());
        await using var context = bot.NewContext();
        Assert.Equal(await context.Titles.CountAsync(), (int?)report["parts"]!["database"]!["titles"]);
        Assert.All(["database", "webChat", "channels", "languageModel"], part => Assert.NotEmpty((string)report["parts"]![part]!["state"]!));
    }

    [Fact]
    public async Task ABotWithoutItsDatabaseIsUnavailable()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var bot = await BotHost.StartAsync(database);
        await using (var context = database.NewContext())
        {
            // As after a failed restore: the file is there, and what it holds is not.
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; ALTER TABLE \"Titles\" RENAME TO \"Lost\"");
        }

        using var response = await bot.Client.GetAsync("/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }
}
