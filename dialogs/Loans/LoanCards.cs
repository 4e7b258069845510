using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;

namespace LibraryBot.Dialogs.Loans;

/// <summary>The cards about what somebody borrows, for them alone.</summary>
internal sealed class LoanCards(Standing standing, OpeningTimes times)
{
    /// <summary>What somebody has out, when it is due, and what can be renewed.</summary>
    public AdaptiveCard Loans(IReadOnlyList<OpenLoan> loans)
    {
        var card = CardParts.Card(
            string.Join(" ", loans.Select((loan, index) => string.Join(" ", [$"{index + 1}. {loan.Title.TitleProper}.", .. Lines(loan)]))),
            loans.Select((loan, index) => Row(index + 1, loan.Title, Lines(loan), loan.Renewal is RenewalOutcome.Renewed ? LoanButtons.RenewIt(loan.LoanId, loan.Title) : null)));
        if (loans.Count(loan => loan.Renewal is RenewalOutcome.Renewed) > 1)
        {
            card.Actions.Add(LoanButtons.RenewThemAll());
        }

        return card;
    }

    /// <summary>What somebody has on hold, and of what they want to be told.</summary>
    public AdaptiveCard Holds(IReadOnlyList<PlaceInLine> places, IReadOnlyList<Title> alerts)
    {
        var rows = places.Select(place => (place.Title, Line: Line(place), Button: LoanButtons.GiveUp(place.Title)))
            .Concat(alerts.Select(title => (Title: title, Line: LoanStrings.AlertLine, Button: LoanButtons.StopTelling(title))))
            .ToList();
        return CardParts.Card(
            string.Join(" ", rows.Select((row, index) => $"{index + 1}. {row.Title.TitleProper}. {row.Line}")),
            rows.Select((row, index) => Row(index + 1, row.Title, [row.Line], row.Button)));
    }

    /// <summary>When something is due, in a sentence.</summary>
    public string Due(DateOnly? dueOn) => dueOn is not { } day ? LoanStrings.NoDueDay
        : day < times.Today ? Words.Of(LoanStrings.WasDue, Words.Day(day))
        : day == times.Today ? LoanStrings.DueToday
        : Words.Of(LoanStrings.DueOn, Words.Day(day));

    private IEnumerable<string> Lines(OpenLoan loan)
    {
        yield return Due(loan.DueOn);
        var renewal = loan.Renewal switch
        {
            RenewalOutcome.Renewed renewed => Words.Of(LoanStrings.CanRenew, Words.Day(renewed.DueOn)),
            RenewalOutcome.NoMore => LoanStrings.CannotRenewMore,
            RenewalOutcome.Awaited => LoanStrings.CannotRenewAwaited,
            RenewalOutcome.TooMuchOverdue => LoanStrings.CannotRenewOverdue,
            _ => null,
        };
        if (renewal is not null)
        {
            yield return renewal;
        }
    }

    private string Line(PlaceInLine place)
    {
        if (place.Hold.Status == HoldStatus.Ready)
        {
            return LoanStrings.HoldReady;
        }

        var due = place.Title.Copies.Where(copy => copy.Status == CopyStatus.CheckedOut && copy.DueOn >= times.Today).Min(copy => copy.DueOn);
        return Standing.Available(place.Title) >= place.Position ? Words.Of(LoanStrings.HoldIn, standing.PlaceIn(place.Title))
            : due is { } day ? Words.Of(LoanStrings.InLineDue, place.Position, place.Of, Words.Day(day))
            : Words.Of(LoanStrings.InLine, place.Position, place.Of);
    }

    private static AdaptiveContainer Row(int number, Title title, IEnumerable<string> lines, AdaptiveAction? button)
    {
        var row = new AdaptiveContainer { Separator = number > 1, Spacing = AdaptiveSpacing.Medium };
        row.Items.Add(CardParts.Heading(Words.Of(RecommendationStrings.Numbered, number, title.TitleProper)));
        row.Items.AddRange(lines.Select(line => CardParts.Line(line)));
        if (button is not null)
        {
            row.Items.Add(new AdaptiveActionSet { Actions = [button] });
        }

        return row;
    }
}
