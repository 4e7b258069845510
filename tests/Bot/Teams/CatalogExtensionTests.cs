using System.Net;
using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Teams;

/// <summary>The message extension <c>searchCatalog</c>.</summary>
public sealed class CatalogExtensionTests(BotHost bot) : IClassFixture<BotHost>, IAsyncLifetime
{
    private TeamsStandIn _teams = null!;

    public async Task InitializeAsync() => _teams = await TeamsStandIn.StartAsync(bot);

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    [Fact]
    public async Task ATitleIsFoundAndItsCardSaysWhereItStands()
    {
        var result = await QueryAsync(Value("hatchet"));

        Assert.Equal(("result", "list"), ((string?)result["type"], (string?)result["attachmentLayout"]));
        var first = (JObject)result["attachments"]![0]!;
        Assert.Equal("Hatchet", (string?)first["preview"]!["content"]!["title"]);
        Assert.Equal("application/vnd.microsoft.card.thumbnail", (string?)first["preview"]!["contentType"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)first["contentType"]);
        var card = (JObject)first["content"]!;
        Assert.False(string.IsNullOrEmpty((string?)card["fallbackText"]));
        Assert.False(string.IsNullOrEmpty((string?)card["speak"]));
        Assert.Contains("PAU", new[] { card }.Words(), StringComparison.Ordinal);
        Assert.Empty(new[] { card }.Buttons());
    }

    [Theory]
    [InlineData("""{"commandId":"searchCatalog","parameters":[{"name":"initialRun","value":"true"}]}""")]
    [InlineData("""{"commandId":"searchCatalog","parameters":[{"name":"query","value":""}]}""")]
    [InlineData("""{"commandId":"searchCatalog","parameters":[{"name":"query","value":{"a":1}}]}""")]
    [InlineData("""{"commandId":"searchCatalog","parameters":[null]}""")]
    [InlineData("""{"commandId":"searchCatalog"}""")]
    public async Task BeforeAnythingIsTypedTheNewestTitlesAreShown(string value)
    {
        var result = await QueryAsync(JObject.Parse(value));

        await using var context = bot.NewContext();
        var newest = await context.Titles.Where(title => title.WithdrawnAt == null).OrderByDescending(title => title.Id).Select(title => title.TitleProper).FirstAsync();
        Assert.Equal(newest, (string?)result["attachments"]![0]!["preview"]!["content"]!["title"]);
    }

    [Fact]
    public async Task PagesFollowOneAnother()
    {
        var all = await TitlesAsync(Value("dogs", 0, 10));
        var first = await TitlesAsync(Value("dogs", 0, 5));
        var second = await TitlesAsync(Value("dogs", 5, 5));

        Assert.Equal(10, all.Count);
        Assert.Equal(all, first.Concat(second));
        Assert.Empty(await TitlesAsync(Value("dogs", 900, 5)));
    }

    [Theory]
    [InlineData(-5, 5, 5)]
    [InlineData(0, -1, 25)]
    [InlineData(0, 0, 25)]
    [InlineData(0, 100000, 25)]
    public async Task AnImpossiblePageBecomesAPossibleOne(int skip, int count, int most)
    {
        Assert.InRange((await TitlesAsync(Value("dogs", skip, count))).Count, 1, most);
    }

    [Fact]
    public async Task WhatIsNotThereIsSaidInTheLanguageOfTheClient()
    {
        var invoke = Invoke(Value("zzxxqq wwvvkk"));
        invoke["locale"] = "es-MX";

        var (_, body) = await _teams.SendAsync(invoke);

        Assert.Equal("message", (string?)body!["composeExtension"]!["type"]);
        Assert.Contains("catálogo", (string?)body["composeExtension"]!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("student", false)]
    [InlineData("teacher", true)]
    [InlineData("29:a stranger", true)]
    public async Task TitlesForOlderReadersAreKeptFromStudentsWhereTheSchoolSaysSo(string user, bool isShown)
    {
        await using var strict = await BotHost.StartAsync(null, "--Recommendations:OlderTitles=AskLibrarian");
        await using (var library = strict.NewContext())
        {
            foreach (var title in await library.Titles.Where(title => title.TitleProper == "Hatchet").ToListAsync())
            {
                title.Audience = Audience.Adult;
                (title.GradeLow, title.GradeHigh) = (null, null);
            }

            await library.SaveChangesAsync();
        }

        await using var teams = await TeamsStandIn.StartAsync(strict);
        var invoke = teams.GroupChat("invoke", user);
        invoke["name"] = "composeExtension/query";
        invoke["value"] = Value("hatchet");
        var (_, body) = await teams.SendAsync(invoke);

        var titles = body!["composeExtension"]!["attachments"]?.Select(attachment => (string?)attachment["preview"]!["content"]!["title"]) ?? [];
        Assert.Equal(isShown, titles.Contains("Hatchet"));
    }

    [Fact]
    public async Task AHugeQueryIsCut()
    {
        var result = await QueryAsync(Value(string.Concat(Enumerable.Repeat("🐉 dragons and more dragons ", 3_000))));

        Assert.NotNull((string?)result["type"]);
    }

    [Fact]
    public async Task AnotherCommandIsNoSearch()
    {
        var value = Value("hatchet");
        value["commandId"] = "deleteEverything";

        Assert.Equal("message", (string?)(await QueryAsync(value))["type"]);
    }

    [Fact]
    public async Task AQueryThatIsNoneIsABadRequest()
    {
        var invoke = Invoke(new JObject());
        invoke["value"] = null;

        using var response = await bot.Client.PostRawAsync(invoke.ToString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task AChatTheBotIsNoPartOfIsNotKept()
    {
        var invoke = Invoke(Value("hatchet"));
        invoke["from"]!["id"] = "29:composer";
        await _teams.SendAsync(invoke);

        await using var context = bot.NewContext();
        Assert.False(await context.Addresses.AnyAsync(address => address.UserId == "29:composer"));
    }

    private static JObject Value(string query, int? skip = null, int? count = null) => new()
    {
        ["commandId"] = "searchCatalog",
        ["parameters"] = new JArray(new JObject { ["name"] = "query", ["value"] = query }),
        ["queryOptions"] = skip is null ? null : new JObject { ["skip"] = skip, ["count"] = count },
    };

    private async Task<IReadOnlyList<string>> TitlesAsync(JObject value) =>
        [.. (await QueryAsync(value))["attachments"]!.Select(attachment => attachment["preview"]!["content"]!["title"]!.Value<string>() + attachment["preview"]!["content"]!["subtitle"])];

    private JObject Invoke(JObject value)
    {
        var invoke = _teams.GroupChat("invoke");
        invoke["name"] = "composeExtension/query";
        invoke["value"] = value;
        return invoke;
    }

    private async Task<JObject> QueryAsync(JObject value)
    {
        var (status, body) = await _teams.SendAsync(Invoke(value));
        Assert.Equal(HttpStatusCode.OK, status);
        return (JObject)body!["composeExtension"]!;
    }
}
