using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.State;

/// <summary>Whether an invoke was taken or refused. One that nobody answers is one that the bot does not know (501). Decision 0082 says what hangs on it.</summary>
internal sealed class InvokeAnswer
{
    private bool _isSuccess;

    /// <summary>To be called before the turn is run.</summary>
    public static void Watch(ITurnContext turn)
    {
        if (turn.Activity.Type != ActivityTypes.Invoke)
        {
            return;
        }

        var answer = new InvokeAnswer();
        turn.TurnState.Add(answer);
        turn.OnSendActivities((_, activities, send) =>
        {
            answer._isSuccess |= activities.Exists(activity => activity is { Type: ActivityTypes.InvokeResponse, Value: InvokeResponse response } && response.IsSuccessStatusCode());
            return send();
        });
    }

    /// <summary>Whether the turn's activity is an invoke that was refused.</summary>
    public static bool IsRefusal(ITurnContext turn) => turn.TurnState.Get<InvokeAnswer>() is { _isSuccess: false };
}
