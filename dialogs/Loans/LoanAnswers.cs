using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Loans;

/// <summary>Answers about what the speaker has out, and renews it.</summary>
internal sealed partial class LoanAnswers(Data.Catalog.Circulation.Loans loans, LoanCards cards, PointedTitles titles, Standing standing, GeneralAnswers general)
{
    private const int MostShown = 20;

    /// <summary>What the speaker has out, or the one of it that is named.</summary>
    public async Task<LoanReply> MineAsync(int person, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var mine = await loans.OfAsync(person, cancellationToken);
        return Named(request, mine) is { } one ? Showing(Words.Of(LoanStrings.OneOfYours, one.Title.TitleProper, cards.Due(one.DueOn)), [one])
            : AsksOfOne().IsMatch(Phrases.Plain(request.Text)) && await titles.FindAsync(Leftover.Of(request.Text), request.Language, null, cancellationToken) is Pointed.One other
                ? Say(Words.Of(LoanStrings.NotYours, other.Title.TitleProper, standing.Line(other.Title)))
            : List(mine);
    }

    /// <summary>What of it is overdue.</summary>
    public async Task<LoanReply> OverdueAsync(int person, CancellationToken cancellationToken)
    {
        var overdue = (await loans.OfAsync(person, cancellationToken)).Where(loan => loan.IsOverdue).ToList();
        return overdue.Count == 0 ? Say(LoanStrings.NothingOverdue)
            : Showing(overdue.Count == 1 ? LoanStrings.OneOverdue : Words.Of(LoanStrings.ManyOverdue, overdue.Count), overdue);
    }

    /// <summary>Renews what is meant: all, the one named, or the only one; asks which where that is not clear.</summary>
    public async Task<LoanReply> RenewAsync(int person, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var mine = await loans.OfAsync(person, cancellationToken);
        if (mine.Count == 0)
        {
            return Say(LoanStrings.NothingToRenew);
        }

        var rest = Leftover.Of(request.Text);
        var one = Named(request, mine) ?? (mine.Count == 1 && IsVague(rest) ? mine[0] : null);
        return one is not null ? await RenewAsync(person, [one.LoanId], cancellationToken)
            : All().IsMatch(Phrases.Plain(request.Text)) && IsVague(rest) ? await RenewAsync(person, loanIds: null, cancellationToken)
            : Showing(LoanStrings.WhichRenew, mine);
    }

    /// <summary>Renews some loans, or all, of the speaker's own; those of a forged or old button that are not theirs are none.</summary>
    public async Task<LoanReply> RenewAsync(int person, IReadOnlyCollection<int>? loanIds, CancellationToken cancellationToken)
    {
        var outcomes = await loans.RenewAsync(person, loanIds, cancellationToken);
        var mine = await loans.OfAsync(person, cancellationToken);
        if (outcomes.Count == 0)
        {
            return new LoanReply(loanIds is null ? GeneralAnswers.Text(LoanStrings.NothingToRenew) : GeneralAnswers.StaleButton());
        }

        var said = mine.Where(loan => outcomes.ContainsKey(loan.LoanId)).Select(loan => Words.Sentence(Said(loan, outcomes[loan.LoanId])));
        return Say(string.Join("\n\n", said)) with { InPlace = CardParts.Message(null, cards.Loans(mine)) };
    }

    /// <summary>To somebody who lost or damaged something.</summary>
    public async Task<LoanReply> LostAsync(int? person, CancellationToken cancellationToken)
    {
        var mine = person is { } id ? await loans.OfAsync(id, cancellationToken) : [];
        var said = Words.Of(LoanStrings.Lost, general.Contact);
        return mine.Count == 0 ? new LoanReply(GeneralAnswers.Text(said), IsPrivate: false) : Showing($"{said} {LoanStrings.LostOfThese}", mine);
    }

