using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Catalog.Recommending;

public sealed class WishRecommenderTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatStandsBesideTheBestAnswersComesBeforeWhatOnlyMentionsTheWord(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var volcanoes = Enumerable.Range(1, 3).Select(number => Shelf.Title($"Volcanoes {number}", $"Doe, {number}", ["Volcanoes", "Geology"])).ToList();
        var (stones, soup) = (
            Shelf.Title("Under our feet", "Poe, A", ["Geology"], summary: "Where stones and volcanoes come from."),
            Shelf.Title("Too hot", "Poe, B", ["Soups"], summary: "A pot that boils like volcanoes."));
        await database.AddAsync([.. volcanoes, stones, soup]);

        var titles = (await RecommendAsync(database, "volcanoes", new() { Found = [] })).ToList();

        Assert.Equal(["Under our feet", "Too hot"], titles[3..].Select(hit => hit.Title.TitleProper));
        Assert.True(titles[3].Because.HasFlag(LikeReasons.RelatedTopic));
        Assert.False(titles[4].Because.HasFlag(LikeReasons.RelatedTopic));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfTwoAlikeComesFirstWhatIsForTheReaderAndInAndBorrowedLess(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var (young, old) = (Shelf.Title("Frogs A", "Doe, A", grades: (1, 3)), Shelf.Title("Frogs B", "Doe, B", grades: (6, 8)));
        var (here, lent) = (Shelf.Title("Toads A", "Doe, C"), Shelf.Title("Toads B", "Doe, D", status: CopyStatus.CheckedOut));
        var (little, much) = (Shelf.Title("Newts A", "Doe, E"), Shelf.Title("Newts B", "Doe, F"));
        var (english, spanish) = (Shelf.Title("Koi A", "Doe, G"), Shelf.Title("Koi B", "Doe, H", language: "spa"));

        // The later id comes first among equals: what follows is not chance.
        await database.AddAsync([young, old, here, lent, little, much, english, spanish]);
        await AddAsync(database, new TitlePopularity { TitleId = much.Id, Grade = TitlePopularity.Everybody, Readers = 200 });

        Assert.Equal(["Frogs A", "Frogs B"], Names(await RecommendAsync(database, "frogs", new() { Found = [], Grade = 2 })));
        Assert.Equal(["Frogs B", "Frogs A"], Names(await RecommendAsync(database, "frogs", new() { Found = [], Grade = 7 })));
        Assert.Equal(["Toads A", "Toads B"], Names(await RecommendAsync(database, "toads", new() { Found = [] })));
        Assert.Equal(["Newts A", "Newts B"], Names(await RecommendAsync(database, "newts", new() { Found = [] })));
        Assert.Equal(["Koi A", "Koi B"], Names(await RecommendAsync(database, "koi", new() { Found = [], Language = "eng" })));
        Assert.Equal(["Koi B", "Koi A"], Names(await RecommendAsync(database, "koi", new() { Found = [], Language = "spa" })));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsNearComesLastAndOnlyWhereAskedForAndWithinTheFilters(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var (one, two) = (Shelf.Title("Volcanoes", "Doe, A", ["Volcanoes", "Natural disasters"]), Shelf.Title("Volcanoes burn", "Doe, B", ["Volcanoes", "Natural disasters"]));
        var (quake, older, borrowed) = (
            Shelf.Title("The ground shakes", "Poe, A", ["Earthquakes", "Natural disasters"], grades: (2, 4)),
            Shelf.Title("The deluge", "Poe, B", ["Floods", "Natural disasters"], grades: (8, 12)),
            Shelf.Title("Chess", "Poe, C", ["Chess"], grades: (2, 4)));
        await database.AddAsync([one, two, quake, older, borrowed, .. Soups()]);
        await AddAsync(database, Affinity(one, borrowed), Affinity(two, borrowed));

        Assert.Equal(2, (await RecommendAsync(database, "volcanoes", new() { Found = [] })).Count);
        var near = (await RecommendAsync(database, "volcanoes", new() { Found = [], Near = new CatalogQuery { Grades = new(3, 3), Take = 10 } })).ToList();

        Assert.Equal(["Chess", "The ground shakes"], Names(near[2..]).Order(StringComparer.Ordinal));
        Assert.All(near, hit => Assert.Equal(hit.Title.TitleProper is "Chess" or "The ground shakes", hit.IsNear));
        Assert.True(near.Single(hit => hit.Title.Id == borrowed.Id).Because.HasFlag(LikeReasons.BorrowedTogether));
        Assert.True(near.Single(hit => hit.Title.Id == quake.Id).Because.HasFlag(LikeReasons.RelatedTopic));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatWasShownBeforeLeadsToWhatIsNearWhereNothingMoreIsFound(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var (one, quake) = (Shelf.Title("Volcanoes", "Doe, A", ["Volcanoes", "Natural disasters"]), Shelf.Title("The ground shakes", "Poe, A", ["Earthquakes", "Natural disasters"]));
        await database.AddAsync([one, quake, .. Soups()]);
        var search = database.Services.GetRequiredService<ICatalogSearch>();

        var near = await search.RecommendAsync(new() { Found = [], SeenTitleIds = [one.Id], Near = new CatalogQuery { WithoutTitleIds = [one.Id] } }, default);

        Assert.Equal(["The ground shakes"], Names(near));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NotFiveOfOneAuthorUnlessTheyAreAskedFor(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await database.AddAsync([
            .. Enumerable.Range(1, 4).Select(number => Shelf.Title($"Frogs {number}", "Poe, " + number)),
            .. Enumerable.Range(1, 4).Select(number => Shelf.Title($"Frogs {number + 4}", "Doe, Ann"))]);

        Assert.Equal(1, (await RecommendAsync(database, "frogs", new() { Found = [], IsSpread = true })).Take(4).Count(hit => hit.Title.Contributors[0].Name == "Doe, Ann"));
        Assert.Equal(4, (await RecommendAsync(database, "frogs", new() { Found = [] })).Take(4).Count(hit => hit.Title.Contributors[0].Name == "Doe, Ann"));
    }

    private static async Task<IReadOnlyList<CatalogHit>> RecommendAsync(TestDatabase database, string text, RecommendationQuery query)
    {
        var search = database.Services.GetRequiredService<ICatalogSearch>();
        return await search.RecommendAsync(query with { Found = (await search.SearchAsync(new CatalogQuery { Text = text, Take = 30 }, default)).Hits }, default);
    }

    private static IEnumerable<string> Names(IEnumerable<CatalogHit> hits) => hits.Select(hit => hit.Title.TitleProper);

    // What is in half of a library tells nothing: there must be something else too.
    private static IEnumerable<Title> Soups() => Enumerable.Range(1, 12).Select(number => Shelf.Title($"Soup {number}", "Poe, D", ["Soups"], grades: (2, 4)));

    private static TitleAffinity Affinity(Title one, Title other) => new() { TitleId = one.Id, OtherTitleId = other.Id, Strength = 0.2 };

    private static async Task AddAsync(TestDatabase database, params object[] rows)
    {
        await using var context = database.NewContext();
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }
}
