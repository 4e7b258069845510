using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Catalog.Recommending;

public sealed class ReadAlikeTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsBorrowedTogetherIsFoundThoughTheRecordsShareNothing(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var (bread, moon, other) = (Shelf.Title("Bread", subjects: ["Baking"]), Shelf.Title("The moon", subjects: ["Moon"]), Shelf.Title("Chess", subjects: ["Chess"]));
        await database.AddAsync([bread, moon, other]);
        await AddAffinityAsync(database, bread, moon);

        var hits = (await LikeAsync(database, bread)).Hits;

        Assert.Equal(["The moon"], hits.Select(hit => hit.Title.TitleProper));
        Assert.True(hits[0].Because.HasFlag(LikeReasons.BorrowedTogether));
        Assert.DoesNotContain((await LikeAsync(database, moon)).Hits, hit => hit.Because.HasFlag(LikeReasons.BorrowedTogether));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FiltersThatOnlyTheIndexKnowsHoldForWhatIsBorrowedTogether(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var (bread, moon, won) = (Shelf.Title("Bread"), Shelf.Title("The moon", summary: "With vampires."), Shelf.Title("Chess", awards: ["Newbery Medal, 2001"]));
        await database.AddAsync([bread, moon, won]);
        await AddAffinityAsync(database, bread, moon);
        await AddAffinityAsync(database, bread, won);

        Assert.Equal(["Chess"], await TitlesAsync(database, bread, new() { Award = "newbery" }));
        Assert.Equal(["Chess"], await TitlesAsync(database, bread, new() { Without = ["vampires"] }));
        Assert.Equal(["The moon"], await TitlesAsync(database, bread, new() { WithoutTitleIds = [won.Id] }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfASeriesTheNextComesAndNotTheFifth(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var series = Enumerable.Range(1, 6).Select(number => Shelf.Title($"Part {"abcdef"[number - 1]}", "Doe, Ann", ["Dragons -- Fiction"], series: "Wings", number: $"bk. {number}")).ToList();
        var others = Enumerable.Range(1, 3).Select(number => Shelf.Title($"Dragon {number}", $"Poe, {number}", ["Dragons -- Fiction"])).ToList();
        await database.AddAsync([.. series, .. others]);

        var titles = (await TitlesAsync(database, series[2], new() { Take = 5 })).ToList();

        Assert.Equal("Part d", titles[0]);
        Assert.True(titles.Count(title => title.StartsWith("Part", StringComparison.Ordinal)) <= 3, string.Join(", ", titles));
        Assert.True((await LikeAsync(database, series[2])).Hits[0].Because.HasFlag(LikeReasons.NextInSeries));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NoMoreThanTwoOfOneAuthorComeAmongTheFirstFiveWhereOthersAreAsNear(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var like = Shelf.Title("Frogs of the night", "Doe, Ann", ["Frogs"]);
        var same = Enumerable.Range(1, 6).Select(number => Shelf.Title($"Frogs {number}", "Doe, Ann", ["Frogs"])).ToList();
        var others = Enumerable.Range(1, 4).Select(number => Shelf.Title($"Pond {number}", $"Poe, {number}", ["Frogs -- Fiction"])).ToList();
        await database.AddAsync([like, .. same, .. others]);

        Assert.True((await TitlesAsync(database, like, new() { Take = 5 })).Count(title => title.StartsWith("Frogs", StringComparison.Ordinal)) <= 2);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfTwoAlikeTheOneThatIsInAndTheOneThatIsBorrowedLessComesFirst(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var like = Shelf.Title("Frogs", "Doe, Ann", ["Frogs"]);
        var (lent, here) = (Shelf.Title("Pond one", "Poe, A", ["Frogs"], status: CopyStatus.CheckedOut), Shelf.Title("Pond two", "Poe, B", ["Frogs"]));
        var (much, little) = (Shelf.Title("Lake one", "Poe, C", ["Toads"]), Shelf.Title("Lake two", "Poe, D", ["Toads"]));
        var toads = Shelf.Title("Toads", "Roe, E", ["Toads"]);
        await database.AddAsync([like, here, lent, toads, little, much]);
        await using (var context = database.NewContext())
        {
            context.Add(new TitlePopularity { TitleId = much.Id, Grade = TitlePopularity.Everybody, Readers = 200 });
            await context.SaveChangesAsync();
        }

        Assert.Equal(["Pond two", "Pond one"], await TitlesAsync(database, like, new() { Take = 2 }));
        Assert.Equal(["Lake two", "Lake one"], await TitlesAsync(database, toads, new() { Take = 2 }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NarrowerBroaderAndNeighboringTopicsAreFound(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var like = Shelf.Title("Frogs", "Doe, Ann", ["Frogs -- Life cycles"]);
        await database.AddAsync([
            like,
            Shelf.Title("Leaping", "Poe, A", ["Frogs -- Fiction", "Ponds -- Fiction"]),
            Shelf.Title("Green", "Poe, B", ["Frogs", "Ponds"]),
            Shelf.Title("Still water", "Poe, C", ["Ponds"], summary: "Cycles of life around a lake where frogs sit."),
            Shelf.Title("Trains", "Poe, D", ["Railroads"]),
        ]);

        var hits = (await LikeAsync(database, like)).Hits;

        Assert.Equal(["Green", "Leaping"], hits.Take(2).Select(hit => hit.Title.TitleProper).Order(StringComparer.Ordinal));
        Assert.Contains(hits, hit => hit.Title.TitleProper == "Still water" && hit.Because.HasFlag(LikeReasons.RelatedTopic));
        Assert.DoesNotContain(hits, hit => hit.Title.TitleProper == "Trains");
    }

    private static async Task<IEnumerable<string>> TitlesAsync(TestDatabase database, Title like, CatalogQuery query) =>
        (await LikeAsync(database, like, query)).Hits.Select(hit => hit.Title.TitleProper);

    private static Task<CatalogResults> LikeAsync(TestDatabase database, Title like, CatalogQuery? query = null) =>
        database.Services.GetRequiredService<ICatalogSearch>().MoreLikeAsync(like.Id, query ?? new(), default);

    private static async Task AddAffinityAsync(TestDatabase database, Title one, Title other)
    {
        await using var context = database.NewContext();
        context.Add(new TitleAffinity { TitleId = one.Id, OtherTitleId = other.Id, Strength = 0.2 });
        await context.SaveChangesAsync();
    }
}
