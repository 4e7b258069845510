using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LibraryBot.Bench.Runtime;

/// <summary>Stands in for a channel: takes what the bot sends, by HTTP, and gives it an id.</summary>
internal sealed class LoopbackChannel : IAsyncDisposable
{
    private static readonly byte[] Accepted = Encoding.UTF8.GetBytes("""{"id":"1777903401999"}""");

    private readonly WebApplication _app;
    private int _received;

    private LoopbackChannel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref _received);
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync(Accepted);
        });
    }

    /// <summary>Its service URL.</summary>
    public Uri Address => new(_app.Urls.First() + "/teams/");

    /// <summary>How many activities have come so far.</summary>
    public int Received => Volatile.Read(ref _received);

    public static async Task<LoopbackChannel> StartAsync(CancellationToken cancellationToken)
    {
        var channel = new LoopbackChannel();
        await channel._app.StartAsync(cancellationToken);
        return channel;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
