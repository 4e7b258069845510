using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.WebChat;

/// <summary>What the endpoints of the web chat share: who may come in, and taking what they say to the bot.</summary>
internal sealed class WebChatService(
    WebChatSettings settings,
    WebChatTokens tokens,
    WebChatConversations conversations,
    DirectLineAdapter adapter,
    IBot bot,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    /// <summary>Whether the page may be used at all: in Development, and elsewhere once a secret is configured.</summary>
    public bool IsOn => environment.IsDevelopment() || settings.Secret is { Length: > 0 };

    /// <summary>Signs and checks tokens.</summary>
    public WebChatTokens Tokens => tokens;

    /// <summary>The conversations in memory.</summary>
    public WebChatConversations Conversations => conversations;

    /// <summary>
    /// Whether a request may ask for a token for anybody: with the secret as its bearer token, and in Development from this machine without.
    /// </summary>
    public bool MayGenerate(HttpContext http) =>
        Bearer(http) is { } bearer
            ? tokens.IsSecret(bearer)
            : environment.IsDevelopment() && ThisMachine.Sent(http.Request);

    /// <summary>What the request's token allows; in the stream's address, where a browser can set no header, it is the parameter <c>t</c>.</summary>
    public Task<WebChatPass?> PassOfAsync(HttpContext http) =>
        tokens.CheckAsync(http.WebSockets.IsWebSocketRequest ? http.Request.Query["t"].ToString() : Bearer(http));

    /// <summary>The conversation of an address, if the request's token is for it.</summary>
    public async Task<((WebChatPass Pass, WebChatConversation Conversation)? Entered, IResult? Refusal)> EnterAsync(HttpContext http, string id)
    {
        if (await PassOfAsync(http) is not { } pass)
        {
            return (null, DirectLineEndpoints.Forbidden());
        }

        if (pass.Conversation != id)
        {
            return (null, DirectLineEndpoints.Refusal(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation."));
        }

        return conversations.Of(id, pass.User) is { } conversation ? ((pass, conversation), null) : (null, DirectLineEndpoints.Forbidden());
    }

    /// <summary>Ends when the process is to stop; a stream would hold it up otherwise.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>Greets somebody who has just opened the page.</summary>
    public void Welcome(WebChatConversation conversation)
    {
        if (conversation.After(0).Watermark == 0)
        {
            Run(Address(conversation, new Activity(ActivityTypes.ConversationUpdate)
            {
                MembersAdded = [new ChannelAccount(conversation.User), DirectLineAdapter.Bot],
            }));
        }
    }

    /// <summary>Takes what the page sent to the bot, once, and shows it to the page as sent.</summary>
    /// <returns>The activity's id.</returns>
    public string Take(WebChatConversation conversation, Activity activity)
    {
        var clientId = (activity.ChannelData as JObject)?["clientActivityID"] is JValue { Type: JTokenType.String } given ? given.Value<string>() : null;
        var id = conversation.NextActivityId();
        if (conversation.WasTaken(clientId, ref id))
        {
            return id;
        }

        activity.Id = id;
        Address(conversation, activity);
        if (activity.Type == ActivityTypes.Message)
        {
            conversation.Add(activity);
        }

        Run(activity);
        return id;
    }

    private static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : null;

    private Activity Address(WebChatConversation conversation, Activity activity)
    {
        activity.Id ??= conversation.NextActivityId();
        activity.ChannelId = ChannelNames.WebChat;
        activity.ServiceUrl = string.Empty;
        activity.Timestamp = time.GetUtcNow();
        activity.From = new ChannelAccount(conversation.User, role: RoleTypes.User);
        activity.Recipient = DirectLineAdapter.Bot;
        activity.Conversation = new ConversationAccount(id: conversation.Id);
        activity.Locale ??= conversation.Locale;
        activity.DeliveryMode = null;
        return activity;
    }

    /// <summary>
    /// The page has its answer at once and the reply over the stream; a page that is closed meanwhile does not undo what was asked. The turn
    /// has its own error handler, so nothing is left to watch here.
    /// </summary>
    private void Run(Activity activity) => _ = Task.Run(() => adapter.ProcessAsync(activity, bot, lifetime.ApplicationStopping));
}
