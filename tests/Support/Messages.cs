using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Support;

/// <summary>What a channel sends to <c>/api/messages</c>.</summary>
internal static class Messages
{
    /// <summary>A message whose answers are expected in the response, <c>deliveryMode: expectReplies</c>.</summary>
    public static JObject Expecting(string? text, string from = "teacher", string? conversation = null) => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString("N"),
        ["channelId"] = "test",
        ["serviceUrl"] = "http://127.0.0.1:9/",
        ["deliveryMode"] = "expectReplies",
        ["from"] = new JObject { ["id"] = from },
        ["recipient"] = new JObject { ["id"] = "bot" },
        ["conversation"] = new JObject { ["id"] = conversation ?? Guid.NewGuid().ToString("N") },
        ["text"] = text,
    };

    /// <summary>Posts one and gives the replies.</summary>
    public static async Task<IReadOnlyList<JObject>> AskAsync(this HttpClient client, JObject activity)
    {
        using var response = await client.PostRawAsync(activity.ToString(Formatting.None));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {body}");
        return [.. ((JArray)JObject.Parse(body)["activities"]!).OfType<JObject>()];
    }

    /// <summary>Posts a body as it is.</summary>
    public static Task<HttpResponseMessage> PostRawAsync(this HttpClient client, string body, string type = "application/json", string path = "/api/messages") =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
            // A server that refuses a long body hangs up; who asks first gets to read why.
            Headers = { ExpectContinue = body.Length > 100_000 },
        });

    /// <summary>All that a reply says, its cards included.</summary>
    public static string Words(this IEnumerable<JObject> replies) => string.Join("\n", replies
        .SelectMany(reply => reply.Descendants())
        .OfType<JProperty>()
        .Where(property => property.Name is "text" or "title" or "value" && property.Value.Type == JTokenType.String)
        .Select(property => property.Value.Value<string>()));

    /// <summary>The buttons of the cards of a reply.</summary>
    public static IEnumerable<JObject> Buttons(this IEnumerable<JObject> replies) => replies
        .SelectMany(reply => reply.DescendantsAndSelf())
        .OfType<JObject>()
        .Where(element => element["type"]?.Type == JTokenType.String && element.Value<string>("type") is "Action.Submit" or "Action.Execute");
}
