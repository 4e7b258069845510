using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace LibraryBot.Turns;

/// <summary>
/// Shows that the bot is writing while a message waits for its answer longer than a second. The framework's <c>ShowTypingMiddleware</c> goes on
/// until the turn has ended, so that a slow write after the answer would announce another one; this one stops with the answer.
/// </summary>
internal sealed class TypingWhileSlow(TimeProvider time) : IMiddleware
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    /// <summary>Teams shows it for three seconds.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2.5);

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message || turnContext.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            await next(cancellationToken);
            return;
        }

        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = ShowAsync(turnContext, answered.Token);
        turnContext.OnSendActivities(async (_, _, send) =>
        {
            await StopAsync();
            return await send();
        });
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await StopAsync();
        }

        async Task StopAsync()
        {
            await answered.CancelAsync();
            await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends past the hooks of the turn: typing is no part of the answer.</summary>
    private async Task ShowAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        // Nearly every turn stops it here, and an exception each time costs more than all the rest of this.
        await Task.Delay(Delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!cancellationToken.IsCancellationRequested)
        {
            var typing = new Activity(ActivityTypes.Typing);
            typing.ApplyConversationReference(turn.Activity.GetConversationReference());
            await turn.Adapter.SendActivitiesAsync(turn, [typing], cancellationToken);
            await Task.Delay(Period, time, cancellationToken);
        }
    }
}
