using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace LibraryBot.Tests.BotFramework.AdaptiveCards;

public class CardJsonTests
{
    public static TheoryData<string> Elements => [.. EveryElement.Elements.Keys];

    public static TheoryData<string> Actions => [.. EveryElement.Actions.Keys];

    [Fact]
    public void ATextBlockWritesOnlyWhatIsSet() => AssertJson(
        """{ "type": "TextBlock", "text": "Hatchet", "weight": "bolder", "size": "extraLarge", "wrap": true }""",
        new AdaptiveTextBlock("Hatchet") { Weight = AdaptiveTextWeight.Bolder, Size = AdaptiveTextSize.ExtraLarge, Wrap = true });

    [Fact]
    public void ACardWithNothingInItHasATypeAndAVersion() =>
        AssertJson("""{ "type": "AdaptiveCard", "version": "1.5" }""", new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)));

    [Fact]
    public void EnumsThatDoNotBeginAtZeroAreWrittenWhereTheyAreSet() => AssertJson(
        """{ "type": "Container", "style": "default", "items": [] }""", new AdaptiveContainer { Style = AdaptiveContainerStyle.Default });

    [Fact]
    public void ANumberThatIsNotSetIsLeftOutAndZeroIsNot() => AssertJson(
        """{ "type": "Input.Number", "id": "n", "value": 0.0 }""", new AdaptiveNumberInput { Id = "n", Value = 0 });

    [Fact]
    public void DefaultsThatAreNotZeroAreLeftOut()
    {
        AssertJson("""{ "type": "Input.Toggle", "id": "t", "title": "Large print" }""", new AdaptiveToggleInput { Id = "t", Title = "Large print" });
        AssertJson("""{ "type": "Table", "columns": [], "rows": [], "showGridLines": false }""", new AdaptiveTable { ShowGridLines = false });
        AssertJson("""{ "type": "TableColumnDefinition" }""", new AdaptiveTableColumnDefinition());
    }

    [Fact]
    public void AnExecuteActionCarriesItsSubmitFallback() => AssertJson(
        """
        {
          "type": "Action.Execute", "title": "Hold it", "verb": "hold", "data": { "titleId": 7 },
          "fallback": { "type": "Action.Submit", "title": "Hold it", "data": { "titleId": 7 } }
        }
        """,
        new AdaptiveExecuteAction
        {
            Title = "Hold it",
            Verb = "hold",
            Data = new { titleId = 7 },
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Hold it", DataJson = """{"titleId":7}""" }),
        });

    [Fact]
    public void TargetsAreIdsOrSayWhetherTheyShow() => AssertJson(
        """{ "type": "Action.ToggleVisibility", "targetElements": [ "a", { "elementId": "b", "isVisible": false } ] }""",
        new AdaptiveToggleVisibilityAction { TargetElements = ["a", new AdaptiveTargetElement("b", false)] });

    [Fact]
    public void WhatTheTypesDoNotNameIsWrittenBesideTheRest()
    {
        var card = new AdaptiveCard("1.5");
        card.AdditionalProperties["msteams"] = new { width = "Full" };
        AssertJson("""{ "type": "AdaptiveCard", "version": "1.5", "msteams": { "width": "Full" } }""", card);
    }

    [Fact]
    public void AnySettingsWriteTheSame()
    {
        var card = new AdaptiveCard("1.5")
        {
            Body = [.. EveryElement.Elements.Values],
            Actions = [.. EveryElement.Actions.Values],
        };
        var snake = new JsonSerializerSettings
        {
            NullValueHandling = NullValueHandling.Include,
            ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        };
        AssertJson(card.ToJson(), JToken.Parse(JsonConvert.SerializeObject(new { attachment = (object)card }, snake))["attachment"]!);
        AssertJson(card.ToJson(), JObject.FromObject(card));
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void EveryElementIsReadAsItWasWritten(string name) => AssertRoundTrip(new AdaptiveCard("1.5") { Body = [EveryElement.Elements[name]] });

    [Theory]
    [MemberData(nameof(Actions))]
    public void EveryActionIsReadAsItWasWritten(string name) => AssertRoundTrip(new AdaptiveCard("1.5") { Actions = [EveryElement.Actions[name]] });

    [Fact]
    public void RefreshAndSignInAreReadAsTheyWereWritten()
    {
        var card = new AdaptiveCard("1.5") { Refresh = EveryElement.Refresh, Authentication = EveryElement.Authentication };
        AssertRoundTrip(card);
        Assert.Equal("refresh", AdaptiveCard.FromJson(card.ToJson()).Card.Refresh!.Action!.Verb);
        AssertJson("""{ "type": "AdaptiveCard", "version": "1.5", "refresh": {}, "authentication": {} }""", new AdaptiveCard("1.5") { Refresh = new(), Authentication = new() });
    }

    [Fact]
    public void TheWidthOfAColumnMayBeANumberOfPixels()
    {
        var column = new AdaptiveColumn { PixelWidth = 40 };
        AssertJson("""{ "type": "Column", "width": "40px", "items": [] }""", column);
        column.Width = AdaptiveColumnWidth.Stretch;
        Assert.Equal(0, column.PixelWidth);
    }

    [Fact]
    public async Task ACardKeptInTheStateOfTheConversationIsReadAsItWasWritten()
    {
        var card = new AdaptiveCard("1.3") { Body = [.. EveryElement.Elements.Values], Actions = [.. EveryElement.Actions.Values] };
        var storage = new MemoryStorage();
        await storage.WriteAsync(new Dictionary<string, object> { ["state"] = new Dictionary<string, object> { ["prompt"] = new Attachment { Content = card } } });
        var read = (IDictionary<string, object>)(await storage.ReadAsync(["state"]))["state"];
        AssertJson(card.ToJson(), ((Attachment)read["prompt"]).Content!);
    }

    [Fact]
    public void DataSurvivesAsJson()
    {
        var action = new AdaptiveSubmitAction { DataJson = """{ "a": [1, 2] }""" };
        Assert.Equal(2, ((JObject)action.Data!)["a"]![1]!.Value<int>());
        action.Data = new { b = "c" };
        Assert.Equal("c", JObject.Parse(action.DataJson)["b"]!.Value<string>());
        action.DataJson = null;
        Assert.Null(action.Data);
    }

    internal static void AssertJson(string expected, object actual)
    {
        var written = actual as JToken ?? JToken.Parse(JsonConvert.SerializeObject(actual));
        Assert.True(JToken.DeepEquals(JToken.Parse(expected), written) || Sorted(JToken.Parse(expected)) == Sorted(written), $"Expected {expected}\nbut was {written}");
    }

    private static void AssertRoundTrip(AdaptiveCard card)
    {
        var read = AdaptiveCard.FromJson(card.ToJson());
        Assert.Empty(read.Warnings);
        AssertJson(card.ToJson(), read.Card);
        Assert.Empty(read.Card.AdditionalProperties);
        Assert.All(read.Card.Body, element => Assert.Empty(element.AdditionalProperties));
        Assert.All(read.Card.Actions, action => Assert.Empty(action.AdditionalProperties));
        Assert.Equal(card.Body.Select(x => x.GetType()), read.Card.Body.Select(x => x.GetType()));
        Assert.Equal(card.Actions.Select(x => x.GetType()), read.Card.Actions.Select(x => x.GetType()));
    }

    internal static string Sorted(JToken token) => token switch
    {
        JObject members => "{" + string.Join(',', members.Properties().OrderBy(x => x.Name, StringComparer.Ordinal).Select(x => $"{x.Name}:{Sorted(x.Value)}")) + "}",
        JArray items => "[" + string.Join(',', items.Select(Sorted)) + "]",
        _ => token.ToString(Formatting.None),
    };
}
