using LibraryBot.Data.Calendar;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Circulation;

/// <summary>
/// What somebody has out, and renewing it by the library's rules. Only ever for the person who asks. A renewal sees every hold placed before it, and a hold every renewal,
/// in however many processes.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock.</param>
/// <param name="settings">The library's rules.</param>
/// <param name="profile">The school, whose days count.</param>
public sealed class Loans(IDbContextFactory<LibraryContext> factory, TimeProvider time, CirculationSettings settings, LibraryProfile profile)
{
    private readonly SchoolCalendar calendar = new(profile);

    /// <summary>What a person has out, in the order it was lent.</summary>
    public async Task<IReadOnlyList<OpenLoan>> OfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var lent = await LentAsync(context, personId, cancellationToken);
        var outcomes = await DecideAsync(context, personId, lent, cancellationToken);
        var titles = (await context.TitlesByIdAsync([.. lent.Select(each => each.Copy.TitleId)], cancellationToken)).ToDictionary(title => title.Id);
        return [.. lent.Select(each => new OpenLoan(each.Loan.Id, titles[each.Copy.TitleId], each.Copy.DueOn, IsOverdue(each.Copy), outcomes[each.Loan.Id]))];
    }

    /// <summary>Renews what a person has out, each by the rules for itself, in one transaction.</summary>
    /// <param name="personId">Who asks.</param>
    /// <param name="loanIds">Which loans; null for all. What is not theirs is left out.</param>
    /// <param name="cancellationToken">Stops it; nothing is renewed then.</param>
    /// <returns>What came of it, by loan.</returns>
    public async Task<IReadOnlyDictionary<int, RenewalOutcome>> RenewAsync(int personId, IReadOnlyCollection<int>? loanIds, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            // An import locks the table first; who waits for it must hold nothing yet.
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"Copies\" IN ROW EXCLUSIVE MODE", cancellationToken);
        }

        await context.LockAsync("People", [personId], cancellationToken);
        var lent = await LentAsync(context, personId, cancellationToken);
        await context.LockAsync("Titles", [.. lent.Select(each => each.Copy.TitleId).Distinct()], cancellationToken);
        var outcomes = (await DecideAsync(context, personId, lent, cancellationToken))
            .Where(outcome => loanIds?.Contains(outcome.Key) != false).ToDictionary();
        foreach (var (loan, copy) in lent)
        {
            if (outcomes.GetValueOrDefault(loan.Id) is RenewalOutcome.Renewed renewed)
            {
                loan.Renewals++;
                copy.DueOn = renewed.DueOn;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcomes;
    }

    /// <summary>The rules for a person, and how many copies they have out; the rules of students where they are not on the roster.</summary>
    public async Task<(LendingRules Rules, int Out)> RulesOfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return (settings.For(await RoleAsync(context, personId, cancellationToken)), await context.Loans.CountAsync(loan => loan.PersonId == personId, cancellationToken));
    }

    /// <summary>
    /// Forgets the loans of copies that are no longer out, after something else changed copies, in the transaction the context is in: a copy that the library's own
    /// system says is back is nobody's.
    /// </summary>
    /// <returns>How many.</returns>
    internal static Task<int> ForgetReturnedAsync(LibraryContext context, CancellationToken cancellationToken) => context.Loans
        .Where(loan => !context.Copies.Any(copy => copy.Id == loan.CopyId && copy.Status == CopyStatus.CheckedOut))
        .ExecuteDeleteAsync(cancellationToken);

    private async Task<Dictionary<int, RenewalOutcome>> DecideAsync(LibraryContext context, int personId, IReadOnlyList<Lent> lent, CancellationToken cancellationToken)
    {
        var rules = settings.For(await RoleAsync(context, personId, cancellationToken));
        var awaited = lent.Count == 0 || settings.RenewWhenAwaited ? [] : await AwaitedAsync(context, personId, [.. lent.Select(each => each.Copy.TitleId).Distinct()], cancellationToken);
        var overdue = lent.Count(each => IsOverdue(each.Copy));
        var day = Today.AddDays(rules.LoanDays);
        var due = calendar.IsSchoolDay(day) ? day : calendar.NextSchoolDay(day) ?? day;
        return lent.ToDictionary(each => each.Loan.Id, each => (RenewalOutcome)(
            each.Copy.DueOn >= due ? new RenewalOutcome.NoLonger(each.Copy.DueOn.Value)
            : rules.OverdueLimit > 0 && overdue >= rules.OverdueLimit ? new RenewalOutcome.TooMuchOverdue(overdue)
            : each.Loan.Renewals >= rules.Renewals ? new RenewalOutcome.NoMore(rules.Renewals)
            : awaited.Contains(each.Copy.TitleId) ? new RenewalOutcome.Awaited()
            : new RenewalOutcome.Renewed(due, rules.Renewals - each.Loan.Renewals - 1)));
    }

    // Those of the titles for which others wait, more of them than copies are in.
    private static async Task<HashSet<int>> AwaitedAsync(LibraryContext context, int personId, int[] titleIds, CancellationToken cancellationToken) =>
        [.. await context.Titles.Where(title => EF.Parameter(titleIds).Contains(title.Id)
                && context.Holds.Count(hold => hold.TitleId == title.Id && hold.Status == HoldStatus.Waiting && hold.PersonId != personId)
                    > title.Copies.Count(copy => copy.Status == CopyStatus.Available))
            .Select(title => title.Id).ToListAsync(cancellationToken)];

    private static Task<List<Lent>> LentAsync(LibraryContext context, int personId, CancellationToken cancellationToken) => (
        from loan in context.Loans
        join copy in context.Copies on loan.CopyId equals copy.Id
        where loan.PersonId == personId && copy.Status == CopyStatus.CheckedOut
        orderby loan.LentAt, loan.Id
        select new Lent(loan, copy)).ToListAsync(cancellationToken);

    private static async Task<Role> RoleAsync(LibraryContext context, int personId, CancellationToken cancellationToken) =>
        await context.People.Where(person => person.Id == personId).Select(person => person.Role).SingleOrDefaultAsync(cancellationToken);

    private DateOnly Today => calendar.DateAt(time.GetUtcNow());

    private bool IsOverdue(Copy copy) => copy.DueOn < Today;

    private sealed record Lent(Loan Loan, Copy Copy);
}
