using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class FilterTests(Shelf shelf) : IClassFixture<Shelf>
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FormatsAreAlternatives(DatabaseKind kind)
    {
        Assert.Equal(["Dog Man", "Dog Man unleashed"], await FindAsync(kind, new() { Text = "dog", Formats = [TitleFormat.GraphicNovel] }));
        Assert.Equal(
            ["Dog Man", "Dog Man unleashed", "Dogs"],
            await FindAsync(kind, new() { Text = "dog", Formats = [TitleFormat.GraphicNovel, TitleFormat.PictureBook] }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ABilingualTitlePassesForEachOfItsLanguages(DatabaseKind kind)
    {
        Assert.Contains("Los animales de la selva", await FindAsync(kind, new() { Languages = ["spa"] }));
        Assert.Contains("Los animales de la selva", await FindAsync(kind, new() { Languages = ["eng"] }));
        Assert.Equal(4, (await FindAsync(kind, new() { Languages = ["spa"], Take = 100 })).Count);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GradesMustOverlapAndTitlesWithoutAnyComeLast(DatabaseKind kind)
    {
        var found = await FindAsync(kind, new() { Text = "fiction", Grades = new(8, 9), Take = 100 });

        Assert.Contains("Hatchet", found);
        Assert.DoesNotContain("Dog Man", found);
        Assert.Equal("The hatchet man of Alder Creek", found[^1]);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ALexileRangeIsExactAtBothEnds(DatabaseKind kind)
    {
        Assert.Equal(["Charlotte's web", "The giver"], await FindAsync(kind, new() { Lexiles = new(680, 760) }));
        Assert.Equal(["The giver"], await FindAsync(kind, new() { Lexiles = new(681, 760) }));
        Assert.Equal(["Charlotte's web"], await FindAsync(kind, new() { Lexiles = new(int.MinValue, 759) }));
        Assert.Empty(await FindAsync(kind, new() { Lexiles = new(800, 700) }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PagesAreCountedExactlyAndATitleWithoutThemDoesNotPass(DatabaseKind kind)
    {
        Assert.Equal(["Dogs", "Un perro llamado Canelo", "Wolves"], await FindAsync(kind, new() { PagesAtMost = 32 }));
        Assert.Empty(await FindAsync(kind, new() { PagesAtMost = 31 }));
        Assert.Equal(["Brian's winter", "Hatchet"], await FindAsync(kind, new() { Author = "Paulsen", PagesAtLeast = 133 }));
        Assert.Equal(["The river"], await FindAsync(kind, new() { Text = "paulsen", PagesAtMost = 132, PagesAtLeast = 132 }));
        Assert.Empty(await FindAsync(kind, new() { PagesAtLeast = 100, PagesAtMost = 50 }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnlyWhatIsInNow(DatabaseKind kind)
    {
        Assert.Contains("Harry Potter and the chamber of secrets", await FindAsync(kind, new() { Text = "harry potter" }));
        Assert.DoesNotContain("Harry Potter and the chamber of secrets", await FindAsync(kind, new() { Text = "harry potter", AvailableNow = true }));
        Assert.Empty(await FindAsync(kind, new() { Text = "the giver", AvailableNow = true }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnlyWhatStandsThere(DatabaseKind kind)
    {
        Assert.Equal(["Dogs", "Wolves"], await FindAsync(kind, new() { Locations = ["Nonfiction"] }));
        Assert.Equal(["Dogs", "Un perro llamado Canelo", "Wolves"], await FindAsync(kind, new() { Locations = ["nonfiction", "ESPANOL"] }));
        Assert.Empty(await FindAsync(kind, new() { Locations = ["Nowhere' OR 1=1"] }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsUnwantedStaysOut(DatabaseKind kind)
    {
        Assert.Contains("Vampires in the attic", await FindAsync(kind, new() { Text = "funny" }));
        Assert.DoesNotContain("Vampires in the attic", await FindAsync(kind, new() { Text = "funny", Without = ["vampire"] }));
        Assert.DoesNotContain("Vampires in the attic", await FindAsync(kind, new() { Text = "funny", Without = ["zombies", "teeth"] }));
        Assert.Contains("Hatchet", await FindAsync(kind, new() { Text = "hatchet", Without = ["hatchet falcon"] }));
        Assert.Contains("Hatchet", await FindAsync(kind, new() { Text = "hatchet", Without = ["Paulsen"] }));
        Assert.Contains("Hatchet", await FindAsync(kind, new() { Text = "hatchet", Without = ["", "the", "!!"] }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FictionAwardAndSeriesNumberAreFilters(DatabaseKind kind)
    {
        Assert.DoesNotContain("Dogs", await FindAsync(kind, new() { Text = "dogs", Fiction = true }));
        Assert.Equal(["Hatchet", "My side of the mountain", "The giver"], await FindAsync(kind, new() { Award = "" }));
        Assert.Equal(["The giver"], await FindAsync(kind, new() { Award = "newbery medal" }));
        Assert.Equal(["The river"], await FindAsync(kind, new() { Text = "brian's saga", SeriesNumber = 2 }));
        Assert.Empty(await FindAsync(kind, new() { Text = "brian's saga", SeriesNumber = -5 }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PagesOfResultsFollowOneAnotherWithoutGapOrRepetition(DatabaseKind kind)
    {
        var all = (await shelf.FindAsync(kind, new() { Text = "fiction", Take = 100 })).Hits.Select(hit => hit.Title.Id).ToList();
        var pages = new List<int>();
        for (var more = true; more;)
        {
            var page = await shelf.FindAsync(kind, new() { Text = "fiction", Skip = pages.Count, Take = 3 });
            pages.AddRange(page.Hits.Select(hit => hit.Title.Id));
            more = page.HasMore;
        }

        Assert.True(all.Count > 6);
        Assert.Equal(all, pages);
        Assert.Empty(await FindAsync(kind, new() { Text = "fiction", Skip = int.MaxValue }));
        Assert.Empty(await FindAsync(kind, new() { Text = "fiction", Take = -1 }));
        Assert.DoesNotContain(all[0], (await shelf.FindAsync(kind, new() { Text = "fiction", WithoutTitleIds = [all[0]], Take = 100 }))
            .Hits.Select(hit => hit.Title.Id));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AHitBringsItsCopiesAndIsbns(DatabaseKind kind)
    {
        var title = (await shelf.FindAsync(kind, new() { TitleWords = "Hatchet", Author = "Paulsen" })).Hits[0].Title;

        Assert.Equal("Fiction", Assert.Single(title.Copies).Location);
        Assert.Equal("9781416936473", Assert.Single(title.Isbns).Isbn);
    }

    private async Task<IReadOnlyList<string>> FindAsync(DatabaseKind kind, CatalogQuery query)
    {
        var titles = await shelf.TitlesAsync(kind, query);
        return query.Text == "fiction" ? titles : [.. titles.Order(StringComparer.Ordinal)];
    }
}
