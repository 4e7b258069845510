using Microsoft.Bot.Builder;

namespace LibraryBot.Tests.BotFramework.Support;

/// <summary>A bot made of one function, which counts its turns.</summary>
internal sealed class CallbackBot(Func<ITurnContext, Task>? turn = null) : IBot
{
    private int _turns;

    public int Turns => _turns;

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _turns);
        await (turn ?? (context => context.SendActivityAsync($"You said {context.Activity.Text}", cancellationToken: cancellationToken)))(turnContext);
    }
}
