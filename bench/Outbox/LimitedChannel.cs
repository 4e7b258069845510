using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LibraryBot.Bench.Outbox;

/// <summary>
/// A channel's service that allows 50 calls within any second and answers 429 with <c>Retry-After</c> above that; of the rest it answers 429 to 5 %, 500 or
/// 503 to 2 %, and refuses 1 % of the people with 403 for good. Which ones is drawn from a seed.
/// </summary>
internal sealed class LimitedChannel : IAsyncDisposable
{
    private const int Allowed = 50;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Random _chance = new(20261127);
    private readonly Queue<long> _lastSecond = [];
    private readonly ConcurrentDictionary<string, int> _taken = [];

    private LimitedChannel(WebApplication app) => _app = app;

    public string ServiceUrl { get; private set; } = string.Empty;

    /// <summary>How often each conversation was told.</summary>
    public IReadOnlyDictionary<string, int> Taken => _taken;

    public int TooFast { get; private set; }

    public int Throttled { get; private set; }

    public int Failed { get; private set; }

    public int Blocked { get; private set; }

    public TimeSpan LastTaken { get; private set; }

    public Stopwatch Clock { get; } = new();

    public static async Task<LimitedChannel> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = new LimitedChannel(builder.Build());
        channel._app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", channel.ReceiveAsync);
        await channel._app.StartAsync(cancellationToken);
        channel.ServiceUrl = channel._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
        return channel;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Whether a conversation is one of the 1 % that refuse for good.</summary>
    public static bool Refuses(int number) => number % 100 == 37;

    private async Task<IResult> ReceiveAsync(string conversation, HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        var status = Decide(conversation);
        if (status == StatusCodes.Status429TooManyRequests)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        return status == StatusCodes.Status201Created
            ? Results.Json(new { id = conversation }, statusCode: status)
            : Results.Json(new { error = new { code = status == StatusCodes.Status403Forbidden ? "BotNotInConversationRoster" : "Error", message = "no" } }, statusCode: status);
    }

    private int Decide(string conversation)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetTimestamp();
            while (_lastSecond.TryPeek(out var before) && Stopwatch.GetElapsedTime(before, now) >= Second)
            {
                _lastSecond.Dequeue();
            }

            if (_lastSecond.Count >= Allowed)
            {
                TooFast++;
                return StatusCodes.Status429TooManyRequests;
            }

            _lastSecond.Enqueue(now);
            if (Refuses(int.Parse(conversation.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)))
            {
                Blocked++;
                return StatusCodes.Status403Forbidden;
            }

            switch (_chance.NextDouble())
            {
                case < 0.05:
                    Throttled++;
                    return StatusCodes.Status429TooManyRequests;
                case < 0.07:
                    Failed++;
                    return Failed % 2 == 0 ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
                default:
                    _taken.AddOrUpdate(conversation, 1, (_, times) => times + 1);
                    LastTaken = Clock.Elapsed;
                    return StatusCodes.Status201Created;
            }
        }
    }
}
