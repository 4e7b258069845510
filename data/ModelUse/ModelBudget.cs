using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.ModelUse;

/// <summary>
/// Grants calls to the language model from the day's budget. It is kept in the database, so that neither a restart nor a second process
/// begins it anew; a call is paid for before it is made, so that however many are made at once, the limits hold.
/// </summary>
public sealed class ModelBudget(IDbContextFactory<LibraryContext> libraries)
{
    /// <summary>Takes one call out of the budget.</summary>
    /// <param name="day">The school's day.</param>
    /// <param name="personId">For whom; null for somebody who is not on the roster. Those share one budget.</param>
    /// <param name="tokens">The most tokens it may use, above zero; <see cref="SettleAsync"/> gives back what it did not.</param>
    /// <param name="limits">What a day may cost.</param>
    /// <param name="cancellationToken">Stops it; nothing is taken then.</param>
    public async Task<BudgetOutcome> ReserveAsync(DateOnly day, int? personId, int tokens, ModelLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokens);
        if (tokens > limits.TokensPerDay)
        {
            return BudgetOutcome.LibrarySpent;
        }

        var visitor = personId is null ? 1 : 0;
        if (visitor > limits.VisitorCallsPerDay || (visitor == 0 && limits.CallsPerPersonAndDay == 0))
        {
            return BudgetOutcome.PersonSpent;
        }

        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        await using var transaction = await library.Database.BeginTransactionAsync(cancellationToken);
        // The row of the library first: everybody passes it, so those who ask at once wait here for one another.
        var taken = await library.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ModelDays" ("Day", "Calls", "VisitorCalls", "Tokens") VALUES ({day}, 1, {visitor}, {tokens})
            ON CONFLICT ("Day") DO UPDATE SET "Calls" = "ModelDays"."Calls" + 1, "VisitorCalls" = "ModelDays"."VisitorCalls" + {visitor}, "Tokens" = "ModelDays"."Tokens" + {tokens}
            WHERE "ModelDays"."Tokens" + {tokens} <= {limits.TokensPerDay} AND ({visitor} = 0 OR "ModelDays"."VisitorCalls" < {limits.VisitorCallsPerDay})
            """,
            cancellationToken);
        if (taken == 0)
        {
            var spent = await library.ModelDays.AsNoTracking().SingleAsync(counted => counted.Day == day, cancellationToken);
            return spent.Tokens + tokens > limits.TokensPerDay ? BudgetOutcome.LibrarySpent : BudgetOutcome.PersonSpent;
        }

        if (personId is { } person)
        {
            taken = await library.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "ModelPersonDays" ("Day", "PersonId", "Calls") SELECT {day}, "Id", 1 FROM "People" WHERE "Id" = {person}
                ON CONFLICT ("Day", "PersonId") DO UPDATE SET "Calls" = "ModelPersonDays"."Calls" + 1 WHERE "ModelPersonDays"."Calls" < {limits.CallsPerPersonAndDay}
                """,
                cancellationToken);
            if (taken == 0)
            {
                return BudgetOutcome.PersonSpent;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return BudgetOutcome.Granted;
    }

    /// <summary>Puts what a call has used in the place of what was reserved for it.</summary>
    /// <param name="day">The day it was reserved for.</param>
    /// <param name="reserved">The tokens reserved.</param>
    /// <param name="used">The tokens used, zero or more; more than reserved counts in full.</param>
    /// <param name="cancellationToken">Stops it; the whole reservation stays spent then.</param>
    public async Task SettleAsync(DateOnly day, int reserved, int used, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        await library.ModelDays.Where(counted => counted.Day == day)
            .ExecuteUpdateAsync(set => set.SetProperty(counted => counted.Tokens, counted => counted.Tokens - reserved + used), cancellationToken);
    }

    /// <summary>What was used on a day.</summary>
    public async Task<ModelDay> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        return await library.ModelDays.AsNoTracking().SingleOrDefaultAsync(counted => counted.Day == day, cancellationToken) ?? new ModelDay { Day = day };
    }

    /// <summary>Deletes the counts of days before one; who asked how often is no longer of use then.</summary>
    public async Task DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        await library.ModelPersonDays.Where(counted => counted.Day < day).ExecuteDeleteAsync(cancellationToken);
        await library.ModelDays.Where(counted => counted.Day < day.AddDays(-DaysKept)).ExecuteDeleteAsync(cancellationToken);
    }

    // The library's own counts name nobody and show what a month costs.
    private const int DaysKept = 90;
}

/// <summary>What a day may cost. All are zero or more; zero allows none.</summary>
/// <param name="CallsPerPersonAndDay">Calls for one person on the roster.</param>
/// <param name="VisitorCallsPerDay">Calls for all who are not on the roster together.</param>
/// <param name="TokensPerDay">Tokens, in and out, for the library.</param>
public sealed record ModelLimits(int CallsPerPersonAndDay, int VisitorCallsPerDay, long TokensPerDay);

/// <summary>Whether a call may be made.</summary>
public enum BudgetOutcome
{
    /// <summary>It may; it is paid for.</summary>
    Granted,

    /// <summary>The person, or the visitors together, have had their calls of the day.</summary>
    PersonSpent,

    /// <summary>The library has had its tokens of the day.</summary>
    LibrarySpent,
}
