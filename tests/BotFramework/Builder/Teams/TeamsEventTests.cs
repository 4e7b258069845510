using System.Globalization;
using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.BotFramework.Builder.Teams;

public sealed class TeamsEventTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly Recorder _bot = new();

    [Theory]
    [InlineData("readReceipt", """{"lastReadMessageId":"10101010"}""", "read 10101010")]
    [InlineData("meetingStart", """{"StartTime":"2026-09-01T08:00:00Z"}""", "start 2026-09-01 08:00")]
    [InlineData("meetingEnd", """{"EndTime":"2026-09-01T09:00:00Z"}""", "end 2026-09-01 09:00")]
    [InlineData("meetingParticipantJoin", """{"members":[{"user":{"id":"ana"},"meeting":{"role":"Organizer","inMeeting":true}}]}""", "join ana Organizer True")]
    [InlineData("meetingParticipantLeave", """{"members":[{"user":{"id":"ana"},"meeting":{}}]}""", "leave ana")]
    [InlineData("meetingStart", """{"StartTime":"soon"}""", "event application/vnd.microsoft.meetingStart")]
    [InlineData("other", "{}", "event application/vnd.microsoft.other")]
    public async Task EventsOfTeamsHaveTheirMethods(string name, string value, string expected)
    {
        await TurnAsync(new Activity(ActivityTypes.Event) { Name = $"application/vnd.microsoft.{name}", Value = JObject.Parse(value) });
        Assert.Equal([expected], _bot.Calls);
    }

    [Fact]
    public async Task OnOtherChannelsAnEventIsAnEvent()
    {
        await TurnAsync(new Activity(ActivityTypes.Event) { Name = "application/vnd.microsoft.readReceipt", Value = new JObject() }, "webchat");
        Assert.Equal(["event application/vnd.microsoft.readReceipt"], _bot.Calls);
    }

    [Theory]
    [InlineData("accept", 200, "accepted book.pdf")]
    [InlineData("decline", 200, "declined")]
    [InlineData("other", 400, null)]
    public async Task APersonMayTakeAFileOrNot(string action, int status, string? expected)
    {
        Assert.Equal(status, (await InvokeAsync("fileConsent/invoke", $$"""{"action":"{{action}}","uploadInfo":{"name":"book.pdf"} }""")).Status);
        Assert.Equal(expected, _bot.Calls.SingleOrDefault());
    }

    [Fact]
    public async Task TabsAndSettingsAnswer()
    {
        Assert.Equal("tab", Assert.IsType<TabResponse>((await InvokeAsync("tab/fetch", """{"tabContext":{"tabEntityId":"tab"}}""")).Body).Tab!.Type);
        Assert.Equal("loans", Assert.IsType<TabResponse>((await InvokeAsync("tab/submit", """{"data":{"type":"tab/submit","shelf":"loans"}}""")).Body).Tab!.Type);
        Assert.Equal("config", Assert.IsType<ConfigResponse<BotConfigAuth>>((await InvokeAsync("config/fetch", "{}")).Body).ResponseType);
        Assert.Equal(501, (await InvokeAsync("config/submit", "{}")).Status);
        Assert.Equal(501, (await InvokeAsync("actionableMessage/executeAction", """{"actionId":"a"}""")).Status);
    }

    private async Task TurnAsync(Activity activity, string channel = "msteams")
    {
        activity.ChannelId = channel;
        using var turn = new TurnContext(_adapter, activity);
        await _bot.OnTurnAsync(turn);
    }

    private async Task<InvokeResponse> InvokeAsync(string name, string value)
    {
        _adapter.Sent.Clear();
        await TurnAsync(new Activity(ActivityTypes.Invoke) { Name = name, Value = JObject.Parse(value) });
        return Assert.IsType<InvokeResponse>(Assert.Single(_adapter.Sent).Value);
    }

    private sealed class Recorder : TeamsActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task OnTeamsReadReceiptAsync(ReadReceiptInfo readReceiptInfo, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call($"read {readReceiptInfo.LastReadMessageId}");

        protected override Task OnTeamsMeetingStartAsync(MeetingStartEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call($"start {At(meeting.StartTime)}");

        protected override Task OnTeamsMeetingEndAsync(MeetingEndEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call($"end {At(meeting.EndTime)}");

        protected override Task OnTeamsMeetingParticipantsJoinAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            Call($"join {meeting.Members![0].User!.Id} {meeting.Members[0].Meeting!.Role} {meeting.Members[0].Meeting!.InMeeting}");

        protected override Task OnTeamsMeetingParticipantsLeaveAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call($"leave {meeting.Members![0].User!.Id}");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call($"event {turnContext.Activity.Name}");

        protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Call($"accepted {fileConsentCardResponse.UploadInfo!.Name}");

        protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Call("declined");

        protected override Task<TabResponse> OnTeamsTabFetchAsync(ITurnContext<IInvokeActivity> turnContext, TabRequest tabRequest, CancellationToken cancellationToken) => Tab(tabRequest.TabEntityContext!.TabEntityId);

        protected override Task<TabResponse> OnTeamsTabSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TabSubmit tabSubmit, CancellationToken cancellationToken) => Tab((string?)tabSubmit.Data!.Properties["shelf"]);

        protected override Task<ConfigResponseBase> OnTeamsConfigFetchAsync(ITurnContext<IInvokeActivity> turnContext, JObject configData, CancellationToken cancellationToken) => Task.FromResult<ConfigResponseBase>(new ConfigResponse<BotConfigAuth>(new BotConfigAuth()));

        private static string At(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

        private static Task<TabResponse> Tab(string? type) => Task.FromResult(new TabResponse(new TabResponsePayload(type)));

        private Task Call(string call)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
