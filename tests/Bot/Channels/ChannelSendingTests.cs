using System.Diagnostics.Metrics;
using LibraryBot.BotFrameworkChannels;
using LibraryBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using ChannelStandIn = LibraryBot.Tests.BotFramework.Support.ChannelStandIn;

namespace LibraryBot.Tests.Bot.Channels;

public sealed class ChannelSendingTests(BotHost bot) : IClassFixture<BotHost>, IAsyncLifetime
{
    private ChannelStandIn _channel = null!;

    public async Task InitializeAsync() => _channel = await ChannelStandIn.StartAsync();

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    [Theory]
    [InlineData(429, "1")]
    [InlineData(429, null)]
    [InlineData(500, null)]
    [InlineData(502, null)]
    [InlineData(503, "0")]
    public async Task WhileSomebodyWaitsAnAnswerTheChannelDidNotTakeIsSentAgain(int status, string? retryAfter)
    {
        RefuseFirst(1, status, retryAfter);

        await AskAsync();

        Assert.Equal(2, _channel.Calls.Count);
        Assert.Single(_channel.Calls.Select(call => (string?)call.Body!["text"]).Distinct());
    }

    [Fact]
    public async Task AtLastItIsGivenUpAndNoApologyFollows()
    {
        RefuseFirst(int.MaxValue, 503, null);

        await AskAsync();

        Assert.Equal(1 + ChannelRetry.MostRetries, _channel.Calls.Count);
        Assert.Single(_channel.Calls.Select(call => call.Body!.ToJsonString()).Distinct());
    }

    [Theory]
    [InlineData(429, "3600")]
    [InlineData(403, null)]
    [InlineData(404, null)]
    [InlineData(413, null)]
    public async Task WhatCannotHelpIsNotTried(int status, string? retryAfter)
    {
        RefuseFirst(int.MaxValue, status, retryAfter);

        await AskAsync();

        Assert.NotEmpty(_channel.Calls);
        Assert.All(_channel.Calls.GroupBy(call => call.Body!.ToJsonString()), tries => Assert.Single(tries));
    }

    [Fact]
    public async Task AnAnswerThatMayHaveArrivedIsNotSentAgain()
    {
        _channel.Instead = (_, context) =>
        {
            context.Abort();
            return Task.FromResult(true);
        };

        await AskAsync();

        Assert.Single(_channel.Calls);
    }

