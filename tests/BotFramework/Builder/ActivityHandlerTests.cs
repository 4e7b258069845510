using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Builder;

public class ActivityHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly Recorder _bot = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "message update")]
    [InlineData(ActivityTypes.MessageDelete, "message delete")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "command result")]
    [InlineData("somethingElse", "unrecognized")]
    public async Task EachTypeHasItsMethod(string type, string expected)
    {
        await TurnAsync(new Activity(type));
        Assert.Equal([expected], _bot.Calls);
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("remove-upgrade", "uninstalled")]
    [InlineData("other", null)]
    public async Task InstallingAndUninstallingAreToldApart(string action, string? expected)
    {
        await TurnAsync(new Activity(ActivityTypes.InstallationUpdate) { Action = action });
        Assert.Equal(expected, _bot.Calls.SingleOrDefault());
    }

    [Fact]
    public async Task ASignInIsAnEventOfItsOwn()
    {
        await TurnAsync(new Activity(ActivityTypes.Event) { Name = "tokens/response" });
        Assert.Equal(["token"], _bot.Calls);
    }

    [Fact]
    public async Task TheBotItselfIsNoNewMember()
    {
        var bot = new ChannelAccount("bot");
        var ana = new ChannelAccount("ana");
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { Recipient = bot, MembersAdded = [bot] });
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { Recipient = bot, MembersRemoved = [bot] });
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { Recipient = bot });
        Assert.Empty(_bot.Calls);
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { Recipient = bot, MembersAdded = [bot, ana] });
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { Recipient = bot, MembersRemoved = [ana] });
        Assert.Equal(["added 2", "removed 1"], _bot.Calls);
    }

    [Fact]
    public async Task ReactionsComeBeforeThoseTakenBack()
    {
        await TurnAsync(new Activity(ActivityTypes.MessageReaction) { ReactionsRemoved = [new MessageReaction("like")], ReactionsAdded = [new MessageReaction("sad")] });
        Assert.Equal(["reacted sad", "took back like"], _bot.Calls);
    }

    [Fact]
    public async Task ATurnNeedsAnActivityWithAType()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _bot.OnTurnAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => TurnAsync(new Activity()));
    }

    [Fact]
    public async Task ACardActionIsAnswered()
    {
        Assert.Equal(200, (await InvokeAsync("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"hold","data":{"title":7}},"trigger":"manual"}"""))!.Status);
        Assert.Equal(["execute hold 7"], _bot.Calls);
    }

    [Theory]
    [InlineData(null, "Missing value property")]
    [InlineData("\"text\"", "Value property is not properly formed")]
    [InlineData("[1]", "Value property is not properly formed")]
    [InlineData("""{"action":"hold"}""", "Value property is not properly formed")]
    [InlineData("{}", "Missing action property")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "The action 'Action.Submit' is not supported.")]
    public async Task AMalformedCardActionIsABadRequest(string? value, string message)
    {
        var response = await InvokeAsync("adaptiveCard/action", value);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response!.Body);
        Assert.Equal((400, 400, "application/vnd.microsoft.error", message), (response.Status, body.StatusCode, body.Type, Assert.IsType<Error>(body.Value).Message));
        Assert.Empty(_bot.Calls);
    }

    [Theory]
    [InlineData("msteams", """{"queryText":"holes","queryOptions":{"skip":0,"top":15}}""", 200)]
    [InlineData("webchat", """{"kind":"search","queryText":"holes"}""", 200)]
    [InlineData("webchat", """{"queryText":"holes"}""", 400)]
    [InlineData("msteams", """{"kind":"search"}""", 400)]
    [InlineData("msteams", "[]", 400)]
    [InlineData("msteams", null, 400)]
    public async Task ASearchSaysWhatItLooksFor(string channel, string? value, int status)
    {
        Assert.Equal(status, (await InvokeAsync("application/search", value, channel))!.Status);
        Assert.Equal(status == 200 ? ["search holes"] : [], _bot.Calls);
    }

    [Theory]
    [InlineData("unknown/name")]
    [InlineData(null)]
    [InlineData("signin/verifyState")]
    [InlineData("signin/tokenExchange")]
    public async Task AnInvokeNobodyUnderstandsIsNotImplemented(string? name) => Assert.Equal(501, (await InvokeAsync(name, "{}"))!.Status);

    [Fact]
    public async Task AnInvokeAnsweredByTheBotIsNotAnsweredAgain()
    {
        using var turn = new TurnContext(_adapter, new Activity(ActivityTypes.Invoke) { Name = "unknown" });
        turn.TurnState.Set(BotAdapter.InvokeResponseKey, new Activity());
        await _bot.OnTurnAsync(turn);
        Assert.Empty(_adapter.Sent);
    }

    private async Task TurnAsync(Activity activity)
    {
        using var turn = new TurnContext(_adapter, activity);
        await _bot.OnTurnAsync(turn);
    }

    private async Task<InvokeResponse?> InvokeAsync(string? name, string? value, string? channel = null)
    {
        await TurnAsync(new Activity(ActivityTypes.Invoke) { Name = name, ChannelId = channel!, Value = value is null ? null : JToken.Parse(value) });
        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal("invokeResponse", sent.Type);
        return (InvokeResponse?)sent.Value;
    }

    private sealed class Recorder : ActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Note("message");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("message update");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Note("message delete");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("end");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("token");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Note("command");

        protected override Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Note("command result");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("uninstalled");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"added {membersAdded.Count}");

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"removed {membersRemoved.Count}");

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Note($"reacted {messageReactions[0].Type}");

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Note($"took back {messageReactions[0].Type}");

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            Note($"execute {invokeValue.Action!.Verb} {((JObject)invokeValue.Action.Data!)["title"]}");
            return Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200 });
        }

        protected override Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            Note($"{invokeValue.Kind} {invokeValue.QueryText}");
            return Task.FromResult(new SearchInvokeResponse { StatusCode = 200 });
        }

        private Task Note(string call)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
