using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Background;

/// <summary>A channel's service that takes or refuses each message as a test says, over real HTTP.</summary>
internal sealed class OutboxChannel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OutboxChannel(WebApplication app) => _app = app;

    /// <summary>Says what becomes of a message to a conversation, the how manieth it is to it from 1 on; null takes it.</summary>
    public Func<string, int, Refusal?> Answer { get; set; } = (_, _) => null;

    /// <summary>Each call, taken or not.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = [];

    /// <summary>What was taken.</summary>
    public ConcurrentQueue<(string Conversation, string Text)> Taken { get; } = [];

    public string ServiceUrl { get; private set; } = string.Empty;

    public static async Task<OutboxChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = new OutboxChannel(builder.Build());
        channel._app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", channel.ReceiveAsync);
        await channel._app.StartAsync();
        channel.ServiceUrl = channel._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
        return channel;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(string conversation, HttpContext http)
    {
        using var text = new StreamReader(http.Request.Body);
        var said = (string?)JObject.Parse(await text.ReadToEndAsync())["text"] ?? string.Empty;
        var refusal = Answer(conversation, Calls.AddOrUpdate(conversation, 1, (_, calls) => calls + 1));
        if (refusal is null)
        {
            Taken.Enqueue((conversation, said));
            return Results.Json(new { id = "1" });
        }

        if (refusal.Status == 0)
        {
            // Taken, and no answer.
            Taken.Enqueue((conversation, said));
            http.Abort();
            return Results.Empty;
        }

        if (refusal.RetryAfter is { } after)
        {
            http.Response.Headers.RetryAfter = after;
        }

        return Results.Json(new { error = new { code = refusal.Code, message = "no" } }, statusCode: refusal.Status);
    }
}

internal sealed record Refusal(int Status, string Code = "Error", string? RetryAfter = null);