    /// <summary>How much the speaker may borrow, and for how long.</summary>
    public async Task<LoanReply> LimitsAsync(int person, CancellationToken cancellationToken)
    {
        var (rules, count) = await loans.RulesOfAsync(person, cancellationToken);
        return Say(Words.Of(LoanStrings.Limits, rules.MostLoans, rules.LoanDays, rules.Renewals, rules.MostHolds, count));
    }

    /// <summary>To whoever asks what somebody else borrows.</summary>
    public static LoanReply Others(Role role) =>
        new(GeneralAnswers.Text(role == Role.Librarian ? $"{LoanStrings.Others} {LoanStrings.OthersLibrarian}" : LoanStrings.Others), IsPrivate: false);

    private LoanReply List(IReadOnlyList<OpenLoan> mine) => mine.Count == 0 ? Say(LoanStrings.Nothing)
        : Showing(mine.Count == 1 ? LoanStrings.One : Words.Of(LoanStrings.Many, mine.Count), mine);

    private LoanReply Showing(string said, IReadOnlyList<OpenLoan> shown) => new(CardParts.Message(said, cards.Loans([.. shown.Take(MostShown)])));

    private static LoanReply Say(string said) => new(GeneralAnswers.Text(said));

    private string Said(OpenLoan loan, RenewalOutcome outcome) => outcome switch
    {
        RenewalOutcome.Renewed renewed => $"{Words.Of(LoanStrings.Renewed, loan.Title.TitleProper, Words.Day(renewed.DueOn))} {Left(renewed.Left)}",
        RenewalOutcome.NoLonger noLonger => Words.Of(LoanStrings.NoLonger, loan.Title.TitleProper, Words.Day(noLonger.DueOn)),
        RenewalOutcome.NoMore => $"{Words.Of(LoanStrings.NoMore, loan.Title.TitleProper, general.Contact)} {cards.Due(loan.DueOn)}",
        RenewalOutcome.Awaited => $"{Words.Of(LoanStrings.Awaited, loan.Title.TitleProper)} {cards.Due(loan.DueOn)}",
        RenewalOutcome.TooMuchOverdue overdue => Words.Of(LoanStrings.TooMuchOverdue, loan.Title.TitleProper, overdue.Overdue),
        _ => throw new InvalidOperationException("A renewal has no other outcome."),
    };

    private static string Left(int left) => left switch
    {
        0 => LoanStrings.LastRenewal,
        1 => LoanStrings.OneRenewalLeft,
        _ => Words.Of(LoanStrings.RenewalsLeft, left),
    };

    private static OpenLoan? Named(CapabilityRequest request, IReadOnlyList<OpenLoan> mine) =>
        ChoiceReader.Which(request.Text, request.Language, [.. mine.Select(loan => loan.Title.TitleProper)]) is { } index ? mine[index] : null;

    // Whether nothing is named: what is left is "it", "everything", or the word for renewing, misspelt.
    private static bool IsVague(string rest) => rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => Vague().IsMatch(word) || Spelling.Distance(word, "renew") <= 2 || Spelling.Distance(word, "renovar") <= 2 || Spelling.Distance(word, "renueva") <= 2);

    [GeneratedRegex("^(when|cuando|para cuando|hasta cuando) .*(?<!\\b(books|libros|they))( (due|back|return|vencen?|devolver|regresar))?$")]
    private static partial Regex AsksOfOne();

    [GeneratedRegex(@"\b(all|everything|both|books|them|these|those|stuff|things|loans|items|todo|todos|todas|ambos|libros|los|prestamos|renuevalos|renovarlos)\b")]
    private static partial Regex All();

    [GeneratedRegex("^(it|that|this|one|them|these|those|everything|both|stuff|things?|loans?|items?|every|each|we|got|school|todo|todos|todas|ambos|eso|ese|esa|esto|prestamos?|prestad[oa]s?|lo|tengo|renuev\\w*|renov\\w*|prorrog\\w*|dias?|days?|week|weeks|semanas?|bit|little|few|another|otra|read|finish|leer|terminar|tener\\w*|dejar\\w*|quedar\\w*)$")]
    private static partial Regex Vague();
}
