using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;
using LibraryBot.Tests.Dialogs.Recommendations.ReadersAdvisor;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot;

public sealed class LanguageModelTests
{
    private const string Asked = "I am Maya Chen and I want a funny book about dogs and friendship";

    [Fact]
    public async Task AModelThatKeepsFailingIsLeftAloneAndTheHealthReportSaysSo()
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var bot = await BotHost.StartAsync(null, model.Settings);
        model.Answer = Misbehavior.All["500"];
        for (var turn = 0; turn < 8; turn++)
        {
            Assert.NotEmpty(await bot.Client.AskAsync(Messages.Expecting(Asked, "student")));
        }

        Assert.Equal(4, model.Requests.Count);
        Assert.True(bot.Services.GetRequiredService<ModelState>().IsPaused);
        var report = JObject.Parse(await bot.Client.GetStringAsync("/health"))["parts"]!["languageModel"]!;
        Assert.Equal("paused", (string?)report["state"]);
        Assert.Equal(4, (int?)report["today"]!["calls"]);
        // Who answers with an error charges nothing.
        Assert.Equal(0, (int?)report["today"]!["tokens"]);
    }

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("AzureOpenAI")]
    public async Task OnlyTheRequestTheLanguageAndTheGradeBandGoOut(string provider)
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var bot = await BotHost.StartAsync(
            null,
            [.. model.Settings, $"--LanguageModel:Provider={provider}", $"--LanguageModel:Endpoint={model.Address}{(provider == "OpenAI" ? "/v1" : "")}", "--LanguageModel:AnswerWithin=00:00:09", "--LanguageModel:SearchWordsWithin=00:00:04"]);

        var replies = await bot.Client.AskAsync(Messages.Expecting(Asked, "student", "conversation-4712"));

        Assert.Contains("This story shows how friends can help each other.", replies.Words(), StringComparison.Ordinal);
        Assert.Equal(2, model.Requests.Count);
        Assert.All(model.Requests, request =>
        {
            Assert.Equal("I am [name] and I want a funny book about dogs and friendship", request.Request);
            Assert.Equal("3-5", (string?)request.Material["gradeBand"]);
            Assert.Equal("English", (string?)request.Material["language"]);
            Assert.True((bool?)request.Json.SelectToken("response_format.json_schema.strict"));
            Assert.Null(request.Json["user"]);
            Assert.All(["Maya", "Chen", "Maple", "student-", "\"student\"", "4712", "4711"], secret => Assert.DoesNotContain(secret, request.Body, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("traceparent", request.Headers, StringComparison.OrdinalIgnoreCase);
            Assert.All(["Maya", "Maple", "4712"], secret => Assert.DoesNotContain(secret, request.Headers + request.Path, StringComparison.OrdinalIgnoreCase));
        });
        Assert.InRange(model.Requests.Last().Candidates.Count, 3, 40);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("content filter as an error")]
    [InlineData("prose")]
    [InlineData("repeats the prompt")]
    public async Task NoLogHoldsWhatWasSaidEitherWayNorTheKey(string how)
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var bot = await BotHost.StartAsync(null, [.. model.Settings, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:System.Net.Http=Trace", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Warning"]);
        using var log = new LogCapture();
        bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        model.Answer = Misbehavior.All[how];

        await bot.Client.AskAsync(Messages.Expecting(Asked, "student"));

        Assert.NotEmpty(model.Requests);
        Assert.NotEmpty(log.Lines);
        Assert.All(["friendship", "zorbo", "4711", "Zanzibar", "school librarian"], secret => Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
