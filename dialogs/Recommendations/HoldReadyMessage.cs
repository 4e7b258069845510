using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Outbox;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Tells somebody that what they asked for is in.</summary>
internal sealed class HoldReadyMessage(Standing standing) : IOutboxMessage
{
    /// <inheritdoc/>
    public OutboxKind Kind => HoldReady.Kind;

    /// <inheritdoc/>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken)
    {
        var id = message.Read<HoldReady>().HoldId;
        // Only a hold of the recipient's own is ever told about, whatever the message holds.
        var hold = await library.Holds.AsNoTracking().SingleOrDefaultAsync(
            hold => hold.Id == id && hold.PersonId == message.PersonId && (hold.Status == HoldStatus.Waiting || hold.Status == HoldStatus.Ready), cancellationToken);
        var title = hold is null ? null : await library.Titles.AsNoTracking().Include(title => title.Copies)
            .SingleOrDefaultAsync(title => title.Id == hold.TitleId && title.WithdrawnAt == null, cancellationToken);
        if (title is null)
        {
            return new OutboxRendering.NoLongerTrue();
        }

        return hold!.Status == HoldStatus.Ready ? Say(Words.Of(RecommendationStrings.HoldReadyAtDesk, title.TitleProper))
            : Standing.Available(title) > 0 ? Say(Words.Of(RecommendationStrings.HoldReady, title.TitleProper, standing.PlaceIn(title)))
            : new OutboxRendering.NoLongerTrue();
    }

    private static OutboxRendering.Say Say(string text) => new(GeneralAnswers.Text(Words.Sentence(text)));
}
