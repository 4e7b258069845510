namespace Microsoft.Bot.Builder;

/// <summary>Takes part in conversations, turn by turn.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
