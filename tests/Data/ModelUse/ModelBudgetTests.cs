using LibraryBot.Data.ModelUse;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.ModelUse;

public sealed class ModelBudgetTests
{
    private static readonly DateOnly s_day = new(2026, 3, 3);

    [SkippableTheory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task APersonHasTheirCallsOfTheDayAndNoMore(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var person = await PersonAsync(database);
        var budget = new ModelBudget(database.Factory);
        var limits = new ModelLimits(2, 0, 1000);

        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day, person, 10, limits, default));
        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day, person, 10, limits, default));
        Assert.Equal(BudgetOutcome.PersonSpent, await budget.ReserveAsync(s_day, person, 10, limits, default));
        Assert.Equal(BudgetOutcome.PersonSpent, await budget.ReserveAsync(s_day, null, 10, limits, default));
        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day.AddDays(1), person, 10, limits, default));
        // What was refused cost nothing.
        Assert.Equal((2, 20L), await UsedAsync(budget));
    }

    [SkippableTheory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ThoseNotOnTheRosterShareABudget(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var budget = new ModelBudget(database.Factory);
        var limits = new ModelLimits(5, 2, 1000);

        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day, null, 10, limits, default));
        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day, null, 10, limits, default));
        Assert.Equal(BudgetOutcome.PersonSpent, await budget.ReserveAsync(s_day, null, 10, limits, default));
        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day, await PersonAsync(database), 10, limits, default));
        Assert.Equal(BudgetOutcome.PersonSpent, await budget.ReserveAsync(s_day, 4711, 10, limits, default));
    }

    [SkippableTheory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatWasNotUsedIsGivenBack(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var person = await PersonAsync(database);
        var budget = new ModelBudget(database.Factory);
        var limits = new ModelLimits(100, 0, 1000);

        Assert.Equal(BudgetOutcome.LibrarySpent, await budget.ReserveAsync(s_day, person, 1001, limits, default));
        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day, person, 900, limits, default));
        Assert.Equal(BudgetOutcome.LibrarySpent, await budget.ReserveAsync(s_day, person, 900, limits, default));
        await budget.SettleAsync(s_day, 900, 90, default);
        Assert.Equal(BudgetOutcome.Granted, await budget.ReserveAsync(s_day, person, 900, limits, default));
        Assert.Equal((2, 990L), await UsedAsync(budget));
    }

    [SkippableTheory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task HoweverManyAskAtOnceTheLimitsHold(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var people = new[] { await PersonAsync(database), await PersonAsync(database), await PersonAsync(database) };
        var budget = new ModelBudget(database.Factory);
        var limits = new ModelLimits(9, 5, 200);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => Task.Run(() =>
            budget.ReserveAsync(s_day, index % 4 == 3 ? null : people[index % 4], 10, limits, default))));

        Assert.Equal(20, outcomes.Count(outcome => outcome == BudgetOutcome.Granted));
        Assert.Equal((20, 200L), await UsedAsync(budget));
        await using var library = database.NewContext();
        Assert.All(await library.ModelPersonDays.ToListAsync(), counted => Assert.InRange(counted.Calls, 1, 9));
    }

    [SkippableTheory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoAskedHowOftenIsForgottenWithTheDayOrThePerson(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var person = await PersonAsync(database);
        var budget = new ModelBudget(database.Factory);
        var limits = new ModelLimits(9, 5, 1000);
        await budget.ReserveAsync(s_day, person, 10, limits, default);
        await budget.ReserveAsync(s_day.AddDays(1), person, 10, limits, default);

        await budget.DeleteBeforeAsync(s_day.AddDays(1), default);

        await using var library = database.NewContext();
        Assert.Equal(s_day.AddDays(1), Assert.Single(await library.ModelPersonDays.ToListAsync()).Day);
        Assert.Equal(2, await library.ModelDays.CountAsync());
        await library.People.ExecuteDeleteAsync();
        Assert.Equal(0, await library.ModelPersonDays.CountAsync());
        await budget.DeleteBeforeAsync(s_day.AddDays(200), default);
        Assert.Equal(0, await library.ModelDays.CountAsync());
    }

    private static async Task<(int, long)> UsedAsync(ModelBudget budget) => await budget.ReadAsync(s_day, default) is var used ? (used.Calls, used.Tokens) : default;

    private static async Task<int> PersonAsync(TestDatabase database)
    {
        var person = new Person { Key = Guid.NewGuid().ToString(), DisplayName = "Sam Lee" };
        await database.AddAsync(person);
        return person.Id;
    }
}
