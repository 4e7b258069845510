using AdaptiveCards;
using LibraryBot.Tests.Support;
using NJsonSchema;

namespace LibraryBot.Tests.BotFramework.AdaptiveCards;

[Trait("Needs", "SharedData")]
public class CardSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromFileAsync(SharedData.File("schemas/adaptive-card-1.5.json")));

    public static TheoryData<string> Elements => [.. EveryElement.Elements.Keys];

    public static TheoryData<string> Actions => [.. EveryElement.Actions.Keys];

    [SkippableTheory]
    [MemberData(nameof(Elements))]
    public async Task EveryElementIsValid(string name) =>
        Assert.Empty(await Errors(new AdaptiveCard("1.5") { Body = [EveryElement.Elements[name]] }));

    [SkippableTheory]
    [MemberData(nameof(Actions))]
    public async Task EveryActionIsValid(string name) =>
        Assert.Empty(await Errors(new AdaptiveCard("1.5") { Actions = [EveryElement.Actions[name]] }));

    [SkippableFact]
    public async Task ACardWithEverythingIsValid() => Assert.Empty(await Errors(new AdaptiveCard("1.5")
    {
        JsonSchema = "http://adaptivecards.io/schemas/adaptive-card.json",
        FallbackText = "Text",
        Speak = "Spoken",
        Lang = "es",
        Rtl = false,
        PixelMinHeight = 100,
        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        SelectAction = EveryElement.Submit,
        Refresh = EveryElement.Refresh,
        Authentication = EveryElement.Authentication,
        BackgroundImage = new AdaptiveBackgroundImage("https://example.org/paper.png")
        {
            FillMode = AdaptiveImageFillMode.RepeatVertically,
            HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
            VerticalAlignment = AdaptiveVerticalAlignment.Bottom,
        },
    }));

    [SkippableFact]
    public async Task AnInputWithoutAnIdIsNotValid() =>
        Assert.NotEmpty(await Errors(new AdaptiveCard("1.5") { Body = [new AdaptiveTextInput()] }));

    private static async Task<IEnumerable<string>> Errors(AdaptiveCard card) =>
        (await Schema.Value).Validate(card.ToJson()).Select(error => error.ToString());
}
