using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class MoreLikeTests(Shelf shelf) : IClassFixture<Shelf>
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheNextOfTheSeriesComesFirstThenWhatIsNotOfTheSameHand(DatabaseKind kind)
    {
        var like = await LikeAsync(kind, "Hatchet");

        Assert.Equal(["The river", "My side of the mountain", "Brian's winter"], like.Take(3));
        Assert.DoesNotContain("Hatchet", like);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ItsFiltersHold(DatabaseKind kind)
    {
        Assert.Equal(["My side of the mountain"], (await LikeAsync(kind, "Hatchet", new() { Award = "newbery", PagesAtMost = 190 })).Take(2));
        Assert.Empty(await LikeAsync(kind, "Hatchet", new() { Languages = ["spa"] }));
        Assert.DoesNotContain("Vampires in the attic", await LikeAsync(kind, "The adventures of Captain Underpants", new() { Without = ["vampires"] }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfNoTitleThereIsNothingLikeIt(DatabaseKind kind) =>
        Assert.Empty((await (await shelf.SearchAsync(kind)).MoreLikeAsync(int.MaxValue, new(), default)).Hits);

    private async Task<IReadOnlyList<string>> LikeAsync(DatabaseKind kind, string title, CatalogQuery? filters = null)
    {
        var found = await shelf.FindAsync(kind, new() { TitleWords = title });
        var like = await (await shelf.SearchAsync(kind)).MoreLikeAsync(found.Hits[0].Title.Id, filters ?? new(), default);
        return [.. like.Hits.Select(hit => hit.Title.TitleProper)];
    }
}
