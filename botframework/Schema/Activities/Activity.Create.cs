using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Schema;

/// <content>Makes activities of each type, and replies to this one.</content>
public partial class Activity
{
    public static IMessageActivity CreateMessageActivity() => new Activity(ActivityTypes.Message)
    {
        Attachments = [],
        Entities = [],
    };

    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() => new Activity(ActivityTypes.ContactRelationUpdate);

    public static IConversationUpdateActivity CreateConversationUpdateActivity() => new Activity(ActivityTypes.ConversationUpdate)
    {
        MembersAdded = [],
        MembersRemoved = [],
    };

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    public static IHandoffActivity CreateHandoffActivity() => new Activity(ActivityTypes.Handoff);

    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    /// <summary>A trace; <paramref name="valueType"/> is the name of the value's type unless given.</summary>
    public static ITraceActivity CreateTraceActivity(string name, string? valueType = null, object? value = null, [CallerMemberName] string? label = null) => new Activity(ActivityTypes.Trace)
    {
        Name = name,
        Label = label,
        ValueType = valueType ?? value?.GetType().Name,
        Value = value,
    };

    /// <summary>A message back to whoever sent this activity, in its conversation.</summary>
    public Activity CreateReply(string? text = null, string? locale = null)
    {
        var reply = Answer(ActivityTypes.Message);
        reply.Text = text ?? string.Empty;
        reply.Locale = locale ?? Locale;
        reply.Attachments = [];
        reply.Entities = [];
        return reply;
    }

    /// <summary>A trace in this activity's conversation.</summary>
    public ITraceActivity CreateTrace(string name, object? value = null, string? valueType = null, [CallerMemberName] string? label = null)
    {
        var trace = Answer(ActivityTypes.Trace);
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    private Activity Answer(string type) => new(type)
    {
        Timestamp = TimeProvider.System.GetUtcNow(),
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = IsOpening() ? null : Id,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount(isGroup: Conversation?.IsGroup, id: Conversation?.Id, name: Conversation?.Name),
    };

    /// <summary>Direct Line and Web Chat cannot reply to the update that opens a conversation: nobody can see it.</summary>
    private bool IsOpening() =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(ChannelId, "directline", StringComparison.Ordinal) || string.Equals(ChannelId, "webchat", StringComparison.Ordinal));
}
