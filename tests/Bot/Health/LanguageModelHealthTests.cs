using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Health;

public sealed class LanguageModelHealthTests
{
    [Fact]
    public async Task WithoutAModelTheReportSaysSo()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Equal("none", (string?)(await ReportAsync(bot))["state"]);
    }

    [Fact]
    public async Task WhatWasUsedAndWhatADayMayCostIsShownWithoutAnybody()
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var bot = await BotHost.StartAsync(null, [.. model.Settings, "--LanguageModel:TokensPerDay=123456", "--LanguageModel:AnswerWithin=00:00:09", "--LanguageModel:SearchWordsWithin=00:00:04"]);
        await bot.Client.AskAsync(Messages.Expecting("I want a funny book about dogs", "student"));
        await bot.Client.AskAsync(Messages.Expecting("I want a funny book about dogs", "nobody-on-the-roster"));

        var report = await ReportAsync(bot);

        Assert.Equal("ok", (string?)report["state"]);
        Assert.Equal("OpenAI", (string?)report["provider"]);
        Assert.Equal("1", (string?)report["prompt"]);
        Assert.Equal(4, (int?)report["today"]!["calls"]);
        Assert.Equal(2, (int?)report["today"]!["visitorCalls"]);
        Assert.Equal(4000, (int?)report["today"]!["tokens"]);
        Assert.Equal(123456, (int?)report["budget"]!["tokens"]);
        Assert.DoesNotContain("student", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABudgetThatIsSpentIsShownAndNobodyIsAskedAnyMore()
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        string[] settings = [.. model.Settings, "--LanguageModel:CallsPerPersonAndDay=3", "--LanguageModel:AnswerWithin=00:00:09", "--LanguageModel:SearchWordsWithin=00:00:04"];
        for (var start = 0; start < 2; start++)
        {
            // A restart gives nobody more.
            await using var bot = await BotHost.StartAsync(database, settings);
            Assert.NotEmpty((await bot.Client.AskAsync(Messages.Expecting("I want a funny book about dogs", "student"))).Buttons());
            Assert.NotEmpty((await bot.Client.AskAsync(Messages.Expecting("I want a funny book about cats", "student"))).Buttons());
        }

        Assert.Equal(3, model.Requests.Count);
        await using var without = await BotHost.StartAsync(database, [.. model.Settings, "--LanguageModel:TokensPerDay=1000"]);
        Assert.Equal("spent", (string?)(await ReportAsync(without))["state"]);
    }

    private static async Task<JToken> ReportAsync(BotHost bot) => JObject.Parse(await bot.Client.GetStringAsync("/health"))["parts"]!["languageModel"]!;
}
