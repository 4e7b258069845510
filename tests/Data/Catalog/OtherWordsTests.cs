using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class OtherWordsTests
{
    private static readonly Dictionary<string, OtherWords> Bees = new() { ["abejas"] = new(["bee", "bees"], ["honey"]) };

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AWordIsMetByItsOtherWordsTheTypedOneFirstAndTheNarrowerLast(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);

        Assert.Equal(["Las abejas", "Bees", "Honey"], await TitlesAsync(database, new() { Text = "abejas", OtherWords = Bees }));
        Assert.Equal(["Las abejas"], await TitlesAsync(database, new() { Text = "abejas" }));
        Assert.Equal(["Las abejas"], await TitlesAsync(database, new() { Text = "abejas", OtherWords = new Dictionary<string, OtherWords> { ["ABEJAS"] = OtherWords.None } }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatHasSomeOfTheWordsComesLastWhereAskedFor(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);

        Assert.Equal(["Red bears dance"], await TitlesAsync(database, new() { Text = "red bears dance" }));
        var hits = (await database.Services.GetRequiredService<ICatalogSearch>().SearchAsync(new() { Text = "red bears dance", AlsoSome = true }, default)).Hits;
        Assert.Equal(["Red bears dance", "Red bears"], hits.Select(hit => hit.Title.TitleProper));
        Assert.Equal([false, true], hits.Select(hit => hit.IsPartial));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ABilingualTitleIsInEachLanguage(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);

        Assert.Equal(["Koi pond", "Koi estanque", "Koi y estanque"], (await TitlesAsync(database, new() { Text = "koi", Languages = ["eng", "spa"] })).OrderBy(title => title.Length));
        Assert.Equal(["Koi y estanque"], await TitlesAsync(database, new() { Text = "koi", Languages = ["eng", "spa"], InEachLanguage = true }));
        Assert.Equal(["Koi y estanque"], await TitlesAsync(database, new() { Languages = ["eng", "spa"], InEachLanguage = true }));
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await Databases.NewAsync(kind);
        await database.AddAsync([
            Shelf.Title("Bees"), Shelf.Title("Honey"), Shelf.Title("Las abejas", language: "spa"), Shelf.Title("Red bears dance"), Shelf.Title("Red bears"),
            Shelf.Title("Koi pond"), Shelf.Title("Koi estanque", language: "spa"), Shelf.Title("Koi y estanque", language: "eng spa")]);
        return database;
    }

    private static async Task<IEnumerable<string>> TitlesAsync(TestDatabase database, CatalogQuery query) =>
        (await database.Services.GetRequiredService<ICatalogSearch>().SearchAsync(query, default)).Hits.Select(hit => hit.Title.TitleProper);
}
