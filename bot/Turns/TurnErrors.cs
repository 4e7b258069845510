using System.Globalization;
using LibraryBot.BotFrameworkChannels;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Turns;

/// <summary>What happens when a turn breaks: the log gets the error and the ids, the person a kind word, and the dialog stays as it was.</summary>
internal sealed partial class TurnErrors(ILogger<TurnErrors> log)
{
    /// <summary>For <see cref="BotAdapter.OnTurnError"/>.</summary>
    public async Task HandleAsync(ITurnContext turn, Exception error)
    {
        if (error is OperationCanceledException)
        {
            return;
        }

        LogBroken(error, turn.Activity.ChannelId, turn.Activity.Type);
        // A channel that does not take the answer will not take an apology either; only a message it cannot take may be followed by a shorter one.
        if (turn.Activity.Type != ActivityTypes.Message || SendFailure.Of(error) is { Kind: not SendFailureKind.Refused })
        {
            return;
        }

        // The language went with the turn that broke; the bot left it here.
        CultureInfo.CurrentUICulture = turn.TurnState.Get<CultureInfo>() ?? CultureInfo.CurrentUICulture;
        try
        {
            await turn.SendActivityAsync(MessageFactory.Text(TurnStrings.Broken), CancellationToken.None);
        }
        // The channel may be what is broken; there is nobody left to tell but the log.
        catch (Exception unreachable)
        {
            LogUnreachable(unreachable, turn.Activity.ChannelId);
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn broke on {ChannelId}, activity type {ActivityType}")]
    private partial void LogBroken(Exception error, string? channelId, string? activityType);

    [LoggerMessage(LogLevel.Error, "Nobody on {ChannelId} could be told that a turn broke")]
    private partial void LogUnreachable(Exception error, string? channelId);
}
