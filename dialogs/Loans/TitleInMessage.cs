using LibraryBot.Data;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Outbox;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Conversation.Outbox;
using LibraryBot.Dialogs.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Loans;

/// <summary>Tells somebody that a title is in of which they wanted to be told. It is told once; where somebody was quicker, that is what is told.</summary>
internal sealed class TitleInMessage(Standing standing) : IOutboxMessage
{
    /// <inheritdoc/>
    public OutboxKind Kind => TitleIn.Kind;

    /// <inheritdoc/>
    public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryContext library, CancellationToken cancellationToken)
    {
        var id = message.Read<TitleIn>().AlertId;
        var alert = await library.AvailabilityAlerts.AsNoTracking().SingleOrDefaultAsync(
            alert => alert.Id == id && alert.PersonId == message.PersonId && alert.Status == AlertStatus.Told, cancellationToken);
        var title = alert is null ? null : await library.Titles.AsNoTracking().Include(title => title.Copies)
            .SingleOrDefaultAsync(title => title.Id == alert.TitleId && title.WithdrawnAt == null, cancellationToken);
        return title is null ? new OutboxRendering.NoLongerTrue()
            : new OutboxRendering.Say(GeneralAnswers.Text(Words.Sentence(Standing.Available(title) > 0
                ? Words.Of(LoanStrings.TitleIn, title.TitleProper, standing.PlaceIn(title))
                : Words.Of(LoanStrings.TitleMissed, title.TitleProper))));
    }
}
