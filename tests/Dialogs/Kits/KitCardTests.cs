using System.Globalization;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace LibraryBot.Tests.Dialogs.Kits;

/// <summary>Every card, in both languages, as it was read and approved. Numbers of rows and codes of links are made the same.</summary>
public sealed class KitCardTests
{
    public static TheoryData<string, string> All { get; } = new()
    {
        { "Kit", "en" }, { "Kit", "es" }, { "Mine", "en" }, { "Mine", "es" }, { "Link", "en" }, { "Link", "es" }, { "NameTaken", "en" }, { "NameTaken", "es" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardIsAsApproved(string name, string language) => Approved.Json(await CardAsync(name, language), $"{name}.{language}");

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardCanBeReadByEverybody(string name, string language)
    {
        var card = await CardAsync(name, language);

        Assert.Equal(("1.5", language), ((string?)card["version"], (string?)card["lang"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)card["fallbackText"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)card["speak"]));
        Assert.All(card.SelectTokens("$..[?(@.type == 'TextBlock')]"), block => Assert.True((bool?)block["wrap"]));
        Assert.All(card.SelectTokens("$..[?(@.type == 'ActionSet')].actions"), row => Assert.InRange(row.Count(), 1, 6));
        var labels = card.SelectTokens("$..[?(@.type =~ /^Action\\./)]").Select(action => (string?)action["tooltip"] ?? (string?)action["title"]).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [SkippableTheory]
    [Trait("Needs", "SharedData")]
    [MemberData(nameof(All))]
    public async Task TheCardIsValid(string name, string language)
    {
        var schema = await JsonSchema.FromFileAsync(SharedData.File("schemas/adaptive-card-1.5.json"));

        Assert.Empty(schema.Validate(await CardAsync(name, language)));
    }

    private static async Task<JObject> CardAsync(string name, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");
        await using var talk = await KitTalk.WithAsync();
        var (request, save, share, mine) = language == "es"
            ? ("Kit sobre ecosistemas, quinto grado, 12 alumnos, dos leen a nivel de segundo grado, tres en español", "guárdalo como Otoño", "compártelo", "mis kits")
            : ("Kit on ecosystems, grade 5, 12 students, two reading at grade 2, three in Spanish", "save it as Fall", "share it", "my kits");
        var reply = await talk.SayAsync(request, language);
        if (name != "Kit")
        {
            reply = await talk.SayAsync(save, language);
            if (name == "NameTaken")
            {
                await talk.SayAsync(language == "es" ? "empezar de nuevo" : "start over", language);
                await talk.SayAsync(request, language);
            }

            reply = await talk.SayAsync(name switch { "Mine" => mine, "Link" => share, _ => save }, language);
        }

        var text = reply.Card.ToString(Newtonsoft.Json.Formatting.None);
        return JObject.Parse(System.Text.RegularExpressions.Regex.Replace(text, @"(?<=kits/|kit )[A-Za-z0-9_-]{32}", new string('x', 32)));
    }
}
