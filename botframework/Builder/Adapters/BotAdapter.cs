using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Connects the bot with a way to send and receive activities.</summary>
public abstract class BotAdapter
{
    /// <summary>Key in the turn state of the <see cref="ClaimsIdentity"/> that sent the activity.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>Key in the turn state of the audience of outgoing calls.</summary>
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    /// <summary>Key in the turn state of the activity that answers an invoke.</summary>
    internal const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>Called when a turn throws; without it the exception reaches the adapter's caller.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    protected internal MiddlewareSet MiddlewareSet { get; } = new();

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <returns>One response for each activity, in the same order.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Runs a turn that no incoming activity began, in a conversation known from before.</summary>
    public virtual async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw NotOffered();

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw NotOffered();

    public virtual Task ContinueConversationAsync(string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw NotOffered();

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw NotOffered();

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw NotOffered();

    /// <summary>Opens a conversation and runs a turn in it.</summary>
    public virtual Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw NotOffered();

    public virtual Task<InvokeResponse?> ProcessActivityAsync(ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw NotOffered();

    /// <summary>Runs middleware and bot in the language of the activity.</summary>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity is null)
        {
            // A turn that nothing began has nothing for middleware to look at.
            await (callback?.Invoke(turnContext, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
            return;
        }

        SetLanguage(turnContext);
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, e).ConfigureAwait(false);
        }
    }

    private static void SetLanguage(ITurnContext turnContext)
    {
        var locale = turnContext.Activity.Locale;
        if (string.IsNullOrWhiteSpace(locale))
        {
            return;
        }

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
            if (turnContext is TurnContext context)
            {
                context.Locale = locale;
            }
        }
        catch (CultureNotFoundException)
        {
            // An unknown language is no reason to refuse a message: the turn runs in the language of the process.
        }
    }

    /// <summary>The published type of this failure; adapters that can do it override.</summary>
    private NotImplementedException NotOffered() => new($"{GetType().Name} does not offer this.");
}
