using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Builder.Teams;

public class TeamsActivityHandlerTests
{
    public static readonly TheoryData<string> Invokes =
    [
        "composeExtension/queryLink", "composeExtension/anonymousQueryLink", "composeExtension/query", "composeExtension/selectItem", "composeExtension/submitAction",
        "composeExtension/fetchTask", "composeExtension/querySettingUrl", "composeExtension/setting", "composeExtension/onCardButtonClicked", "task/fetch", "task/submit",
        "tab/fetch", "tab/submit", "config/fetch", "config/submit", "actionableMessage/executeAction",
    ];

    private readonly RecordingAdapter _adapter = new();

    [Theory]
    [MemberData(nameof(Invokes))]
    public async Task AnInvokeThatIsNotOverriddenIsNotImplemented(string name) =>
        Assert.Equal(501, (await InvokeAsync(new TeamsActivityHandler(), name, new JObject())).Status);

    [Theory]
    [MemberData(nameof(Invokes))]
    public async Task AnInvokeWithoutAValueIsABadRequest(string name) =>
        Assert.Equal(400, (await InvokeAsync(new TeamsActivityHandler(), name, null)).Status);

    [Theory]
    [InlineData("composeExtension/query", "text")]
    [InlineData("task/fetch", 3)]
    public async Task AnInvokeWithAMalformedValueIsABadRequest(string name, object value) =>
        Assert.Equal(400, (await InvokeAsync(new TeamsActivityHandler(), name, JToken.FromObject(value))).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    [InlineData("signin/verifyState")]
    [InlineData("signin/tokenExchange")]
    public async Task AnInvokeNobodyUnderstandsIsNotImplemented(string? name) =>
        Assert.Equal(501, (await InvokeAsync(new TeamsActivityHandler(), name, new JObject())).Status);

    [Fact]
    public async Task AQueryIsAnsweredByTheBot()
    {
        var response = await InvokeAsync(new Recorder(), "composeExtension/query", JObject.Parse("""{"commandId":"find","parameters":[{"name":"title","value":"Holes"}],"queryOptions":{"skip":0,"count":25}}"""));
        Assert.Equal((200, "find title=Holes 25"), (response.Status, Assert.IsType<MessagingExtensionResponse>(response.Body).ComposeExtension!.Text));
    }

    [Theory]
    [InlineData(null, "submit")]
    [InlineData("edit", "edit")]
    [InlineData("send", "send")]
    public async Task ASubmittedActionMayHaveBeenPreviewed(string? preview, string expected)
    {
        var bot = new Recorder();
        Assert.Equal(200, (await InvokeAsync(bot, "composeExtension/submitAction", new JObject { ["botMessagePreviewAction"] = preview })).Status);
        Assert.Equal([expected], bot.Calls);
        Assert.Equal(400, (await InvokeAsync(bot, "composeExtension/submitAction", new JObject { ["botMessagePreviewAction"] = "other" })).Status);
    }

    [Theory]
    [InlineData("channelCreated", "channel created c")]
    [InlineData("teamRenamed", "team renamed t")]
    [InlineData("teamUnarchived", null)]
    [InlineData("other", null)]
    public async Task WhatBecomesOfTeamsAndChannelsHasItsMethods(string eventType, string? expected)
    {
        var bot = new Recorder();
        await TurnAsync(bot, new Activity(ActivityTypes.ConversationUpdate) { ChannelData = JObject.Parse($$"""{"eventType":"{{eventType}}","channel":{"id":"c"},"team":{"id":"t"} }""") });
        Assert.Equal(expected, bot.Calls.SingleOrDefault());
    }

    [Fact]
    public async Task WhoIsKnownIsNotAskedFor()
    {
        var bot = new Recorder();
        var ana = new ChannelAccount("ana");
        ana.Properties["email"] = "ana@school.example";
        await TurnAsync(bot, new Activity(ActivityTypes.ConversationUpdate) { Recipient = new ChannelAccount("bot"), MembersAdded = [ana, new ChannelAccount("bot")] });
        await TurnAsync(bot, new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [ana] });
        Assert.Equal(["added ana@school.example, ", "removed ana"], bot.Calls);
    }

    [Fact]
    public async Task ChannelDataThatCannotBeReadIsNone()
    {
        var bot = new Recorder();
        await TurnAsync(bot, new Activity(ActivityTypes.ConversationUpdate) { ChannelData = "text" });
        await TurnAsync(bot, new Activity(ActivityTypes.MessageUpdate) { ChannelData = new JArray() });
        Assert.Empty(bot.Calls);
    }

    [Theory]
    [InlineData(ActivityTypes.MessageUpdate, "editMessage", "edited")]
    [InlineData(ActivityTypes.MessageUpdate, "undeleteMessage", "undeleted")]
    [InlineData(ActivityTypes.MessageDelete, "softDeleteMessage", "deleted")]
    public async Task ChangesOfMessagesHaveTheirMethods(string type, string eventType, string expected)
    {
        var bot = new Recorder();
        await TurnAsync(bot, new Activity(type) { ChannelData = new JObject { ["eventType"] = eventType } });
        Assert.Equal([expected], bot.Calls);
    }

    private async Task TurnAsync(TeamsActivityHandler bot, Activity activity)
    {
        activity.ChannelId = "msteams";
        using var turn = new TurnContext(_adapter, activity);
        await bot.OnTurnAsync(turn);
    }

    private async Task<InvokeResponse> InvokeAsync(TeamsActivityHandler bot, string? name, JToken? value)
    {
        _adapter.Sent.Clear();
        await TurnAsync(bot, new Activity(ActivityTypes.Invoke) { Name = name, Value = value });
        return Assert.IsType<InvokeResponse>(Assert.Single(_adapter.Sent).Value);
    }

    private sealed class Recorder : TeamsActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
        {
            var parameter = query.Parameters![0];
            return Task.FromResult(new MessagingExtensionResponse(new MessagingExtensionResult { Text = $"{query.CommandId} {parameter.Name}={parameter.Value} {query.QueryOptions!.Count}" }));
        }

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Answer("submit");

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Answer("edit");

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Answer("send");

        protected override Task OnTeamsChannelCreatedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Answer($"channel created {channelInfo?.Id}");

        protected override Task OnTeamsTeamRenamedAsync(TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Answer($"team renamed {teamInfo?.Id}");

        protected override Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Answer($"added {string.Join(", ", teamsMembersAdded.Select(member => member.Email))}");

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Answer($"removed {membersRemoved[0].Id}");

        protected override Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Answer("edited");

        protected override Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Answer("undeleted");

        protected override Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Answer("deleted");

        private Task<MessagingExtensionActionResponse> Answer(string call)
        {
            Calls.Add(call);
            return Task.FromResult(new MessagingExtensionActionResponse());
        }
    }
}
