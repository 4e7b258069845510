using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Circulation;

public sealed class RenewalTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ARenewalCountsFromTodayAndByTheRulesOfTheRole(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var child = await lending.LendAsync(await lending.PersonAsync("ana"), "Hatchet", Lending.Today.AddDays(2));
        var teacher = await lending.LendAsync(await lending.PersonAsync("ben", Role.Teacher), "Holes", Lending.Today.AddDays(2));

        Assert.Equal(new RenewalOutcome.Renewed(new DateOnly(2026, 3, 17), 1), await lending.RenewAsync(child));
        Assert.Equal(new RenewalOutcome.Renewed(new DateOnly(2026, 3, 31), 3), await lending.RenewAsync(teacher));
        Assert.Equal((CopyStatus.CheckedOut, new DateOnly(2026, 3, 17), 1), await lending.StandsAsync(child));
    }

    [Fact]
    public async Task WhatWouldBeDueInTheVacationIsDueAfterIt()
    {
        await using var lending = await Lending.NewAsync(DatabaseKind.Sqlite);
        var loan = await lending.LendAsync(await lending.PersonAsync("ana"), "Hatchet", Lending.Today);
        lending.Clock.Move(TimeSpan.FromDays(6));

        Assert.Equal(new DateOnly(2026, 3, 30), Assert.IsType<RenewalOutcome.Renewed>(await lending.RenewAsync(loan)).DueOn);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ManyRenewalsAtOnceAreOne(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var loan = await lending.LendAsync(await lending.PersonAsync("ana"), "Hatchet", Lending.Today);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => lending.RenewAsync(loan))));

        Assert.Single(outcomes.OfType<RenewalOutcome.Renewed>());
        Assert.Equal(23, outcomes.OfType<RenewalOutcome.NoLonger>().Count());
        Assert.Equal(1, (await lending.StandsAsync(loan)).Renewals);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task HoldsAndRenewalsAtOnceAreAllAnsweredAndAgree(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var (ana, ben) = (await lending.PersonAsync("ana"), await lending.PersonAsync("ben"));
        var loans = new List<Loan>();
        for (var number = 0; number < 8; number++)
        {
            loans.Add(await lending.LendAsync(number % 2 == 0 ? ana : ben, $"Title {number}", Lending.Today));
        }

        var titles = await Task.WhenAll(loans.Select(lending.TitleOfAsync));
        var holds = titles.Select((title, at) => Task.Run(() => lending.Holds.PlaceAsync(title, at % 2 == 0 ? ben : ana, default))).ToList();
        var renewals = new[] { ana, ben }.Select(person => Task.Run(() => lending.Loans.RenewAsync(person, null, default))).ToList();

        Assert.All(await Task.WhenAll(holds), outcome => Assert.IsType<HoldOutcome.Placed>(outcome));
        foreach (var (loan, outcome) in (await Task.WhenAll(renewals)).SelectMany(each => each))
        {
            var stands = await lending.StandsAsync(loans.Single(each => each.Id == loan));
            Assert.Equal(outcome is RenewalOutcome.Renewed ? ((DateOnly?)new DateOnly(2026, 3, 17), 1) : (Lending.Today, 0), (stands.Due, stands.Renewals));
            Assert.True(outcome is RenewalOutcome.Renewed or RenewalOutcome.Awaited);
        }

        Assert.All((await lending.Loans.RenewAsync(ana, null, default)).Values, outcome => Assert.True(outcome is RenewalOutcome.NoLonger or RenewalOutcome.Awaited));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatSomebodyElseWaitsForIsNotRenewedUnlessACopyIsInForThem(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var (ana, ben) = (await lending.PersonAsync("ana"), await lending.PersonAsync("ben"));
        var alone = await lending.LendAsync(ana, "Hatchet", Lending.Today);
        var many = await lending.LendAsync(ana, "Holes", Lending.Today, 0, Some.Copy());
        await lending.Holds.PlaceAsync(await lending.TitleOfAsync(alone), ben, default);
        await lending.Holds.PlaceAsync(await lending.TitleOfAsync(many), ben, default);

        Assert.IsType<RenewalOutcome.Awaited>(await lending.RenewAsync(alone));
        Assert.IsType<RenewalOutcome.Renewed>(await lending.RenewAsync(many));

        lending.Settings.RenewWhenAwaited = true;
        Assert.IsType<RenewalOutcome.Renewed>(await lending.RenewAsync(alone));
    }

    [Fact]
    public async Task TheNumberOfRenewalsAndTheOverdueLimitAreKept()
    {
        await using var lending = await Lending.NewAsync(DatabaseKind.Sqlite, new CirculationSettings { Student = new LendingRules { OverdueLimit = 2 } });
        var (ana, ben) = (await lending.PersonAsync("ana"), await lending.PersonAsync("ben"));
        var often = await lending.LendAsync(ana, "Hatchet", Lending.Today, renewals: 2);
        var late = await lending.LendAsync(ben, "Holes", Lending.Today.AddDays(-1));
        Assert.Equal(new RenewalOutcome.NoMore(2), await lending.RenewAsync(often));

        await lending.LendAsync(ben, "Wonder", Lending.Today.AddDays(-3));
        Assert.Equal(new RenewalOutcome.TooMuchOverdue(2), await lending.RenewAsync(late));
        var free = new Title { Key = "free", TitleProper = "Free", SortTitle = "free", Copies = [Some.Copy()] };
        await lending.Database.AddAsync(free);
        Assert.Equal(new HoldOutcome.TooMuchOverdue(2), await lending.Holds.PlaceAsync(free.Id, ben, default));
    }

    [Fact]
    public async Task NobodyRenewsOrSeesWhatIsAnothers()
    {
        await using var lending = await Lending.NewAsync(DatabaseKind.Sqlite);
        var ben = await lending.PersonAsync("ben", Role.Librarian);
        var loan = await lending.LendAsync(await lending.PersonAsync("ana"), "Hatchet", Lending.Today);

        Assert.Empty(await lending.Loans.RenewAsync(ben, [loan.Id], default));
        Assert.Empty(await lending.Loans.OfAsync(ben, default));
        Assert.Equal(0, (await lending.StandsAsync(loan)).Renewals);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACopyIsLentOnce(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var loan = await lending.LendAsync(await lending.PersonAsync("ana"), "Hatchet", Lending.Today);

        await Assert.ThrowsAsync<DbUpdateException>(async () => await lending.Database.AddAsync(
            new Loan { CopyId = loan.CopyId, PersonId = await lending.PersonAsync("ben"), LentAt = lending.Clock.GetUtcNow() }));
    }

    [Fact]
    public async Task HoldsHaveALimitAndWhatIsAtHomeIsNotHeld()
    {
        await using var lending = await Lending.NewAsync(DatabaseKind.Sqlite, new CirculationSettings { Student = new LendingRules { MostHolds = 1 } });
        var ana = await lending.PersonAsync("ana");
        var loan = await lending.LendAsync(ana, "Hatchet", Lending.Today);
        await lending.Database.AddAsync(Some.Title("One"), Some.Title("Two"));

        Assert.Equal(new HoldOutcome.Borrowed(Lending.Today), await lending.Holds.PlaceAsync(await lending.TitleOfAsync(loan), ana, default));
        var outcomes = await Task.WhenAll(new[] { 2, 3 }.Select(title => Task.Run(() => lending.Holds.PlaceAsync(title, ana, default))));
        Assert.Single(outcomes.OfType<HoldOutcome.Placed>());
        Assert.Equal(new HoldOutcome.TooMany(1), Assert.Single(outcomes.OfType<HoldOutcome.TooMany>()));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfSeveralTheFirstAreHeldUpToTheLimit(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind, new CirculationSettings { Student = new LendingRules { MostHolds = 2 } });
        var ana = await lending.PersonAsync("ana");
        var athome = await lending.TitleOfAsync(await lending.LendAsync(ana, "Hatchet", Lending.Today));
        await lending.Database.AddAsync(Some.Title("One"), Some.Title("Two"), Some.Title("Three"));
        var out1 = await lending.TitleOfAsync(await lending.LendAsync(await lending.PersonAsync("bo"), "Frindle", Lending.Today));
        await lending.Alerts.AskAsync(out1, ana, default);

        var outcomes = await lending.Holds.PlaceAsync([athome, out1, 2, 3], ana, default);

        Assert.Equal(new HoldOutcome.Borrowed(Lending.Today), outcomes[athome]);
        Assert.IsType<HoldOutcome.Placed>(outcomes[out1]);
        Assert.IsType<HoldOutcome.Placed>(outcomes[2]);
        Assert.Equal(new HoldOutcome.TooMany(2), outcomes[3]);
        Assert.Empty(await lending.Alerts.OfAsync(ana, default));
    }
}
