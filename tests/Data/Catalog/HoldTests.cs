using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class HoldTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheQueueRunsInTheOrderOfAsking(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind, Role.Student, Role.Teacher);
        var holds = library.Services.GetRequiredService<Holds>();

        Assert.Equal(1, Assert.IsType<HoldOutcome.Placed>(await holds.PlaceAsync(1, 1, default)).Position);
        Assert.Equal(2, Assert.IsType<HoldOutcome.Placed>(await holds.PlaceAsync(1, 2, default)).Position);
        Assert.True(await holds.CancelAsync(1, 1, default));
        Assert.Equal(1, Assert.IsType<HoldOutcome.AlreadyHeld>(await holds.PlaceAsync(1, 2, default)).Position);
        Assert.Equal(1, Assert.Single(await holds.OfAsync(2, default)).TitleId);
        Assert.Empty(await holds.OfAsync(1, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ASecondHoldOfTheSamePersonIsRefusedUntilTheFirstIsGivenUp(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind, Role.Student);
        var holds = library.Services.GetRequiredService<Holds>();
        var first = Assert.IsType<HoldOutcome.Placed>(await holds.PlaceAsync(1, 1, default));

        var second = Assert.IsType<HoldOutcome.AlreadyHeld>(await holds.PlaceAsync(1, 1, default));
        Assert.Equal(first.Hold.Id, second.Hold.Id);
        Assert.True(await holds.CancelAsync(1, 1, default));
        Assert.False(await holds.CancelAsync(1, 1, default));
        Assert.IsType<HoldOutcome.Placed>(await holds.PlaceAsync(1, 1, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheDatabaseItselfRefusesASecondOpenHold(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind, Role.Student);
        Hold Open() => new() { TitleId = 1, PersonId = 1, Status = HoldStatus.Waiting };

        await library.AddAsync(Open());
        await Assert.ThrowsAsync<DbUpdateException>(() => library.AddAsync(Open()));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfManyAtOnceOneIsPlacedAndTheOthersAreTold(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind, Role.Student, Role.Student, Role.Student);
        var holds = library.Services.GetRequiredService<Holds>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 48).Select(at => Task.Run(() => holds.PlaceAsync(1, (at % 3) + 1, default))));

        Assert.Equal(3, outcomes.OfType<HoldOutcome.Placed>().Count());
        Assert.Equal(45, outcomes.OfType<HoldOutcome.AlreadyHeld>().Count());
        await using var context = library.NewContext();
        Assert.Equal(3, await context.Holds.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SeveralTwiceAndAtOnceAreHeldOnceEach(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind, Role.Teacher, Role.Teacher);
        await library.AddAsync(Shelf.Title("Atlas", status: CopyStatus.LibraryUseOnly), Shelf.Title("Ponds"), Shelf.Title("Rivers"));
        var holds = library.Services.GetRequiredService<Holds>();
        await using var context = library.NewContext();
        var ids = await context.Titles.Where(title => title.TitleProper == "Atlas" || title.TitleProper == "Ponds" || title.TitleProper == "Rivers").OrderBy(title => title.TitleProper).Select(title => title.Id).ToListAsync();
        var (atlas, ponds, rivers) = (ids[0], ids[1], ids[2]);
        Assert.IsType<HoldOutcome.Placed>(await holds.PlaceAsync(rivers, 2, default));

        // Titles in either order, so that writers who lock them as they are named would wait for each other.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Task.Run(() => holds.PlaceAsync(at % 2 == 0 ? [atlas, ponds, rivers, 999, ponds] : [999, rivers, ponds, atlas], 1, default))));

        Assert.Equal(2, outcomes.SelectMany(each => each.Values).OfType<HoldOutcome.Placed>().Count());
        Assert.Equal(22, outcomes.SelectMany(each => each.Values).OfType<HoldOutcome.AlreadyHeld>().Count());
        Assert.All(outcomes, each =>
        {
            Assert.IsType<HoldOutcome.NothingToLend>(each[atlas]);
            Assert.IsType<HoldOutcome.NoSuchTitle>(each[999]);
        });
        var again = await holds.PlaceAsync([ponds, rivers], 1, default);
        Assert.Equal((1, 2), (Assert.IsType<HoldOutcome.AlreadyHeld>(again[ponds]).Position, Assert.IsType<HoldOutcome.AlreadyHeld>(again[rivers]).Position));
        Assert.Equal(2, await context.Holds.CountAsync(hold => hold.PersonId == 1 && hold.Status == HoldStatus.Waiting));
        Assert.Empty(await holds.PlaceAsync([], 1, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatCannotBeHeldIsSaidByItsReason(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind, Role.Student, Role.Visitor);
        await library.AddAsync(
            Shelf.Title("Atlas", status: CopyStatus.LibraryUseOnly),
            Shelf.Title("Lost", status: CopyStatus.Lost),
            Withdrawn());
        var holds = library.Services.GetRequiredService<Holds>();

        Assert.IsType<HoldOutcome.NotAllowed>(await holds.PlaceAsync(1, 2, default));
        Assert.IsType<HoldOutcome.NotAllowed>(await holds.PlaceAsync(1, 99, default));
        Assert.IsType<HoldOutcome.NoSuchTitle>(await holds.PlaceAsync(99, 1, default));
        Assert.IsType<HoldOutcome.NothingToLend>(await holds.PlaceAsync(2, 1, default));
        Assert.IsType<HoldOutcome.NothingToLend>(await holds.PlaceAsync(3, 1, default));
        Assert.IsType<HoldOutcome.NoSuchTitle>(await holds.PlaceAsync(4, 1, default));

        static Title Withdrawn()
        {
            var title = Shelf.Title("Gone");
            title.WithdrawnAt = DateTimeOffset.UnixEpoch;
            return title;
        }
    }

    private static async Task<TestDatabase> WithPeopleAsync(DatabaseKind kind, params Role[] roles)
    {
        var database = await Databases.NewAsync(kind);
        await database.AddAsync(
            [Shelf.Title("Hatchet"), .. roles.Select((role, at) => new Person { Key = $"p{at}", DisplayName = "P", Role = role })]);
        return database;
    }
}
