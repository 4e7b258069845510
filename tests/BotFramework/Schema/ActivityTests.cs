using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Schema;

public class ActivityTests
{
    [Fact]
    public void AReplyGoesBackTheWayTheMessageCame()
    {
        var reply = Incoming.Message().CreateReply("hi", "es-MX");
        Assert.Equal(("hi", "es-MX", "bot", "user", "in-1"), (reply.Text, reply.Locale, reply.From.Id, reply.Recipient.Id, reply.ReplyToId));
        Assert.Equal(("test", "https://service.example/", "conversation"), (reply.ChannelId, reply.ServiceUrl, reply.Conversation.Id));
    }

    [Fact]
    public void AReplyWithoutWordsHasTheLanguageOfTheMessageAndEmptyText()
    {
        var reply = Incoming.Message().CreateReply();
        Assert.Equal((string.Empty, "en-US"), (reply.Text, reply.Locale));
    }

    [Theory]
    [InlineData("directline", null)]
    [InlineData("webchat", null)]
    [InlineData("msteams", "in-1")]
    public void NobodyRepliesToTheUpdateThatOpensAWebChat(string channel, string? replyToId)
    {
        var update = Incoming.Of(ActivityTypes.ConversationUpdate, channel);
        Assert.Equal(replyToId, update.CreateReply().ReplyToId);
        Assert.Equal(replyToId, update.GetConversationReference().ActivityId);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/special", true)]
    [InlineData("messages", false)]
    [InlineData("mess", false)]
    [InlineData(null, false)]
    public void AnActivityIsWhatItsTypeSays(string? type, bool isMessage)
    {
        Assert.Equal(isMessage, new Activity(type).AsMessageActivity() is not null);
    }

    [Fact]
    public void EveryTypeHasItsView()
    {
        Assert.NotNull(((Activity)Activity.CreateContactRelationUpdateActivity()).AsContactRelationUpdateActivity());
        Assert.NotNull(((Activity)Activity.CreateConversationUpdateActivity()).AsConversationUpdateActivity());
        Assert.NotNull(((Activity)Activity.CreateTypingActivity()).AsTypingActivity());
        Assert.NotNull(((Activity)Activity.CreateHandoffActivity()).AsHandoffActivity());
        Assert.NotNull(((Activity)Activity.CreateEndOfConversationActivity()).AsEndOfConversationActivity());
        Assert.NotNull(((Activity)Activity.CreateEventActivity()).AsEventActivity());
        Assert.NotNull(((Activity)Activity.CreateInvokeActivity()).AsInvokeActivity());
        Assert.NotNull(((Activity)Activity.CreateTraceActivity("t")).AsTraceActivity());
        Assert.NotNull(new Activity(ActivityTypes.InstallationUpdate).AsInstallationUpdateActivity());
        Assert.NotNull(new Activity(ActivityTypes.MessageUpdate).AsMessageUpdateActivity());
        Assert.NotNull(new Activity(ActivityTypes.MessageDelete).AsMessageDeleteActivity());
        Assert.NotNull(new Activity(ActivityTypes.MessageReaction).AsMessageReactionActivity());
        Assert.NotNull(new Activity(ActivityTypes.Suggestion).AsSuggestionActivity());
        Assert.NotNull(new Activity(ActivityTypes.Command).AsCommandActivity());
        Assert.NotNull(new Activity(ActivityTypes.CommandResult).AsCommandResultActivity());
        Assert.Null(new Activity(ActivityTypes.CommandResult).AsCommandActivity());
    }

    [Fact]
    public void ATraceNamesTheTypeOfItsValue()
    {
        var trace = Incoming.Message().CreateTrace("step", new Mention(), label: "where");
        Assert.Equal((ActivityTypes.Trace, "step", nameof(Mention), "where", "user"), (trace.Type, trace.Name, trace.ValueType, trace.Label, trace.Recipient.Id));
    }

    [Fact]
    public void AReferenceAddressesBothWays()
    {
        var reference = Incoming.Message().GetConversationReference();
        var outgoing = new Activity(ActivityTypes.Message).ApplyConversationReference(reference);
        Assert.Equal(("bot", "user", "in-1", null), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId, outgoing.Id));
        var incoming = new Activity(ActivityTypes.Message).ApplyConversationReference(reference, true);
        Assert.Equal(("user", "bot", null, "in-1"), (incoming.From.Id, incoming.Recipient.Id, incoming.ReplyToId, incoming.Id));
    }

    [Fact]
    public void TheLanguageOfTheReplyWinsOverThatOfTheReference()
    {
        var reference = Incoming.Message().GetConversationReference();
        Assert.Equal("es", new Activity { Locale = "es" }.ApplyConversationReference(reference).Locale);
        Assert.Equal("en-US", new Activity().ApplyConversationReference(reference).Locale);
    }

    [Fact]
    public void AConversationIsContinuedByAnEvent()
    {
        var reference = Incoming.Message().GetConversationReference();
        var activity = reference.GetContinuationActivity();
        Assert.Equal((ActivityTypes.Event, "ContinueConversation", "bot", "user"), (activity.Type, activity.Name, activity.Recipient.Id, activity.From.Id));
        Assert.Same(reference, activity.RelatesTo);
        Assert.NotNull(activity.Id);
    }

    [Theory]
    [InlineData("<at>Library</at> do you have Hatchet", "<at>Library</at>")]
    [InlineData("<at>Library</at> do you have Hatchet", null)]
    [InlineData("do you have Hatchet <AT>library</AT>", "<at>Library</at>")]
    public void TheMentionOfTheBotIsTakenOut(string text, string? mentioned)
    {
        var message = Incoming.Message(text);
        message.Entities = [new Mention(new ChannelAccount("bot", "Library"), mentioned)];
        Assert.Equal("do you have Hatchet", message.RemoveRecipientMention());
    }

    [Fact]
    public void TheMentionOfSomebodyElseStays()
    {
        var message = Incoming.Message("<at>Ana</at> hello");
        message.Entities = [new Mention(new ChannelAccount("ana", "Ana"), "<at>Ana</at>")];
        Assert.Equal("<at>Ana</at> hello", message.RemoveRecipientMention());
    }

    [Fact]
    public void AMentionThatCannotBeReadIsNone()
    {
        var activity = SchemaJson.Read<Activity>("""{"type":"message","entities":[{"type":"mention","mentioned":"x"},{"type":"mention","text":"a","mentioned":{"id":"b"}},{"type":"clientInfo"}]}""")!;
        Assert.Equal("b", Assert.Single(activity.GetMentions()).Mentioned.Id);
        Assert.Empty(new Activity().GetMentions());
    }

    [Fact]
    public void ChannelDataIsReadAsAskedFor()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"name":"Ana","id":"1"}""") };
        Assert.Equal("Ana", activity.GetChannelData<ChannelAccount>()!.Name);
        Assert.True(activity.TryGetChannelData<ChannelAccount>(out var account));
        Assert.Equal("1", account!.Id);
        Assert.False(activity.TryGetChannelData<int>(out _));
        Assert.False(new Activity().TryGetChannelData<ChannelAccount>(out _));
        Assert.Null(new Activity().GetChannelData<ChannelAccount>());
    }

    [Fact]
    public void ThereIsContentInTextSummaryAttachmentOrChannelData()
    {
        Assert.False(new Activity { Text = " " }.HasContent());
        Assert.False(new Activity { Attachments = [] }.HasContent());
        Assert.True(new Activity { Text = "a" }.HasContent());
        Assert.True(new Activity { Summary = "a" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = new object() }.HasContent());
    }
}
