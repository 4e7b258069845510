using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Takes down what comes in and what is sent, updated and deleted. A logger that fails never fails the turn.</summary>
public class TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger) : IMiddleware
{
    private readonly ITranscriptLogger _logger = transcriptLogger ?? throw new ArgumentNullException(nameof(transcriptLogger), "TranscriptLoggerMiddleware requires a ITranscriptLogger implementation.");

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        var transcript = new Queue<IActivity>();
        if (turnContext.Activity is { } incoming && !IsOwnEvent(incoming))
        {
            incoming.From ??= new ChannelAccount();
            if (string.IsNullOrEmpty(incoming.From.Role))
            {
                incoming.From.Role = RoleTypes.User;
            }

            Take(transcript, Copy(incoming));
        }

        Watch(turnContext, transcript);
        try
        {
            await next(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await LogAsync(transcript).ConfigureAwait(false);
        }
    }

    private static void Watch(ITurnContext turnContext, Queue<IActivity> transcript)
    {
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            var responses = await send().ConfigureAwait(false);
            for (var i = 0; i < activities.Count; i++)
            {
                var copy = Copy(activities[i]);
                copy.Id = (i < responses?.Length ? responses[i]?.Id : null) ?? copy.Id;
                copy.Timestamp ??= TimeProvider.System.GetUtcNow();
                if (string.IsNullOrEmpty(copy.Id))
                {
                    // Some channels give what is sent no id, and without one a transcript cannot be paged.
                    copy.Id = string.Create(CultureInfo.InvariantCulture, $"g_{Guid.NewGuid():n}{copy.Timestamp.Value.UtcTicks}");
                }

                Take(transcript, copy);
            }

            return responses!;
        });
        turnContext.OnUpdateActivity(async (_, activity, update) =>
        {
            var response = await update().ConfigureAwait(false);
            var copy = Copy(activity);
            copy.Type = ActivityTypes.MessageUpdate;
            Take(transcript, copy);
            return response;
        });
        turnContext.OnDeleteActivity(async (_, reference, delete) =>
        {
            await delete().ConfigureAwait(false);
            Take(transcript, new Activity(ActivityTypes.MessageDelete, reference.ActivityId).ApplyConversationReference(reference));
        });
    }

    /// <summary>Without a time an activity would come before everything else in a transcript.</summary>
    private static void Take(Queue<IActivity> transcript, Activity activity)
    {
        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        transcript.Enqueue(activity);
    }

    private static bool IsOwnEvent(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation };

    private static Activity Copy(Activity activity) => SchemaJson.Copy<Activity>(activity);

    /// <summary>Hands over in order, and waits for all: one slow write does not hold up the others.</summary>
    private Task LogAsync(Queue<IActivity> transcript)
    {
        var writes = new List<Task>(transcript.Count);
        while (transcript.TryDequeue(out var activity))
        {
            writes.Add(TryLogAsync(activity));
        }

        return Task.WhenAll(writes);
    }

    private async Task TryLogAsync(IActivity activity)
    {
        try
        {
            await _logger.LogActivityAsync(activity).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            System.Diagnostics.Trace.TraceError($"An activity was not written to the transcript: {e.GetType().Name}");
        }
    }
}
