using AdaptiveCards;
using LibraryBot.Tests.Support;
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
    [InlineData("ActivityUpdate")]
    [InlineData("Agenda")]
    [InlineData("CalendarReminder")]
    [InlineData("FlightUpdateTable")]
    [InlineData("FoodOrder")]
    [InlineData("InputForm")]
    [InlineData("InputsWithValidation")]
    [InlineData("RestaurantOrder")]
    [InlineData("ShowCardWizard")]
    [InlineData("Table")]
    [InlineData("RtlTestCard")]
    [InlineData("ExpenseReport")]
    public void OfficialSamplesAreReadWithoutWarnings(string name)
    {
        var json = File.ReadAllText(SharedData.File($"cards/{name}.json"));
        var read = AdaptiveCard.FromJson(json);
        Assert.Empty(read.Warnings);
        Assert.Equal(JObject.Parse(json)["body"]!.Count(), read.Card.Body.Count);
    }
}
