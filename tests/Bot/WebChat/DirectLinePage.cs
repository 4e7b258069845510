using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using LibraryBot.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.WebChat;

/// <summary>The page's side of Direct Line 3.0, as botframework-directlinejs speaks it.</summary>
internal sealed class DirectLinePage(HttpClient client)
{
    public string Conversation { get; private set; } = string.Empty;

    public string Token { get; private set; } = string.Empty;

    public string StreamUrl { get; private set; } = string.Empty;

    /// <summary>Gets a token, begins the conversation, and waits for the greeting.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="user">Who chats.</param>
    /// <param name="given">A token that the school's portal gave; null asks the bot for one, as the page does in Development.</param>
    public static async Task<DirectLinePage> OpenAsync(BotHost bot, string user = "teacher", string? given = null)
    {
        var page = new DirectLinePage(bot.Client);
        page.Token = given
            ?? (string)(await page.CallAsync(HttpMethod.Post, "tokens/generate", new JObject { ["user"] = new JObject { ["id"] = user } }))["token"]!;
        var begun = await page.CallAsync(HttpMethod.Post, "conversations");
        page.Conversation = (string)begun["conversationId"]!;
        page.Token = (string)begun["token"]!;
        page.StreamUrl = (string)begun["streamUrl"]!;
        return page;
    }

    /// <summary>Takes up a conversation again with the token of an earlier page.</summary>
    public static DirectLinePage TakeUp(BotHost bot, DirectLinePage earlier) =>
        new(bot.Client) { Conversation = earlier.Conversation, Token = earlier.Token };

    public async Task<string> SayAsync(string text, string? clientId = null) =>
        (string)(await CallAsync(HttpMethod.Post, $"conversations/{Conversation}/activities", new JObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JObject { ["id"] = "somebody-else" },
            ["channelData"] = new JObject { ["clientActivityID"] = clientId ?? Guid.NewGuid().ToString("N") },
        }))["id"]!;

    /// <summary>Polls until so many messages of the bot came after a watermark.</summary>
    public async Task<(IReadOnlyList<JObject> Activities, string Watermark)> WaitForBotAsync(int messages, string watermark = "")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var set = await CallAsync(HttpMethod.Get, $"conversations/{Conversation}/activities?watermark={watermark}");
            var activities = set["activities"]!.OfType<JObject>().ToList();
            if (activities.Count(IsBots) >= messages)
            {
                return (activities, (string)set["watermark"]!);
            }

            await Task.Delay(50, patience.Token);
        }
    }

    public static bool IsBots(JObject activity) => (string?)activity["type"] == "message" && (string?)activity["from"]?["role"] == "bot";

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string? token = null)
    {
        var request = new HttpRequestMessage(method, $"/v3/directline/{path}");
        if ((token ?? Token) is { Length: > 0 } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            // A server that refuses a long body hangs up; who asks first gets to read why.
            request.Headers.ExpectContinue = body.Length > 100_000;
        }

        return client.SendAsync(request);
    }

    public async Task<ClientWebSocket> StreamAsync(string? url = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url ?? StreamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>Reads activities from a stream until there are so many messages of the bot.</summary>
    public static async Task<(List<JObject> Activities, string Watermark)> ReadAsync(ClientWebSocket socket, int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var activities = new List<JObject>();
        var watermark = string.Empty;
        var buffer = new byte[16_384];
        while (activities.Count(IsBots) < messages)
        {
            using var text = new MemoryStream();
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, patience.Token);
                text.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            if (text.Length > 0)
            {
                var set = JObject.Parse(Encoding.UTF8.GetString(text.ToArray()));
                activities.AddRange(set["activities"]!.OfType<JObject>());
                watermark = (string)set["watermark"]!;
            }
        }

        return (activities, watermark);
    }

    private async Task<JObject> CallAsync(HttpMethod method, string path, JObject? body = null)
    {
        using var response = await SendAsync(method, path, body?.ToString(Formatting.None));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode} {text}");
        return JObject.Parse(text);
    }
}
