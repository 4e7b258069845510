using System.Net;
using AdaptiveCards;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Teams;

/// <summary>
/// Answers <c>adaptiveCard/action</c>: a button that a client sends as an <c>Action.Execute</c>. The bot's cards have none (decision 0050); what
/// comes all the same means what the button's data says, and the answer goes back as the invoke's response.
/// </summary>
internal static class CardActions
{
    private const string CardType = AdaptiveCard.ContentType;
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>Runs the button as if it had been pressed as an <c>Action.Submit</c>.</summary>
    /// <param name="turn">The invoke's turn.</param>
    /// <param name="action">What was pressed.</param>
    /// <param name="run">Runs the dialog.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The card that takes the pressed one's place, or what there is to say; 400 for what is no button of this bot.</returns>
    public static async Task<AdaptiveCardInvokeResponse> AnswerAsync(
        ITurnContext turn, AdaptiveCardInvokeAction action, Func<Task> run, CancellationToken cancellationToken)
    {
        // A refresh that nobody pressed must change nothing, and the bot's cards ask for none.
        var isAutomatic = (turn.Activity.Value as JObject)?["trigger"] is JValue { Value: "automatic" };
        if (isAutomatic || action.Data is not JObject data || data["capability"] is null || data["verb"] is null)
        {
            return new AdaptiveCardInvokeResponse
            {
                StatusCode = (int)HttpStatusCode.BadRequest,
                Type = ErrorType,
                Value = new Error { Code = "BadRequest", Message = "The action is none of this bot's." },
            };
        }

        var (replaced, said) = await CapturedAsync(turn, data, run);
        if (replaced is not null)
        {
            foreach (var message in said)
            {
                await turn.SendActivityAsync(message, cancellationToken);
            }
        }

        return (replaced ?? said.Select(CardOf).LastOrDefault(card => card is not null)) is { } card
            ? new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.OK, Type = CardType, Value = card }
            : new AdaptiveCardInvokeResponse
            {
                StatusCode = (int)HttpStatusCode.OK,
                Type = MessageType,
                Value = said.Count > 0 ? string.Join("\n\n", said.Select(message => message.Text)) : TurnStrings.StaleButton,
            };
    }

    private static async Task<(object? Replaced, IReadOnlyList<Activity> Said)> CapturedAsync(ITurnContext turn, JObject data, Func<Task> run)
    {
        var isRunning = true;
        object? replaced = null;
        var said = new List<Activity>();
        turn.OnSendActivities((_, activities, send) =>
        {
            if (!isRunning)
            {
                return send();
            }

            said.AddRange(activities.Where(activity => activity.Type == ActivityTypes.Message));
            return Task.FromResult(activities.Select(_ => new ResourceResponse()).ToArray());
        });
        turn.OnUpdateActivity((_, update, send) =>
        {
            replaced = CardOf(update);
            return isRunning && replaced is not null ? Task.FromResult<ResourceResponse?>(new ResourceResponse(update.Id)) : send();
        });

        var (type, value) = (turn.Activity.Type, turn.Activity.Value);
        try
        {
            (turn.Activity.Type, turn.Activity.Value) = (ActivityTypes.Message, data);
            await run();
        }
        finally
        {
            (turn.Activity.Type, turn.Activity.Value) = (type, value);
            isRunning = false;
        }

        return (replaced, said);
    }

    private static object? CardOf(Activity message) =>
        message.Attachments?.FirstOrDefault(attachment => attachment.ContentType == CardType)?.Content;
}
