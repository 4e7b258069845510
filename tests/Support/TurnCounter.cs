using Microsoft.Bot.Builder;

namespace LibraryBot.Tests.Support;

/// <summary>Counts the turns of an adapter.</summary>
internal sealed class TurnCounter : IMiddleware
{
    private int _count;

    public int Count => _count;

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return next(cancellationToken);
    }
}
