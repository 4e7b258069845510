using LibraryBot.Dialogs.Equipment.Desk;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace LibraryBot.Tests.Dialogs.Equipment.Desk;

/// <summary>The librarian's cards, in both languages, as they were read and approved.</summary>
public sealed class DeskCardTests
{
    private static readonly Dictionary<(string, string), string> s_said = new()
    {
        [("Pull", "en")] = "what do i need to pull today",
        [("Pull", "es")] = "qué tengo que preparar hoy",
        [("Approve", "en")] = "approve",
        [("Approve", "es")] = "aprobar",
        [("Why", "en")] = "decline because the room is being painted",
        [("Why", "es")] = "rechazar porque están pintando la sala",
        [("Close", "en")] = "close cart b until friday for repair",
        [("Close", "es")] = "cierra el carrito b hasta el viernes por reparación",
        [("Week", "en")] = "show me cart b this week",
        [("Week", "es")] = "muéstrame el carrito b esta semana",
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (name, language) in s_said.Keys)
            {
                all.Add(name, language);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardIsAsApproved(string name, string language)
    {
        var card = await CardAsync(name, language);
        // A picture is compared by eye.
        foreach (var url in card.SelectTokens("$..url").ToList())
        {
            url.Replace("picture");
        }

        Approved.Json(card, $"{name}.{language}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardCanBeReadByEverybody(string name, string language)
    {
        var card = await CardAsync(name, language);

        Assert.Equal(language, (string?)card["lang"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)card["fallbackText"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)card["speak"]));
        Assert.All(card.SelectTokens("$..[?(@.type == 'Image')]"), image => Assert.False(string.IsNullOrWhiteSpace((string?)image["altText"])));
        Assert.All(card.SelectTokens("$..[?(@.type == 'Input.Text')]"), input => Assert.False(string.IsNullOrWhiteSpace((string?)input["label"])));
        // A channel takes no card of more than 28 KB.
        Assert.InRange(card.ToString(Newtonsoft.Json.Formatting.None).Length, 100, 26_000);
    }

    [SkippableTheory]
    [Trait("Needs", "SharedData")]
    [MemberData(nameof(All))]
    public async Task TheCardIsValid(string name, string language)
    {
        var schema = await JsonSchema.FromFileAsync(SharedData.File("schemas/adaptive-card-1.5.json"));

        Assert.Empty(schema.Validate(await CardAsync(name, language)));
    }

    [Fact]
    public void APictureOfAFullWeekIsSmallAndShowsWhatIsTaken()
    {
        static byte[] Draw(int free) => WeekPicture.Draw(
            [.. Enumerable.Range(2, 5).Select(day => new PictureDay($"Mon {day}", false, [.. Enumerable.Range(8, 7).Select(hour => new PictureSpan(new TimeOnly(hour, 0), new TimeOnly(hour, 50), free, 30))]))],
            hour => $"{hour}");

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], Draw(0)[..4]);
        Assert.InRange(Draw(12).Length, 1_000, 18_000);
        Assert.NotEqual(Draw(0), Draw(12));
        Assert.NotEqual(Draw(12), Draw(13));
    }

    private static async Task<JObject> CardAsync(string name, string language)
    {
        await using var talk = await DeskTalkTests.NewAsync();
        await DeskTalkTests.BookAsync(talk, "cart-b", 1, 13);
        if (name is "Pull")
        {
            await DeskTalkTests.BookAsync(talk, "chromebooks", 34, 10.5);
        }

        if (name is "Approve" or "Why")
        {
            await DeskTalkTests.BookAsync(talk, "makerspace", 1, 14);
        }

        return (await talk.SayAsync(s_said[(name, language)], language)).Card;
    }
}
