using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder;

/// <summary>
/// The adapter that came before <see cref="CloudAdapterBase"/>, as far as bots that still name it need: it sends, updates and deletes,
/// and opens conversations with credentials that it is given.
/// </summary>
public class BotFrameworkAdapter : CloudAdapterBase
{
    /// <summary>Key in the turn state of the activity that answers an invoke.</summary>
    public new const string InvokeResponseKey = BotAdapter.InvokeResponseKey;

    private readonly HttpClient? _httpClient;

    public BotFrameworkAdapter(ICredentialProvider credentialProvider, HttpClient? customHttpClient = null, IMiddleware? middleware = null, ILogger? logger = null)
        : base(Trust(credentialProvider, customHttpClient, logger), logger)
    {
        _httpClient = customHttpClient;
        if (middleware is not null)
        {
            Use(middleware);
        }
    }

    /// <summary>Opens a conversation and runs a turn in it.</summary>
    public virtual async Task CreateConversationAsync(string channelId, string serviceUrl, MicrosoftAppCredentials credentials, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(credentials);
        using var connector = new ConnectorClient(new Uri(serviceUrl), credentials, _httpClient);
        await OpenAsync(connector, CreateClaimsIdentity(credentials.MicrosoftAppId), channelId, serviceUrl, null, conversationParameters, callback, cancellationToken).ConfigureAwait(false);
    }

    private static ConfigurationBotFrameworkAuthentication Trust(ICredentialProvider credentialProvider, HttpClient? httpClient, ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(credentialProvider);
        return new(new ConfigurationBuilder().Build(), new ProvidedCredentials(credentialProvider, httpClient), logger: logger);
    }
}
