using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class IndexTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AChangedTitleIsFoundByItsNewWordsOnly(DatabaseKind kind)
    {
        await using var library = await WithAsync(kind, Shelf.Title("Hatchet"));
        await ChangeAsync(library, title => title.TitleProper = "Compass");

        Assert.Single(await FindAsync(library, "compass"));
        Assert.Empty(await FindAsync(library, "hatchet"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AWithdrawnTitleVanishesAndComesBack(DatabaseKind kind)
    {
        await using var library = await WithAsync(kind, Shelf.Title("Hatchet"));

        await ChangeAsync(library, title => title.WithdrawnAt = DateTimeOffset.UnixEpoch);
        Assert.Empty(await FindAsync(library, "hatchet"));
        await ChangeAsync(library, title => title.WithdrawnAt = null);
        Assert.Single(await FindAsync(library, "hatchet"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ATitleWithdrawnPastTheIndexIsNotShown(DatabaseKind kind)
    {
        await using var library = await WithAsync(kind, Shelf.Title("Hatchet"), Shelf.Title("Hatchets"));
        await using (var context = library.NewContext())
        {
            await context.Titles.Where(title => title.TitleProper == "Hatchet")
                .ExecuteUpdateAsync(title => title.SetProperty(t => t.WithdrawnAt, DateTimeOffset.UnixEpoch));
            await context.Titles.Where(title => title.TitleProper == "Hatchets").ExecuteDeleteAsync();
        }
        Assert.Empty(await FindAsync(library, "hatchet"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACopyThatComesBackMakesItsTitleAvailable(DatabaseKind kind)
    {
        await using var library = await WithAsync(kind, Shelf.Title("Hatchet", status: CopyStatus.CheckedOut));
        var inNow = new CatalogQuery { Text = "hatchet", AvailableNow = true };
        Assert.Empty(await FindAsync(library, inNow));

        await using (var context = library.NewContext())
        {
            (await context.Copies.SingleAsync()).Status = CopyStatus.Available;
            await context.SaveChangesAsync();
        }
        Assert.Single(await FindAsync(library, inNow));
        await library.AddAsync(new Copy { TitleId = 1, Barcode = "2", Location = "Attic" });
        Assert.Single(await FindAsync(library, new CatalogQuery { Text = "hatchet", Locations = ["Attic"] }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsRolledBackIsNotInTheIndexEither(DatabaseKind kind)
    {
        await using var library = await WithAsync(kind, Shelf.Title("Hatchet"));
        await using (var context = library.NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Titles.Add(Shelf.Title("Compass"));
            await context.SaveChangesAsync();
        }
        Assert.Empty(await FindAsync(library, "compass"));
        Assert.True((await CheckAsync(library)).IsComplete);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task RebuildingMendsAnIndexThatFellBehind(DatabaseKind kind)
    {
        await using var library = await WithAsync(kind, Shelf.Title("Hatchet"), Shelf.Title("Compass"));
        await using var context = library.NewContext();
        await context.Database.ExecuteSqlRawAsync(
            """UPDATE "Titles" SET "TitleProper" = 'Lantern' WHERE "TitleProper" = 'Hatchet'""");
        await context.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Sqlite
            ? """DELETE FROM "TitleIndex" WHERE rowid = 2""" : """DELETE FROM "TitleIndex" WHERE "TitleId" = 2""");
        Assert.Equal(new CatalogIndexState(2, 1, 0), await CheckAsync(library));

        Assert.Equal(2, await CatalogIndex.RebuildAsync(context, null, default));

        Assert.True((await CheckAsync(library)).IsComplete);
        Assert.Single(await FindAsync(library, "lantern"));
        Assert.Single(await FindAsync(library, "lanturn"));
        Assert.Single(await FindAsync(library, "compass"));
        Assert.Empty(await FindAsync(library, "hatchet"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SearchesGoOnWhileTitlesAreAdded(DatabaseKind kind)
    {
        await using var library = await WithAsync(kind, Shelf.Title("Hatchet"));
        var adding = Task.Run(async () =>
        {
            for (var at = 0; at < 20; at++)
            {
                await library.AddAsync([.. Enumerable.Range(0, 20).Select(n => Shelf.Title($"Compass {at} {n}"))]);
            }
        });
        while (!adding.IsCompleted)
        {
            Assert.Single(await FindAsync(library, "hatchet"));
        }
        await adding;
        Assert.True((await CheckAsync(library)).IsComplete);
    }

    private static async Task<TestDatabase> WithAsync(DatabaseKind kind, params Title[] titles)
    {
        var database = await Databases.NewAsync(kind);
        await database.AddAsync([.. titles]);
        return database;
    }

    private static async Task ChangeAsync(TestDatabase library, Action<Title> change)
    {
        await using var context = library.NewContext();
        change(await context.Titles.SingleAsync());
        await context.SaveChangesAsync();
    }

    private static async Task<CatalogIndexState> CheckAsync(TestDatabase library)
    {
        await using var context = library.NewContext();
        return await CatalogIndex.CheckAsync(context, default);
    }

    private static Task<IReadOnlyList<CatalogHit>> FindAsync(TestDatabase library, string text) =>
        FindAsync(library, new CatalogQuery { Text = text });

    private static async Task<IReadOnlyList<CatalogHit>> FindAsync(TestDatabase library, CatalogQuery query) =>
        (await library.Services.GetRequiredService<ICatalogSearch>().SearchAsync(query, default)).Hits;
}
