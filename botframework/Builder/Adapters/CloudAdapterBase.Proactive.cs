using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <content>Turns that the bot begins itself.</content>
public abstract partial class CloudAdapterBase
{
    public override Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(CreateClaimsIdentity(botId), reference.GetContinuationActivity(), null, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), null, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ProcessProactiveAsync(CreateClaimsIdentity(botId), continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ProcessProactiveAsync(claimsIdentity, continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);

    public override async Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(serviceUrl))
        {
            throw new ArgumentNullException(nameof(serviceUrl));
        }

        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var identity = CreateClaimsIdentity(botAppId);
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        using var connector = await factory.CreateAsync(serviceUrl, audience, cancellationToken).ConfigureAwait(false);
        await OpenAsync(connector, identity, channelId, serviceUrl, audience, conversationParameters, callback, cancellationToken).ConfigureAwait(false);
    }

    private protected async Task OpenAsync(IConnectorClient connector, ClaimsIdentity identity, string channelId, string serviceUrl, string? audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var created = await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken).ConfigureAwait(false);
        var activity = Opening(created, channelId, serviceUrl, conversationParameters);
        using var context = CreateTurnContext(activity, identity, audience, connector, callback, BotFrameworkAuthentication.CreateConnectorFactory(identity));
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The identity of the bot itself.</summary>
    protected internal ClaimsIdentity CreateClaimsIdentity(string? botAppId)
    {
        var id = botAppId ?? string.Empty;
        return new ClaimsIdentity(
        [
            new Claim(AuthenticationConstants.AudienceClaim, id),
            new Claim(AuthenticationConstants.AppIdClaim, id),
        ]);
    }

    protected async Task ProcessProactiveAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string? audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(callback);
        CheckContinuation(continuationActivity);
        var scope = audience ?? BotFrameworkAuthentication.GetOriginatingAudience();
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        using var connector = await factory.CreateAsync(continuationActivity.ServiceUrl, scope, cancellationToken).ConfigureAwait(false);
        using var context = CreateTurnContext(continuationActivity, claimsIdentity, scope, connector, callback, factory);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    private static void CheckContinuation(Activity continuationActivity)
    {
        ArgumentNullException.ThrowIfNull(continuationActivity);
        if (continuationActivity.Conversation is null)
        {
            throw new ArgumentException("The continuation Activity should contain a Conversation value.", nameof(continuationActivity));
        }

        if (continuationActivity.ServiceUrl is null)
        {
            throw new ArgumentException("The continuation Activity should contain a ServiceUrl value.", nameof(continuationActivity));
        }
    }

    private static Activity Opening(ConversationResourceResponse created, string channelId, string serviceUrl, ConversationParameters parameters) => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.CreateConversation,
        ChannelId = channelId,
        ServiceUrl = serviceUrl,
        Id = created.ActivityId ?? Guid.NewGuid().ToString("n"),
        Conversation = new ConversationAccount(id: created.Id, tenantId: parameters.TenantId),
        ChannelData = parameters.ChannelData,
        Recipient = parameters.Bot!,
    };
}
