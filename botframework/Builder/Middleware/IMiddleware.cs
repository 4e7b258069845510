namespace Microsoft.Bot.Builder;

/// <summary>Stands between adapter and bot in every turn.</summary>
public interface IMiddleware
{
    /// <summary>Does its part, and lets the turn go on by calling <paramref name="next"/>.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
