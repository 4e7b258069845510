using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>An adapter for tests: what the bot sends waits in a queue to be looked at.</summary>
public partial class TestAdapter : BotAdapter
{
    private readonly Lock _conversationLock = new();
    private readonly Lock _queueLock = new();
    private readonly Queue<TaskCompletionSource<IActivity>> _waiting = new();
    private int _nextId;

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(NewConversation(channelId), sendTraceActivity)
    {
    }

    public TestAdapter(ConversationReference? conversation = null, bool sendTraceActivity = false)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation ?? NewConversation("test");
    }

    public string ChannelId => Conversation.ChannelId;

    /// <summary>What the bot sent and nobody looked at yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    /// <summary>Whether traces are kept in the queue too.</summary>
    public bool EnableTrace { get; set; }

    /// <summary>The language of what is sent to the bot, as a BCP 47 tag.</summary>
    public string Locale { get; set; } = "en-us";

    public ConversationReference Conversation { get; set; }

    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") => new()
    {
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(false, null, name, name),
        User = new ChannelAccount(user.ToLowerInvariant(), user),
        Bot = new ChannelAccount(bot.ToLowerInvariant(), bot),
        Locale = "en-us",
    };

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn, filling in from the conversation what the activity leaves open.</summary>
    public virtual async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (_conversationLock)
        {
            activity.Type ??= ActivityTypes.Message;
            activity.ChannelId ??= Conversation.ChannelId;
            if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
            {
                activity.From = Conversation.User;
            }

            activity.Recipient = Conversation.Bot;
            activity.Conversation = Conversation.Conversation;
            activity.ServiceUrl = Conversation.ServiceUrl;
            activity.Id = NextId();
        }

        var now = TimeProvider.System.GetUtcNow();
        activity.Timestamp = activity.Timestamp is null || activity.Timestamp == default(DateTimeOffset) ? now : activity.Timestamp;
        activity.LocalTimestamp = activity.LocalTimestamp is null || activity.LocalTimestamp == default(DateTimeOffset) ? now : activity.LocalTimestamp;
        using var context = CreateTurnContext(activity);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<InvokeResponse?> ProcessActivityAsync(ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await ProcessActivityAsync(activity, callback, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id))
            {
                activity.Id = Guid.NewGuid().ToString("n");
            }

            activity.Timestamp ??= TimeProvider.System.GetUtcNow();
            if (activity.Type == ActivityTypesEx.Delay)
            {
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            }
            else if (activity.Type != ActivityTypes.Trace || EnableTrace)
            {
                Enqueue(activity);
            }

            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    /// <summary>Replaces the activity of the same id among those nobody looked at yet.</summary>
    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var found = ChangeQueue(activity.Id, activity);
        return Task.FromResult<ResourceResponse?>(found ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ChangeQueue(reference.ActivityId, null);
        return Task.CompletedTask;
    }

    /// <summary>Opens another conversation on <paramref name="channelId"/>; what waited in the queue is gone.</summary>
    public virtual Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        lock (_queueLock)
        {
            ActiveQueue.Clear();
        }

        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount { Id = Guid.NewGuid().ToString("n") };
        return callback(CreateTurnContext(update), cancellationToken);
    }

    public override Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
        => CreateConversationAsync(channelId, callback, cancellationToken);

    /// <summary>The oldest activity nobody looked at yet, or null.</summary>
    public IActivity? GetNextReply()
    {
        lock (_queueLock)
        {
            return ActiveQueue.TryDequeue(out var activity) ? activity : null;
        }
    }

    /// <summary>The oldest activity nobody looked at yet, or the next to come.</summary>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<IActivity> next;
        lock (_queueLock)
        {
            if (_waiting.Count == 0 && GetNextReply() is { } reply)
            {
                return reply;
            }

            next = new TaskCompletionSource<IActivity>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(next);
        }

        using var registration = cancellationToken.Register(() => next.TrySetCanceled(cancellationToken));
        return await next.Task.ConfigureAwait(false);
    }

    /// <summary>A message of the conversation's user.</summary>
    public Activity MakeActivity(string? text = null) => new(ActivityTypes.Message)
    {
        Locale = Locale,
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    public virtual Task SendTextToBotAsync(string? userSays, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference NewConversation(string channelId) => new()
    {
        ChannelId = channelId,
        ServiceUrl = "https://test.com",
        User = new ChannelAccount("user1", "User1"),
        Bot = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(false, "convo1", "Conversation1"),
        Locale = "en-us",
    };

    private string NextId() => (Interlocked.Increment(ref _nextId) - 1).ToString(CultureInfo.InvariantCulture);

    private void Enqueue(Activity activity)
    {
        lock (_queueLock)
        {
            while (_waiting.TryDequeue(out var waiting))
            {
                if (waiting.TrySetResult(activity))
                {
                    return;
                }
            }

            ActiveQueue.Enqueue(activity);
        }
    }

    private bool ChangeQueue(string? id, Activity? replacement)
    {
        lock (_queueLock)
        {
            var activities = ActiveQueue.ToArray();
            ActiveQueue.Clear();
            var found = false;
            foreach (var activity in activities)
            {
                var isIt = activity.Id == id;
                found |= isIt;
                if (!isIt || replacement is not null)
                {
                    ActiveQueue.Enqueue(isIt ? replacement! : activity);
                }
            }

            return found;
        }
    }
}
