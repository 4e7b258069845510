using System.Security.Cryptography;
using System.Text;
using LibraryBot.Data;
using LibraryBot.Data.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace LibraryBot.State;

/// <summary>
/// Runs the turns of one conversation in order, and each activity once. An activity counts as taken when its turn has ended well: a second
/// delivery waits for the first and is then dropped, and after a crash in the middle of a turn it is taken anew. An invoke that was refused was
/// not taken, and leaves nothing.
/// </summary>
internal sealed class OncePerActivity(ConversationQueue queue, IDbContextFactory<LibraryContext> database, TimeProvider time) : IMiddleware
{
    /// <summary>How long a second delivery is known as one, at least. Channels give up on a delivery within minutes.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        InvokeAnswer.Watch(turnContext);
        if (activity.Type == ActivityTypes.Invoke && activity.Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true)
        {
            // A search while a message is written: it is no part of the conversation, and cannot wait for it.
            await next(cancellationToken);
            return;
        }

        await using var turn = await queue.EnterAsync($"{activity.ChannelId}/{activity.Conversation?.Id}", cancellationToken);
        if (string.IsNullOrEmpty(activity.Id) || IsOwnBeginning(activity))
        {
            await next(cancellationToken);
            return;
        }

        var key = KeyOf(activity);
        if (!await WasTakenAsync(key, cancellationToken))
        {
            await next(cancellationToken);
            if (!InvokeAnswer.IsRefusal(turnContext))
            {
                await RememberAsync(key);
            }
        }
    }

    /// <summary>A turn that the bot began itself has an id of its own making, and nobody delivers it again.</summary>
    private static bool IsOwnBeginning(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation or ActivityEventNames.CreateConversation };

    private static string KeyOf(Activity activity) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ChannelId}\n{activity.Conversation?.Id}\n{activity.Type}\n{activity.Id}")));

    private async Task<bool> WasTakenAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.WasHandledAsync(key, cancellationToken);
    }

    private async Task RememberAsync(string key)
    {
        // The turn has happened; that its caller hung up meanwhile must not let it happen again.
        await using var context = await database.CreateDbContextAsync(CancellationToken.None);
        await context.NoteHandledAsync(new HandledActivity { Key = key, HandledAt = time.GetUtcNow() }, CancellationToken.None);
    }
}
