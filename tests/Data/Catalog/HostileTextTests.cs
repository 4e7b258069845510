using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class HostileTextTests(Shelf shelf) : IClassFixture<Shelf>
{
    // In one test each, since a lone surrogate cannot be part of a test's name.
    private static readonly string[] Texts =
    [
        "", " ", "\"", "\"\"\"", "*", "hat*", "NEAR(", "NEAR(a b, 2)", "-", "-hatchet", "hatchet -paulsen", "title:hatchet", "^hatchet",
        "AND", "OR NOT", "hatchet AND", "(((", ")", "'", "';--", "'); DROP TABLE \"Titles\";--", "a' & !b:*", "<->", "\\", "\\'", "%", "_",
        "\0", "hat\0chet", "\u0001\u0002\u001f", "\ud83d", "\udc00x", "hatchet\ud800", "😀😀😀", "👩‍👩‍👧‍👦", "مرحبا بالعالم", "\u202ehatchet\u202c",
        "שלום", "本を読む", "🇲🇽", "\u0301\u0301\u0301", "e\u0301\u0301\u0301", new('a', 100_000), new('"', 100_000), new('\u0301', 100_000),
        string.Concat(Enumerable.Repeat("hatchet ", 12_500)), string.Concat(Enumerable.Range(0, 20_000).Select(n => $"w{n} ")),
        string.Concat(Enumerable.Repeat("(\"", 50_000)), "{0}", "@match", "$1", "1e309", "١٢٣", "x'00'", "NULL", "ﬁ ﷺ ǆ", "İıſ",
        string.Concat(Enumerable.Repeat("9", 100_000)), string.Concat(Enumerable.Repeat("9-", 50_000)),
    ];

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnyTextIsSafeInEveryPartOfAQuery(DatabaseKind kind)
    {
        foreach (var text in Texts)
        {
            await shelf.FindAsync(kind, new() { Text = text });
            await shelf.FindAsync(kind, new() { TitleWords = text, Author = text });
            await shelf.FindAsync(kind, new() { Text = "fiction", Without = [text], Award = text, Languages = [text], Locations = [text] });
            await shelf.FindAsync(kind, new() { AnyOf = [[text, text], [text]], Grades = new(int.MinValue, int.MaxValue) });
        }
        Assert.NotEmpty(await shelf.TitlesAsync(kind, new() { Text = "hatchet" }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatLooksLikeSyntaxIsOnlyWords(DatabaseKind kind)
    {
        async Task<string?> First(string text) => (await shelf.TitlesAsync(kind, new() { Text = text })) is [var first, ..] ? first : null;

        Assert.Equal("Robert'); DROP TABLE \"Titles\";--", await First("Robert'); DROP TABLE \"Titles\";--"));
        Assert.Equal("NEAR(the \"star*\") -wars", await First("NEAR(the \"star*\") -wars"));
        Assert.Equal("Hatchet", await First("\"hatchet\" -"));
        Assert.Equal("Hatchet", await First("hatchet -paulsen"));
        Assert.Equal("Hatchet", await First("😀 hat\u0000 \u202ehatchet \ud83d"));
        Assert.Null(await First("hatch*"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnythingPrintableCanBeCataloguedAndFound(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await database.AddAsync(
            Shelf.Title("本を読む 😀 مرحبا", "שלום, דוד", summary: string.Concat(Enumerable.Repeat("very long words ", 10_000))),
            Shelf.Title("…!?", "-", series: "*"),
            Shelf.Title(new string('q', 50_000)));
        var search = (ICatalogSearch)database.Services.GetService(typeof(ICatalogSearch))!;

        Assert.Single((await search.SearchAsync(new() { Text = "読む" }, default)).Hits);
        Assert.Single((await search.SearchAsync(new() { Text = "مرحبا" }, default)).Hits);
        Assert.Single((await search.SearchAsync(new() { Author = "דוד" }, default)).Hits);
    }
}
