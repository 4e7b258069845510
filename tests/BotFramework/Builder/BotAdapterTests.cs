using System.Globalization;
using System.Security.Claims;
using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Builder;

public class BotAdapterTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task MiddlewareStandsAroundTheBotInTheOrderItWasAdded()
    {
        var order = new List<string>();
        _adapter.Use(Named("first")).Use(Named("second"));
        await _adapter.RunAsync(Incoming.Message(), (_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        });
        Assert.Equal(["first in", "second in", "bot", "second out", "first out"], order);

        AnonymousReceiveMiddleware Named(string name) => new(async (_, next, token) =>
        {
            order.Add($"{name} in");
            await next(token);
            order.Add($"{name} out");
        });
    }

    [Fact]
    public async Task MiddlewareMayEndTheTurn()
    {
        _adapter.Use(new AnonymousReceiveMiddleware((_, _, _) => Task.CompletedTask));
        await _adapter.RunAsync(Incoming.Message(), (_, _) => throw new InvalidOperationException("never called"));
    }

    [Fact]
    public async Task ASetIsMiddlewareItself()
    {
        var order = new List<string>();
        var inner = new MiddlewareSet().Use(new AnonymousReceiveMiddleware((_, next, token) =>
        {
            order.Add("inner");
            return next(token);
        }));
        await new MiddlewareSet().Use(inner).ReceiveActivityWithStatusAsync(
            new TurnContext(_adapter, Incoming.Message()),
            (_, _) =>
            {
                order.Add("bot");
                return Task.CompletedTask;
            },
            default);
        Assert.Equal(["inner", "bot"], order);
        Assert.Throws<ArgumentNullException>(() => new MiddlewareSet().Use(null!));
    }

    [Fact]
    public async Task AFailedTurnIsHandedToTheErrorHandler()
    {
        Exception? seen = null;
        _adapter.OnTurnError = (_, e) =>
        {
            seen = e;
            return Task.CompletedTask;
        };
        await _adapter.RunAsync(Incoming.Message(), (_, _) => throw new InvalidOperationException("broken"));
        Assert.Equal("broken", seen?.Message);
    }

    [Fact]
    public async Task WithoutHandlerTheErrorReachesTheCaller() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(Incoming.Message(), (_, _) => throw new InvalidOperationException("broken")));

    [Theory]
    [InlineData("es-MX", "es-MX")]
    [InlineData("no language at all", "en-GB")]
    [InlineData("", "en-GB")]
    public async Task ATurnRunsInTheLanguageOfItsActivity(string locale, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var activity = Incoming.Message();
        activity.Locale = locale;
        var seen = string.Empty;
        await _adapter.RunAsync(activity, (_, _) =>
        {
            seen = CultureInfo.CurrentCulture.Name;
            return Task.CompletedTask;
        });
        Assert.Equal(expected, seen);
        Assert.Equal("en-GB", CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public async Task AConversationIsContinuedThroughTheMiddleware()
    {
        var seen = new List<string?>();
        _adapter.Use(new AnonymousReceiveMiddleware((turn, next, token) =>
        {
            seen.Add(turn.Activity.Name);
            return next(token);
        }));
        await _adapter.ContinueConversationAsync("bot", Incoming.Message().GetConversationReference(), (turn, token) => turn.SendActivityAsync("news", cancellationToken: token), default);
        Assert.Equal(["ContinueConversation"], seen);
        Assert.Equal(("news", "user"), (_adapter.Sent[0].Text, _adapter.Sent[0].Recipient.Id));
    }

    [Fact]
    public async Task WhatAnAdapterDoesNotOfferIsNotImplemented()
    {
        var reference = Incoming.Message().GetConversationReference();
        await Assert.ThrowsAsync<NotImplementedException>(() => _adapter.ContinueConversationAsync(new ClaimsIdentity(), reference, (_, _) => Task.CompletedTask, default));
        await Assert.ThrowsAsync<NotImplementedException>(() => _adapter.CreateConversationAsync("bot", "test", "https://service.example", "audience", new ConversationParameters(), (_, _) => Task.CompletedTask, default));
    }
}