    [Fact]
    public async Task WhatMayBeRepeatedIsSentAgainWhenNoAnswerCame()
    {
        var conversation = Guid.NewGuid().ToString("N");
        var isFirst = true;
        _channel.Instead = (_, context) =>
        {
            if (isFirst)
            {
                isFirst = false;
                context.Abort();
                return Task.FromResult(true);
            }

            return Task.FromResult(false);
        };

        InteractiveTurn.Begin();
        await SendAsync(conversation, turn => turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "card", Text = "done" }));

        Assert.Equal(["PUT", "PUT"], _channel.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task AChannelThatIsNotThereIsTriedAgain()
    {
        var retries = 0L;
        using var listener = Listen((name, value, _) => retries += name == "librarybot.channels.retries" ? value : 0);
        var activity = Message();
        activity["serviceUrl"] = "http://127.0.0.1:1/";

        using var response = await bot.Client.PostRawAsync(activity.ToString());

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(ChannelRetry.MostRetries, retries);
    }

    [Theory]
    [InlineData(429, nameof(SendFailureKind.Throttled), false)]
    [InlineData(500, nameof(SendFailureKind.Busy), false)]
    [InlineData(503, nameof(SendFailureKind.Busy), false)]
    [InlineData(401, nameof(SendFailureKind.NotSignedIn), false)]
    [InlineData(403, nameof(SendFailureKind.Blocked), true)]
    [InlineData(404, nameof(SendFailureKind.Gone), true)]
    [InlineData(413, nameof(SendFailureKind.Refused), true)]
    public async Task WhatTheBotSendsByItselfFailsAtOnceWithItsReason(int status, string kind, bool isLasting)
    {
        RefuseFirst(int.MaxValue, status, "7", """{"error":{"code":"SomeCode","message":"names and words"}}""");

        var error = await Record.ExceptionAsync(() => SendAsync(Guid.NewGuid().ToString("N"), turn => turn.SendActivityAsync("your hold is here")));

        Assert.Single(_channel.Calls);
        Assert.Equal(new SendFailure(Enum.Parse<SendFailureKind>(kind), status, "SomeCode", TimeSpan.FromSeconds(7)), SendFailure.Of(error!));
        Assert.Equal(isLasting, SendFailure.Of(error!)!.IsLasting);
    }

    [Fact]
    public async Task WhatTheBotSendsByItselfIsUnknownWhenNoAnswerCame()
    {
        _channel.Instead = (_, context) =>
        {
            context.Abort();
            return Task.FromResult(true);
        };

        var error = await Record.ExceptionAsync(() => SendAsync("c", turn => turn.SendActivityAsync("your hold is here")));

        Assert.Single(_channel.Calls);
        Assert.Equal(new SendFailure(SendFailureKind.Unknown), SendFailure.Of(error!));
    }

    [Fact]
    public async Task WhatTheBotSendsByItselfIsNotReachedWhenNobodyIsThere()
    {
        var error = await Record.ExceptionAsync(() => SendAsync("c", turn => turn.SendActivityAsync("your hold is here"), "http://127.0.0.1:1/"));

        Assert.Equal(new SendFailure(SendFailureKind.NotReached), SendFailure.Of(error!));
    }

    [Fact]
    public async Task ManyTurnsShareOneConnection()
    {
        for (var i = 0; i < 20; i++)
        {
            await AskAsync();
        }

        Assert.InRange(_channel.Calls.Count, 20, int.MaxValue);
        Assert.Single(_channel.Connections);
    }

    [Fact]
    public async Task WhatCouldNotBeSentIsLoggedByIdsAndCounted()
    {
        await using var talkative = await BotHost.StartAsync(null, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace");
        using var log = new LogCapture();
        talkative.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var failed = 0L;
        using var listener = Listen((name, value, tags) =>
            failed += name == "librarybot.channels.sends" && tags.Contains(new KeyValuePair<string, object?>("outcome", nameof(SendFailureKind.Blocked))) ? value : 0);
        RefuseFirst(int.MaxValue, 403, null, """{"error":{"code":"ConversationBlockedByUser","message":"Ana Maria has blocked the bot"}}""");
        var activity = Message("Do you have Hatchet? I am Ana Maria");

        using var response = await talkative.Client.PostRawAsync(activity.ToString());

        Assert.True(response.IsSuccessStatusCode);
        Assert.Contains(log.Lines, line => line.Contains((string)activity["id"]!, StringComparison.Ordinal)
            && line.Contains("Blocked, status 403, ConversationBlockedByUser", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("Ana Maria", StringComparison.Ordinal));
        Assert.Equal(1, failed);
    }

    [Theory]
    [InlineData("120", null, 120)]
    [InlineData("Fri, 27 Nov 2026 10:00:30 GMT", "Fri, 27 Nov 2026 10:00:00 GMT", 30)]
    [InlineData("Fri, 27 Nov 2026 09:59:00 GMT", "Fri, 27 Nov 2026 10:00:00 GMT", 0)]
    [InlineData("soon", null, null)]
    [InlineData("-5", null, null)]
    [InlineData(null, null, null)]
    public void RetryAfterIsSecondsOrADate(string? header, string? date, int? seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header);
        response.Headers.TryAddWithoutValidation("Date", date);
        var expected = seconds is { } wait ? TimeSpan.FromSeconds(wait) : (TimeSpan?)null;

        Assert.Equal(expected, RetryAfter.Of(response));
        Assert.Equal(expected, RetryAfter.Of(new Microsoft.Rest.HttpResponseMessageWrapper(response, null).Headers));
    }

    private static MeterListener Listen(Action<string, long, KeyValuePair<string, object?>[]> hear)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == ChannelMetrics.MeterName)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (listener)
            {
                hear(instrument.Name, value, tags.ToArray());
            }
        });
        listener.Start();
        return listener;
    }

    private JObject Message(string text = "When is the library open?")
    {
        var activity = Messages.Expecting(text);
        activity.Remove("deliveryMode");
        activity["serviceUrl"] = _channel.ServiceUrl;
        return activity;
    }

    private async Task AskAsync()
    {
        using var response = await bot.Client.PostRawAsync(Message().ToString());
        Assert.True(response.IsSuccessStatusCode);
    }

    private Task SendAsync(string conversation, Func<ITurnContext, Task> send, string? serviceUrl = null)
    {
        var reference = new ConversationReference { ServiceUrl = serviceUrl ?? _channel.ServiceUrl, ChannelId = "test", Conversation = new ConversationAccount(id: conversation), Bot = new ChannelAccount("b"), User = new ChannelAccount("u") };
        return bot.Services.GetRequiredService<ChannelAdapter>().ContinueConversationAsync(string.Empty, reference, (turn, _) => send(turn), default);
    }

    private void RefuseFirst(int count, int status, string? retryAfter, string body = "{}") => _channel.Instead = async (_, context) =>
    {
        if (count-- <= 0)
        {
            return false;
        }

        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
        return true;
    };
}
