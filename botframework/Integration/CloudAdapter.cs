using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>An adapter to the channels of the Bot Connector, by HTTP. Activities over a streaming connection are refused with 405.</summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    public CloudAdapter()
        : this(new ConfigurationBuilder().Build())
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    /// <summary>
    /// Reads and authenticates the request, runs a turn of <paramref name="bot"/>, and writes the response: 200, or what an invoke or
    /// expected replies ask for; 400 for what is no activity, 401 for who is no channel of this bot, 405, 413 and 415 as HTTP has them,
    /// 503 when the keys of the channels cannot be had.
    /// </summary>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var (activity, refusal) = await ActivityRequest.ReadAsync(httpRequest, cancellationToken).ConfigureAwait(false);
        if (activity is null)
        {
            httpResponse.StatusCode = refusal;
            return;
        }

        AuthenticateRequestResult sender;
        try
        {
            // Two headers become one with a comma in it, which no token has.
            sender = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, httpRequest.Headers.Authorization, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException)
        {
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        catch (ChannelKeysUnavailableException e)
        {
            Logger.LogError(e, "The keys of the channels cannot be had");
            httpResponse.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (!AnonymousAccess.IsAllowed(httpRequest, sender))
        {
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var response = await ProcessActivityAsync(sender, activity, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
        await ActivityResponse.WriteAsync(httpResponse, response, cancellationToken).ConfigureAwait(false);
    }
}
