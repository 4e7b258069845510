using LibraryBot.State;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace LibraryBot.BotFrameworkChannels;

/// <summary>The adapter to the channels of the Bot Framework. What could not be sent is in the log, with ids only, and counted.</summary>
internal sealed partial class ChannelAdapter : CloudAdapter
{
    private readonly ChannelMetrics _metrics;
    private readonly ILogger<ChannelAdapter> _log;

    public ChannelAdapter(BotFrameworkAuthentication trust, ILogger<ChannelAdapter> log, ChannelMetrics metrics, OncePerActivity once, TypingWhileSlow typing, TurnErrors errors)
        : base(trust, log)
    {
        _metrics = metrics;
        _log = log;
        // Who sends of the bot's own accord has to hear what became of it.
        OnTurnError = (turn, error) => InteractiveTurn.IsRunning ? errors.HandleAsync(turn, error) : Task.FromException(error);
        Use(once);
        Use(typing);
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
        WatchAsync(turnContext, base.SendActivitiesAsync(turnContext, activities, cancellationToken));

    /// <inheritdoc/>
    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        WatchAsync(turnContext, base.UpdateActivityAsync(turnContext, activity, cancellationToken));

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        WatchAsync(turnContext, DeleteAsync(turnContext, reference, cancellationToken));

    private async Task<bool> DeleteAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        await base.DeleteActivityAsync(turnContext, reference, cancellationToken);
        return true;
    }

    private async Task<T> WatchAsync<T>(ITurnContext turnContext, Task<T> sending)
    {
        var incoming = turnContext.Activity;
        try
        {
            var result = await sending;
            _metrics.Sent(incoming.ChannelId);
            return result;
        }
        catch (Exception e) when (SendFailure.Of(e) is { } failure)
        {
            _metrics.Failed(incoming.ChannelId, failure.Kind);
            LogNotSent(incoming.ChannelId, incoming.Conversation?.Id, incoming.Id, failure.Kind, failure.Status, failure.Code);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not send to {ChannelId}, conversation {ConversationId}, in the turn of {ActivityId}: {Kind}, status {Status}, {Code}")]
    private partial void LogNotSent(string? channelId, string? conversationId, string? activityId, SendFailureKind kind, int? status, string? code);
}
