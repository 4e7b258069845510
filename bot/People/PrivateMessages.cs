using LibraryBot.BotFrameworkChannels;
using LibraryBot.Data;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Settings;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;

namespace LibraryBot.People;

/// <summary>Writes to the sender of a turn at the address kept of them.</summary>
internal sealed partial class PrivateMessages(IDbContextFactory<LibraryContext> database, IConfiguration configuration, ILogger<PrivateMessages> log)
    : IPrivateMessages
{
    /// <inheritdoc/>
    public async Task<bool> SendAsync(ITurnContext turn, Activity message, CancellationToken cancellationToken)
    {
        var (channel, user) = (turn.Activity.ChannelId, turn.Activity.From?.Id);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var kept = await context.Addresses
            .Where(address => address.ChannelId == channel && address.UserId == user && address.State == AddressState.Open)
            .Select(address => new { address.Id, address.ConversationReference })
            .SingleOrDefaultAsync(cancellationToken);
        if (kept?.ConversationReference is not { } json || JsonConvert.DeserializeObject<ConversationReference>(json) is not { } reference)
        {
            return false;
        }

        var sent = false;
        await turn.Adapter.ContinueConversationAsync(
            configuration[ChannelTrustSettings.AppId] ?? string.Empty,
            reference,
            async (alone, token) =>
            {
                // An error that left this turn would be answered there with an apology for something nobody asked.
                try
                {
                    await alone.SendActivityAsync(message, token);
                    sent = true;
                }
                catch (Exception refused) when (SendFailure.Of(refused) is { } failure)
                {
                    LogRefused(kept.Id, failure.Kind);
                    if (failure.Kind is SendFailureKind.Blocked or SendFailureKind.Gone)
                    {
                        await context.Addresses.Where(address => address.Id == kept.Id)
                            .ExecuteUpdateAsync(address => address.SetProperty(a => a.State, AddressState.Refused), token);
                    }
                }
            },
            cancellationToken);
        return sent;
    }

    [LoggerMessage(LogLevel.Warning, "Address {AddressId} could not be written to: {Reason}")]
    private partial void LogRefused(int addressId, SendFailureKind reason);
}
