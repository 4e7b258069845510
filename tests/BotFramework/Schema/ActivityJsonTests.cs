using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Schema;

public class ActivityJsonTests
{
    private const string Sample = """
        {"type":"message","id":"1","timestamp":"2026-09-01T08:15:00.123+00:00","localTimestamp":"2026-09-01T10:15:00.123+02:00",
         "channelId":"msteams","from":{"id":"u","aadObjectId":"a","extra":{"x":1}},"conversation":{"id":"c","isGroup":true,"tenantId":"t","own":"o"},
         "recipient":{"id":"b"},"text":"hola","value":{"day":"2026-09-01T00:00:00Z"},"channelData":{"tenant":{"id":"t"}},
         "attachments":[{"contentType":"application/json","content":{"a":[1,2]},"mine":true}],"somethingNew":{"deep":[1]}}
        """;

    [Fact]
    public void WhatIsReadIsWrittenAgain()
    {
        var activity = SchemaJson.Read<Activity>(Sample)!;
        var again = Encoding.UTF8.GetString(SchemaJson.ToUtf8(activity));
        Assert.True(JToken.DeepEquals(Parse(Sample), Parse(again)), again);
    }

    [Fact]
    public void TheClockOfTheSenderKeepsItsOffset()
    {
        var activity = SchemaJson.Read<Activity>(Sample)!;
        Assert.Equal(TimeSpan.FromHours(2), activity.LocalTimestamp!.Value.Offset);
        Assert.Equal(activity.Timestamp, activity.LocalTimestamp);
    }

    [Fact]
    public void AStringThatLooksLikeADateStaysAString()
    {
        var value = (JObject)SchemaJson.Read<Activity>(Sample)!.Value!;
        Assert.Equal(JTokenType.String, value["day"]!.Type);
    }

    [Fact]
    public void MembersNobodyKnowsAreKept()
    {
        var activity = SchemaJson.Read<Activity>(Sample)!;
        Assert.Equal(1, (int)activity.Properties["somethingNew"]!["deep"]![0]!);
        Assert.Equal("o", (string?)activity.Conversation.Properties["own"]);
        Assert.Equal(1, (int)activity.From.Properties["extra"]!["x"]!);
        Assert.True((bool)activity.Attachments![0].Properties["mine"]!);
    }

    [Fact]
    public void NullsAreNotWritten() => Assert.Equal("""{"type":"typing"}""", Encoding.UTF8.GetString(SchemaJson.ToUtf8(new Activity(ActivityTypes.Typing))));

    [Fact]
    public void NumbersAreWrittenTheSameWayInEveryCulture()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-ES");
        Assert.Equal("""{"latitude":1.5,"type":"GeoCoordinates"}""", Encoding.UTF8.GetString(SchemaJson.ToUtf8(new GeoCoordinates(latitude: 1.5))));
    }

    [Fact]
    public void TooDeepIsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 100)) + "1" + new string('}', 100);
        Assert.Throws<JsonReaderException>(() => SchemaJson.Read<Activity>($$"""{"type":"message","value":{{deep}}}"""));
    }

    [Fact]
    public void AValueThatHoldsItselfIsAnErrorAndNotTheEndOfTheProcess()
    {
        var activity = new Activity(ActivityTypes.Event);
        activity.Value = new { activity };
        Assert.Throws<JsonSerializationException>(() => SchemaJson.ToUtf8(activity));
    }

    [Fact]
    public void EntitiesAreEqualWhenTheirJsonIs()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("a"), "b"));
        Assert.Equal("mention", entity.Type);
        Assert.Equal("a", entity.GetAs<Mention>().Mentioned.Id);
        Assert.True(entity.Equals(new Mention(new ChannelAccount("a"), "b")));
        Assert.False(entity.Equals(new Mention(new ChannelAccount("a"), "c")));
        Assert.Equal(entity.GetHashCode(), new Mention().GetHashCode());
    }

    private static JToken Parse(string json) => JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
}
