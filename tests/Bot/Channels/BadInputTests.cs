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
        var mutator = new ActivityMutator(Seed, _channel.ServiceUrl);
        var taken = 0;
        for (var done = 0; done < Cases; done += Batch)
        {
            var requests = Enumerable.Range(0, Batch).Select(_ => mutator.Next()).ToList();
            await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (request, _) =>
            {
                var status = await PostAsync(request);
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotImplemented or >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError, $"{status}: {request}");
                if (status is HttpStatusCode.OK or HttpStatusCode.NotImplemented)
                {
                    Interlocked.Increment(ref taken);
                }
            });
            await BrokeAsync(requests);
        }

        // An invoke may be answered with 400 by its turn; every other refusal came before any turn, and so before any change.
        Assert.InRange(taken, turns.Count * 9 / 10, turns.Count);
        Assert.InRange(turns.Count, Cases / 10, Cases * 9 / 10);
        Assert.NotEmpty(await bot.TitlesAsync());
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
            var status = await PostAsync(request, $"/v3/directline/conversations/{pass["conversationId"]}/activities", (string)pass["token"]!);
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
        using var answer = new StreamReader(stream);
        Assert.DoesNotMatch("^HTTP/1.1 (2|5)", await answer.ReadToEndAsync());

        using var health = await bot.Client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private async Task<HttpStatusCode> PostAsync(BadRequest request, string path = "/api/messages", string? token = null)
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
        var seen = _log.AtLeast(LogLevel.Error).Count();
        if (seen == 0)
        {
            return;
        }

        foreach (var request in requests)
        {
            await PostAsync(request);
            Assert.True(_log.AtLeast(LogLevel.Error).Count() == seen, $"{request}\n{_log.AtLeast(LogLevel.Error).Last()}");
        }

        Assert.Fail($"Not found again:\n{_log.AtLeast(LogLevel.Error).First()}");
    }
}
