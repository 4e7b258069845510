using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Support;

/// <summary>A channel's service as far as the bot's answers go: a real server at a <c>serviceUrl</c> that keeps what it is sent.</summary>
internal sealed class ChannelStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JObject> _received = [];
    private int _number;

    private ChannelStandIn(WebApplication app) => _app = app;

    /// <summary>What the bot has sent, in order.</summary>
    public IReadOnlyCollection<JObject> Received => _received;

    /// <summary>Its address, for <c>activity.serviceUrl</c>.</summary>
    public string ServiceUrl { get; private set; } = string.Empty;

    public static async Task<ChannelStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = new ChannelStandIn(builder.Build());
        channel._app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", channel.ReceiveAsync);
        await channel._app.StartAsync();
        channel.ServiceUrl = channel._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var text = new StreamReader(request.Body);
        _received.Enqueue(JObject.Parse(await text.ReadToEndAsync()));
        return Results.Json(new { id = $"sent-{Interlocked.Increment(ref _number)}" });
    }
}
