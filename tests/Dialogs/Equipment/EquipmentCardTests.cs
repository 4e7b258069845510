using System.Globalization;
using AdaptiveCards;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Equipment;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Equipment;

/// <summary>Every card, in both languages, as it was read and approved. They come out of conversations in the sample school.</summary>
public sealed class EquipmentCardTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in new[] { "Confirm", "Booked", "Taken", "WhichTime", "WhichThing", "Free", "Mine", "Change", "WhichToChange", "CancelAll", "Series", "SeriesBooked", "SeriesTaken", "Waits", "CameFree" })
            {
                all.Add(name, "en");
                all.Add(name, "es");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardIsAsApproved(string name, string language) => Approved.Json(Standing(await CardAsync(name, language)), $"{name}.{language}");

    [Theory]
    [MemberData(nameof(All))]
    public async Task TheCardCanBeReadByEverybody(string name, string language)
    {
        var card = await CardAsync(name, language);

        Assert.Equal("1.5", (string?)card["version"]);
        Assert.Equal(language, (string?)card["lang"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)card["fallbackText"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)card["speak"]));
        Assert.All(card.SelectTokens("$..[?(@.type == 'TextBlock')]"), block => Assert.True((bool?)block["wrap"]));
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
        await using var talk = await EquipmentTalk.NewAsync();
        var book = language == "es" ? "Reservar" : "Book it";
        Task<Reply> Say(string english, string spanish) => talk.SayAsync(language == "es" ? spanish : english, language);
        Task<Reply> ConfirmAsync() => Say("15 chromebooks tomorrow 3rd period and the makerspace", "15 chromebooks mañana a la tercera hora y el taller creativo");

        Task<Reply> SeriesAsync() => Say("cart a every monday period 2 until march 24", "el carrito a cada lunes a la segunda hora hasta el 24 de marzo");

        switch (name)
        {
            case "Confirm":
                return (await ConfirmAsync()).Card;
            case "Booked":
                await talk.PressAsync(await ConfirmAsync(), book);
                return Replaced(talk);
            case "Taken":
                await talk.PressAsync(await ConfirmAsync(), book);
                return (await Say("the makerspace tomorrow 3rd period", "el taller creativo mañana a la tercera hora")).Card;
            case "WhichTime":
                return (await Say("book the makerspace thursday at 9 or at 1 pm", "reserva el taller creativo el jueves a las 9 o a la 1 pm")).Card;
            case "WhichThing":
                return (await Say("book the chromebook cart tomorrow 3rd period", "reserva el carrito de chromebooks mañana a la tercera hora")).Card;
            case "Free":
                return (await Say("what is free tomorrow 3rd period", "qué equipo está libre mañana a la tercera hora")).Card;
            case "Mine":
                await talk.PressAsync(await ConfirmAsync(), book);
                await talk.PressAsync(await Say("2 microphones every friday period 2 until march 24", "2 micrófonos cada viernes a la segunda hora hasta el 24 de marzo"), book);
                return (await Say("my bookings", "mis reservas")).Card;
            case "Change":
                await talk.PressAsync(await ConfirmAsync(), book);
                return (await Say("make it 20", "que sean 20")).Card;
            case "WhichToChange":
            case "CancelAll":
                await talk.PressAsync(await ConfirmAsync(), book);
                await talk.PressAsync(await Say("5 ipads thursday period 2", "5 ipads el jueves a la segunda hora"), book);
                await talk.SayAsync("start over");
                return (await (name == "CancelAll" ? Say("cancel all my bookings", "cancela todas mis reservas") : Say("change my booking", "cambia mi reserva"))).Card;
            case "Series":
                return (await SeriesAsync()).Card;
            case "SeriesBooked":
                await talk.PressAsync(await SeriesAsync(), book);
                return Replaced(talk);
            case "SeriesTaken":
                await talk.AsAnotherAsync(async () => await talk.PressAsync(await Say("cart a monday march 16 period 2", "el carrito a el lunes 16 de marzo a la segunda hora"), book));
                return (await talk.PressAsync(await SeriesAsync(), book)).Card;
            case "Waits":
                await talk.AsAnotherAsync(async () => await talk.PressAsync(await ConfirmAsync(), book));
                await talk.PressAsync(await Say("the makerspace tomorrow 3rd period", "el taller creativo mañana a la tercera hora"), language == "es" ? "Ponme en la lista de espera" : "Put me on the waiting list");
                return Replaced(talk);
            default:
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");
                return JObject.Parse(EquipmentCards.CameFree(7, Words.Of(EquipmentStrings.CameFree, "Makerspace", "Wednesday, March 4", "Tuesday, March 3, 12:00 PM")).ToJson());
        }
    }

    private static JObject Replaced(Talk talk) => JObject.Parse(((AdaptiveCard)talk.Adapter.Updates[^1].Attachments!.Single().Content!).ToJson());

    // What is made anew for each card stands as a word.
    private static JObject Standing(JObject card)
    {
        foreach (var key in card.SelectTokens("$..data.key").OfType<JValue>())
        {
            key.Value = "a key of its own";
        }

        return card;
    }
}
