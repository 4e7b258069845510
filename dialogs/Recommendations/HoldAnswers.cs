using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Keeps a title for the speaker and says what came of it; where others read along, without saying what or how many wait.</summary>
internal sealed class HoldAnswers(Holds holds, Standing standing, OpeningTimes times, GeneralAnswers general, OlderTitles older)
{
    /// <summary>Answers the wish to keep a title.</summary>
    /// <param name="title">The title, its copies loaded.</param>
    /// <param name="turn">The turn, for who asks and who reads along.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> AnswerAsync(Title title, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (older.Withholds(title, Reader.Of(turn)))
        {
            return new Answer(GeneralAnswers.Text(Words.Of(RecommendationStrings.OlderAsk, title.TitleProper, general.Contact)));
        }

        var outcome = turn.Speaker().PersonId is { } person
            ? await holds.PlaceAsync(title.Id, person, cancellationToken)
            : new HoldOutcome.NotAllowed();
        var said = Words.Sentence(outcome switch
        {
            HoldOutcome.Placed placed => Placed(title, placed.Position),
            HoldOutcome.AlreadyHeld { Hold.Status: HoldStatus.Ready } => Words.Of(RecommendationStrings.HoldAlreadyReady, title.TitleProper),
            HoldOutcome.AlreadyHeld already => Words.Of(RecommendationStrings.HoldAlready, title.TitleProper, already.Position),
            HoldOutcome.NothingToLend => Words.Of(RecommendationStrings.HoldNoCopy, title.TitleProper, general.Contact),
            HoldOutcome.NotAllowed => Words.Of(RecommendationStrings.HoldVisitor, general.Contact),
            HoldOutcome.NoSuchTitle => RecommendationStrings.Gone,
            HoldOutcome.Borrowed { DueOn: { } due } => Words.Of(RecommendationStrings.HoldBorrowedDue, title.TitleProper, Words.Day(due)),
            HoldOutcome.Borrowed => Words.Of(RecommendationStrings.HoldBorrowed, title.TitleProper),
            HoldOutcome.TooMany tooMany => Words.Of(RecommendationStrings.HoldTooMany, title.TitleProper, tooMany.Most),
            HoldOutcome.TooMuchOverdue overdue => Words.Of(RecommendationStrings.HoldTooMuchOverdue, title.TitleProper, overdue.Overdue),
            _ => throw new InvalidOperationException("A hold has no other outcome."),
        });
        return new Answer(GeneralAnswers.Text(await AloudAsync(outcome, said, turn, cancellationToken)))
        {
            HeldTitleId = outcome is HoldOutcome.Placed or HoldOutcome.AlreadyHeld ? title.Id : null,
        };
    }

    // Where others read along, what somebody has on hold and how long they wait goes to them alone.
    private static async Task<string> AloudAsync(HoldOutcome outcome, string said, ITurnContext turn, CancellationToken cancellationToken) =>
        !turn.IsGroup() || outcome is HoldOutcome.NothingToLend or HoldOutcome.NotAllowed or HoldOutcome.NoSuchTitle ? said
        : await turn.TellPrivatelyAsync(GeneralAnswers.Text(said), cancellationToken) ? RecommendationStrings.HoldGroupTold
        : outcome switch
        {
            HoldOutcome.Placed => RecommendationStrings.HoldGroup,
            HoldOutcome.AlreadyHeld => RecommendationStrings.HoldGroupAlready,
            _ => RecommendationStrings.HoldGroupNot,
        };

    private string Placed(Title title, int position)
    {
        if (Standing.Available(title) >= position)
        {
            return Words.Of(RecommendationStrings.HoldPlacedIn, title.TitleProper, standing.PlaceIn(title));
        }

        var due = title.Copies.Where(copy => copy.Status == CopyStatus.CheckedOut && copy.DueOn >= times.Today).Min(copy => copy.DueOn);
        return due is { } day
            ? Words.Of(RecommendationStrings.HoldPlacedDue, title.TitleProper, position, Words.Day(day))
            : Words.Of(RecommendationStrings.HoldPlacedInLine, title.TitleProper, position);
    }
}
