using System.Globalization;
using LibraryBot.People;
using LibraryBot.State;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.WebChat;

/// <summary>The adapter of the web chat: what the bot says goes into the conversation that the page reads.</summary>
internal sealed class DirectLineAdapter : BotAdapter
{
    /// <summary>The bot's own account on the page.</summary>
    public static ChannelAccount Bot { get; } = new("librarybot", "LibraryBot", RoleTypes.Bot);

    private readonly WebChatConversations _conversations;
    private readonly TimeProvider _time;

    public DirectLineAdapter(WebChatConversations conversations, TimeProvider time, OncePerActivity once, TypingWhileSlow typing, TurnErrors errors)
    {
        _conversations = conversations;
        _time = time;
        OnTurnError = errors.HandleAsync;
        Use(once);
        Use(typing);
    }

    /// <summary>Runs a turn.</summary>
    public async Task ProcessAsync(Activity activity, IBot bot, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add(new VouchedSender(activity.Locale));
        await RunPipelineAsync(turn, bot.OnTurnAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var conversation = ConversationOf(turnContext.Activity);
        return Task.FromResult(activities.Select(activity =>
        {
            activity.Id = conversation.NextActivityId();
            Add(conversation, activity);
            return new ResourceResponse(activity.Id);
        }).ToArray());
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Add(ConversationOf(turnContext.Activity), activity);
        return Task.FromResult<ResourceResponse?>(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: Direct Line 3.0 has no way to take an activity back.</exception>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Direct Line 3.0 cannot delete an activity.");

    private void Add(WebChatConversation conversation, Activity activity)
    {
        if (activity.Type is ActivityTypes.Trace or ActivityTypes.InvokeResponse)
        {
            return;
        }

        activity.ChannelId = ChannelNames.WebChat;
        activity.From = Bot;
        activity.Conversation = new ConversationAccount(id: conversation.Id);
        activity.Timestamp = conversation.FirstSaidAt(activity.Id!, _time.GetUtcNow());
        activity.Locale ??= CultureInfo.CurrentUICulture.Name;
        conversation.Add(activity);
    }

    private WebChatConversation ConversationOf(Activity activity) =>
        _conversations.Of(activity.Conversation.Id, activity.From.Id)
        ?? throw new InvalidOperationException("The conversation belongs to somebody else.");
}
