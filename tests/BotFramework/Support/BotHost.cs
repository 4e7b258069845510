using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LibraryBot.Tests.BotFramework.Support;

/// <summary>A bot behind the cloud adapter, over real HTTP.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotHost(IBot bot, Dictionary<string, string?> settings, string environment, IPAddress? from)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddHttpClient();
        _app = builder.Build();
        Adapter = new CloudAdapter(_app.Configuration, _app.Services.GetRequiredService<IHttpClientFactory>());
        _app.Run(context =>
        {
            context.Connection.RemoteIpAddress = from ?? context.Connection.RemoteIpAddress;
            return Adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
        });
        Client = new HttpClient();
    }

    public CloudAdapter Adapter { get; }

    public HttpClient Client { get; }

    public static async Task<BotHost> StartAsync(IBot bot, Dictionary<string, string?>? settings = null, string environment = "Development", IPAddress? from = null)
    {
        var host = new BotHost(bot, settings ?? [], environment, from);
        await host._app.StartAsync();
        host.Client.BaseAddress = new Uri(host._app.Urls.First());
        return host;
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string json, string? token = null, string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(json, Encoding.UTF8) };
        request.Content.Headers.Remove("Content-Type");
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
