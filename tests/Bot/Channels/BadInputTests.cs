using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using LibraryBot.BotFrameworkChannels;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using ChannelStandIn = LibraryBot.Tests.BotFramework.Support.ChannelStandIn;

namespace LibraryBot.Tests.Bot.Channels;

public sealed class BadInputTests(BotHost bot) : IClassFixture<BotHost>, IAsyncLifetime, IDisposable
{
    private const int Seed = 20261127;
    private const int Cases = 20_000;
    private const int Batch = 500;

    private static readonly ParallelOptions EightAtOnce = new() { MaxDegreeOfParallelism = 8 };

    private readonly LogCapture _log = new();
    private ChannelStandIn _channel = null!;

    public async Task InitializeAsync()
    {
        _channel = await ChannelStandIn.StartAsync();
        bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task WhateverAChannelSendsIsAnsweredOrRefusedAndNothingBreaks()
    {
        var turns = new TurnCounter();
        bot.Services.GetRequiredService<ChannelAdapter>().Use(turns);
        var refused = new ConcurrentDictionary<int, HttpStatusCode>();
        foreach (var requests in Requests().Chunk(Batch))
        {
            await Parallel.ForEachAsync(requests, EightAtOnce, async (request, _) =>
            {
                var status = await PostAsync(bot, request);
                Assert.True((status is HttpStatusCode.OK && !request.MustBeRefused) || IsRefusal(status), $"seed {Seed}: {status}: {request}");
                if (status is not HttpStatusCode.OK)
                {
                    refused[request.Number] = status;
                }
            });
            await BrokeAsync(requests);
        }

        Assert.NotEmpty(await bot.TitlesAsync());
        Assert.InRange(refused.Count, Cases * 3 / 4, Cases);
        Assert.InRange(turns.Count, Cases / 20, Cases / 4);
        await LeavesNothingAsync(refused);
    }

    [Theory]
    [InlineData("/api/messages")]
    [InlineData("/v3/directline/tokens/generate")]
    [InlineData("/v3/directline/tokens/refresh")]
    [InlineData("/v3/directline/conversations")]
    [InlineData("/v3/directline/conversations/x/activities")]
    [InlineData("/v3/directline/conversations/x/upload")]
    [InlineData("/v3/directline/conversations/x/stream")]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/nowhere")]
    public async Task EveryMethodAndBodyAtEveryAddressIsAnsweredWithoutAFailure(string path)
    {
        foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW" })
        {
            foreach (var body in new[] { null, "", "{", "[]", "null", "5", "{\"type\":5}", "{\"user\":5}", "{\"user\":{\"id\":[]}}", "{\"user\":{\"id\":\"\\ud800\"}}", new string('[', 40_000) })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null || method == "TRACE" ? null : new StringContent(body, Encoding.UTF8, "application/json") };
                using var response = await bot.Client.SendAsync(request);
                Assert.True((int)response.StatusCode < 500, $"{method} {path} {body}: {response.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("/api/messages?a=%00&b=%ff")]
    [InlineData("/v3/directline/conversations/%00/activities?watermark=99999999999999999999999")]
    [InlineData("/v3/directline/conversations/%ff%fe/stream?watermark=-1&t=%00")]
    [InlineData("/v3/directline/conversations/a%2F..%2Fb/activities")]
    [InlineData("/page/..%2f..%2fappsettings.json")]
    [InlineData("/%00")]
    public async Task AnOddAddressIsNoFailure(string path)
    {
        using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True((int)response.StatusCode is >= 400 and < 500, $"{path}: {response.StatusCode}");
    }

    [Fact]
    public async Task WhatAPageSendsIsTakenOrRefusedAndNothingBreaks()
    {
        using var generated = await bot.Client.PostRawAsync("""{"user":{"id":"teacher"}}""", path: "/v3/directline/tokens/generate");
        var pass = JObject.Parse(await generated.Content.ReadAsStringAsync());
        var mutator = new ActivityMutator(Seed + 1, _channel.ServiceUrl);
        for (var done = 0; done < 1_000; done++)
        {
            var request = mutator.Next();
            var status = await PostAsync(bot, request, $"/v3/directline/conversations/{pass["conversationId"]}/activities", (string)pass["token"]!);
            Assert.True((int)status is 200 or (>= 400 and < 500), $"{status}: {request}");
        }
    }

    [Theory]
    [InlineData("/api/messages", true)]
    [InlineData("/api/messages", false)]
    [InlineData("/v3/directline/tokens/generate", true)]
    [InlineData("/v3/directline/tokens/generate", false)]
    public async Task ABodyBeyondTheLimitIsRefusedWithAndWithoutItsLength(string path, bool saysLength)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent($"{{\"text\":\"{new string('a', 3_000_000)}\"}}", Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = !saysLength;
        using var response = await bot.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{\"type\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"typ")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    public async Task ABodyThatEndsOrArrivesWronglyHarmsNobody(string rest)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(bot.Address.Host, bot.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: {bot.Address.Authority}\r\nContent-Type: application/json\r\n{rest}"));
        socket.Client.Shutdown(SocketShutdown.Send);
        Assert.DoesNotMatch("^HTTP/1.1 (2|5)", await AnswerAsync(stream));

        using var health = await bot.Client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    /// <summary>What came back; nothing where the connection was reset, which is an answer to half a request too.</summary>
    private static async Task<string> AnswerAsync(Stream stream)
    {
        using var answer = new StreamReader(stream);
        try
        {
            return await answer.ReadToEndAsync();
        }
        catch (IOException reset) when (reset.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return string.Empty;
        }
    }

    /// <summary>A few bytes a second would keep a connection for hours.</summary>
    [Fact]
    public async Task ABodyThatTricklesInIsNotWaitedFor()
    {
        var answers = await Task.WhenAll(TrickleAsync("/api/messages"), TrickleAsync("/v3/directline/tokens/generate"));

        Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody/knows/this")]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("application/search")]
    [InlineData("")]
    [InlineData(null)]
    public async Task AnInvokeThatTheBotDoesNotKnowIsNotImplementedAndLeavesNothing(string? name)
    {
        foreach (var channel in new[] { "msteams", "test", "a channel nobody knows" })
        {
            var invoke = Messages.Expecting(null);
            invoke.Remove("deliveryMode");
            (invoke["type"], invoke["name"], invoke["channelId"], invoke["serviceUrl"]) = ("invoke", name, channel, _channel.ServiceUrl);
            await using var context = bot.NewContext();
            var rows = await context.RowsAsync();

            using var response = await bot.Client.PostRawAsync(invoke.ToString());

            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotImplemented, HttpStatusCode.BadRequest });
            Assert.Equal(rows, await context.RowsAsync());
        }
    }

    [Theory]
    [InlineData("a channel nobody knows")]
    [InlineData("MSTEAMS")]
    [InlineData("msteams\u0000")]
    [InlineData("'; DROP TABLE Titles; --")]
    [InlineData("directline")]
    public async Task AChannelThatTheBotDoesNotKnowIsAnsweredOrRefused(string channel)
    {
        var question = Messages.Expecting("When is the library open?");
        question["channelId"] = channel;

        using var response = await bot.Client.PostRawAsync(question.ToString());

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{response.StatusCode}");
        Assert.Empty(Errors);
    }

    /// <summary>What was refused is sent again, alone, to a bot that has seen nothing else: its database stays as it was.</summary>
    private async Task LeavesNothingAsync(IReadOnlyDictionary<int, HttpStatusCode> refused)
    {
        await using var other = await BotHost.StartAsync();
        await using var context = other.NewContext();
        var rows = await context.RowsAsync();
        foreach (var requests in Requests().Where(request => refused.ContainsKey(request.Number)).Chunk(Batch))
        {
            await Parallel.ForEachAsync(requests, EightAtOnce, async (request, _) =>
            {
                var status = await PostAsync(other, request);
                Assert.True(status == refused[request.Number], $"first {refused[request.Number]}, then {status}: {request}");
            });
            if (await context.RowsAsync() != rows)
            {
                await using var third = await BotHost.StartAsync();
                await using var rowsOfThird = third.NewContext();
                foreach (var request in requests)
                {
                    await PostAsync(third, request);
                    Assert.True(await rowsOfThird.RowsAsync() == rows, $"left something: {request}");
                }

                Assert.Fail($"Something was left by one of the cases {requests[0].Number} to {requests[^1].Number}; not found again.");
            }
        }
    }

    private async Task<string> TrickleAsync(string path)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(bot.Address.Host, bot.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {bot.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = reader.ReadLineAsync();
        for (var sent = 0; sent < 600 && !answer.IsCompleted; sent++)
        {
            await stream.WriteAsync(" "u8.ToArray());
            await Task.WhenAny(answer, Task.Delay(100));
        }

        return answer.IsCompleted ? await answer ?? string.Empty : "still waited for";
    }

    /// <summary>What broke. That a row was there already is an error to Entity Framework and none to the turn, which reads it then; if it is one, the turn says so too.</summary>
    private IEnumerable<string> Errors => _log.AtLeast(LogLevel.Error).Where(line => !line.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    private IEnumerable<BadRequest> Requests()
    {
        var mutator = new ActivityMutator(Seed, _channel.ServiceUrl);
        return Enumerable.Range(0, Cases).Select(_ => mutator.Next());
    }

    private static bool IsRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.NotImplemented or >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError;

    private static async Task<HttpStatusCode> PostAsync(BotHost bot, BadRequest request, string path = "/api/messages", string? token = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(request.Body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        if (request.ContentEncoding is { } encoding)
        {
            message.Content.Headers.ContentEncoding.Add(encoding);
        }

        message.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await bot.Client.SendAsync(message);
        return response.StatusCode;
    }

    /// <summary>No turn may have broken; if one did, each request of the batch is sent again to find the one that did it.</summary>
    private async Task BrokeAsync(IReadOnlyList<BadRequest> requests)
    {
        var seen = Errors.Count();
        if (seen == 0)
        {
            return;
        }

        foreach (var request in requests)
        {
            await PostAsync(bot, request);
            Assert.True(Errors.Count() == seen, $"{request}\n{Errors.Last()}");
        }

        Assert.Fail($"Not found again:\n{Errors.First()}");
    }
}
