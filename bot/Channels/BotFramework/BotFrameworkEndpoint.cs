using LibraryBot.State;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace LibraryBot.BotFrameworkChannels;

/// <summary>The channels of the Bot Framework, Teams among them, at <c>/api/messages</c>.</summary>
internal static class BotFrameworkEndpoint
{
    /// <summary>Adds the adapter and its trust, which reads the settings the official SDK reads.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddHttpClient();
        services.AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(),
            httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
            logger: provider.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        services.AddSingleton<ChannelAdapter>();
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<ChannelAdapter>());
        return services;
    }

    /// <summary>Adds the endpoint.</summary>
    public static void MapBotFramework(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/messages", (HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot, CancellationToken cancellationToken) =>
            adapter.ProcessAsync(http.Request, http.Response, bot, cancellationToken));

    private sealed class ChannelAdapter : CloudAdapter
    {
        public ChannelAdapter(BotFrameworkAuthentication trust, ILogger<ChannelAdapter> log, OncePerActivity once, TurnErrors errors)
            : base(trust, log)
        {
            OnTurnError = errors.HandleAsync;
            Use(once);
        }
    }
}
