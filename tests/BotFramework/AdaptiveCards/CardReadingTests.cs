using System.Globalization;
using AdaptiveCards;
using LibraryBot.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.AdaptiveCards;

public class CardReadingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{ "type": "AdaptiveCard" }""")]
    [InlineData("""{ "type": "HeroCard", "version": "1.0" }""")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "new" }""")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.0", "body": [ { "text": "no type" } ] }""")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.0", "body": [ "text" ] }""")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.0", "body": {} }""")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.0", "minHeight": "tall" }""")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.0" } and more""")]
    public void WhatIsNotACardIsRefused(string json) => Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));

    [Fact]
    public void AnUnknownElementIsKeptAndWarnedOf()
    {
        var json = """
            { "type": "AdaptiveCard", "version": "1.5",
              "body": [ { "type": "Carousel", "pages": [ 1 ], "spacing": "large" } ], "actions": [ { "type": "Action.Sing", "title": "La" } ] }
            """;
        var read = AdaptiveCard.FromJson(json);
        Assert.Equal(2, read.Warnings.Count);
        Assert.IsType<AdaptiveUnknownElement>(read.Card.Body.Single());
        Assert.IsType<AdaptiveUnknownAction>(read.Card.Actions.Single());
        CardJsonTests.AssertJson(json, read.Card);
    }

    [Fact]
    public void AVersionTooNewGivesTheFallbackText()
    {
        var read = AdaptiveCard.FromJson("""{ "type": "AdaptiveCard", "version": "9.0", "fallbackText": "Too new", "speak": "aloud", "body": [ {} ] }""");
        Assert.Equal("Too new", ((AdaptiveTextBlock)read.Card.Body.Single()).Text);
        Assert.Equal("aloud", read.Card.Speak);
        Assert.Single(read.Warnings);
    }

    [Fact]
    public void TypesMayBeLeftOutWhereOnlyOneCanStand()
    {
        var read = AdaptiveCard.FromJson("""
            { "type": "AdaptiveCard", "version": "1.5", "body": [
              { "type": "ColumnSet", "columns": [ { "width": 2, "items": [ { "type": "RichTextBlock", "inlines": [ "plain" ] } ] } ] },
              { "type": "ImageSet", "images": [ { "url": "a.png" } ] } ] }
            """);
        var column = ((AdaptiveColumnSet)read.Card.Body[0]).Columns.Single();
        Assert.Equal("2", column.Width);
        Assert.Equal("plain", ((AdaptiveTextRun)((AdaptiveRichTextBlock)column.Items.Single()).Inlines.Single()).Text);
        Assert.Equal("a.png", ((AdaptiveImageSet)read.Card.Body[1]).Images.Single().UrlString);
    }

    [Fact]
    public void TextThatLooksLikeADateStaysText() => Assert.Equal(
        "2026-05-04T10:00:00Z",
        ((AdaptiveTextBlock)AdaptiveCard.FromJson("""{ "type": "AdaptiveCard", "version": "1.0", "body": [ { "type": "TextBlock", "text": "2026-05-04T10:00:00Z" } ] }""").Card.Body[0]).Text);

    [Fact]
    public void VersionsAreOrderedByNumber()
    {
        Assert.True(new AdaptiveSchemaVersion("1.10") > new AdaptiveSchemaVersion(1, 9));
        Assert.Equal(new AdaptiveSchemaVersion("1"), new AdaptiveSchemaVersion(1, 0));
        Assert.Throws<FormatException>(() => new AdaptiveSchemaVersion("one"));
    }

    [SkippableTheory]
    [Trait("Needs", "SharedData")]
    [InlineData("Action.Execute.Mode")]
    [InlineData("ActivityUpdate")]
    [InlineData("Agenda")]
    [InlineData("CalendarReminder")]
    [InlineData("ExpenseReport")]
    [InlineData("FlightUpdateTable")]
    [InlineData("FoodOrder")]
    [InlineData("InputForm")]
    [InlineData("InputsWithValidation")]
    [InlineData("RestaurantOrder")]
    [InlineData("RichTextBlock.TextRun.SelectAction.IsEnabled")]
    [InlineData("RtlTestCard")]
    [InlineData("ShowCardWizard")]
    [InlineData("Table")]
    [InlineData("ToggleVisibility.ShowCard.ActionSet")]
    public void OfficialSamplesAreReadWithoutLoss(string name)
    {
        var json = File.ReadAllText(SharedData.File($"cards/{name}.json"));
        var read = AdaptiveCard.FromJson(json);
        Assert.Empty(read.Warnings);
        var written = JObject.Parse(read.Card.ToJson());
        Assert.Empty(LostFrom(Parse(json), written));

        // What was written, read again, is the same card.
        Assert.Equal(CardJsonTests.Sorted(written), CardJsonTests.Sorted(JObject.Parse(AdaptiveCard.FromJson(read.Card.ToJson()).Card.ToJson())));
    }

    /// <summary>The paths of all that the card said and what was written no longer says; what is the default need not be said.</summary>
    private static IEnumerable<string> LostFrom(JToken said, JToken? written) => (said, written) switch
    {
        (JObject members, JObject now) => members.Properties().Where(x => !IsDefault(x, (string?)now["type"])).SelectMany(x => LostFrom(x.Value, now[x.Name])),
        (JArray items, JArray now) when items.Count == now.Count => items.Zip(now, LostFrom).SelectMany(x => x),
        (JValue value, JValue now) when string.Equals(value.ToString(CultureInfo.InvariantCulture), now.ToString(CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase) => [],
        _ => [$"{said.Path}: {said} became {written}"],
    };

    private static bool IsDefault(JProperty member, string? type) => (type, member.Name, member.Value.ToString()) is (AdaptiveTableColumnDefinition.TypeName, "width", "1") || (member.Name, member.Value.ToString()) is
        ("spacing", "default") or ("style", "default") or ("size", "default" or "auto") or ("mode", "primary") or ("isEnabled", "True") or ("isVisible", "True")
        or ("wrap" or "separator" or "isMultiline" or "isRequired" or "isMultiSelect" or "isSubtle", "False")
        or ("firstRowAsHeaders" or "showGridLines" or "showGridlines", "True") or ("horizontalAlignment", "left") or ("height", "auto") or ("valueOn", "true") or ("valueOff", "false");

    private static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
