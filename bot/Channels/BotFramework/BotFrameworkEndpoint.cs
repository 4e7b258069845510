using LibraryBot.Settings;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;
using Polly;

namespace LibraryBot.BotFrameworkChannels;

/// <summary>The channels of the Bot Framework, Teams among them, at <c>/api/messages</c>.</summary>
internal static class BotFrameworkEndpoint
{
    /// <summary>Adds the adapter and its trust, which reads the settings the official SDK reads.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddSingleton<ChannelMetrics>();
        services.AddChannelHttp();
        services.AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(),
            ChannelCertificate.Credentials(provider.GetRequiredService<IConfiguration>()),
            httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
            logger: provider.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        services.AddSingleton<ChannelAdapter>();
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<ChannelAdapter>());
        return services;
    }

    /// <summary>Adds the endpoint.</summary>
    public static void MapBotFramework(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/messages", async (HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot, CancellationToken cancellationToken) =>
        {
            InteractiveTurn.Begin();
            await adapter.ProcessAsync(http.Request, http.Response, bot, cancellationToken);
        });

    /// <summary>The client without a name is the one that the Bot Framework asks its factory for.</summary>
    private static void AddChannelHttp(this IServiceCollection services) => services
        .AddHttpClient(Options.DefaultName, client => client.Timeout = TimeSpan.FromSeconds(30))
        // What became of a call is logged and counted by the adapter; the client's own log would say it once more, four times a call.
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // The handler lives as long as the process, and so do its connections; fresh ones follow changes of DNS.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseCookies = false,
        })
        .AddResilienceHandler("channels", static (pipeline, context) => pipeline
            .AddRetry(ChannelRetry.Options(context.ServiceProvider.GetRequiredService<ChannelMetrics>()))
            .AddTimeout(ChannelRetry.TryTimeout));
}
