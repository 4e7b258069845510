using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Catalog;

public sealed class RankingTests(Shelf shelf) : IClassFixture<Shelf>
{
    /// <summary>What is typed, and the title that must come first, on every database.</summary>
    public static TheoryData<DatabaseKind, string, string> Asked => Cases(
        ("Hatchet", "Hatchet"),
        ("the hatchet", "Hatchet"),
        ("HATCHET!!", "Hatchet"),
        ("hatchet gary paulsen", "Hatchet"),
        ("paulsen hatchet", "Hatchet"),
        ("hatchet man", "The hatchet man of Alder Creek"),
        ("dogs", "Dogs"),
        ("dog", "Dogs"),
        ("wolf", "Wolves"),
        ("wolves", "Wolves"),
        ("charlotte's web", "Charlotte's web"),
        ("charlottes web", "Charlotte's web"),
        ("charlotte web", "Charlotte's web"),
        ("web charlotte", "Charlotte's web"),
        ("dog man", "Dog Man"),
        ("dogman", "Dog Man"),
        ("dog-man", "Dog Man"),
        ("spider man", "Spiderman, the first comic"),
        ("the giver", "The giver"),
        ("giver", "The giver"),
        ("it", "It"),
        ("harry potter", "Harry Potter and the sorcerer's stone"),
        ("harry potter 2", "Harry Potter and the chamber of secrets"),
        ("potter chamber", "Harry Potter and the chamber of secrets"),
        ("magic tree house", "Dinosaurs before dark"),
        ("eb white", "Charlotte's web"),
        ("e.b. white", "Charlotte's web"),
        ("mexico", "México: tierra de volcanes"),
        ("MÉXICO volcan", "México: tierra de volcanes"),
        ("perros", "Un perro llamado Canelo"),
        ("el perro", "Un perro llamado Canelo"),
        ("animal de la selva", "Los animales de la selva"),
        ("pez", "Los animales de la selva"),
        ("jose nunez", "México: tierra de volcanes"),
        ("9781416936473", "Hatchet"),
        ("978-1-4169-3647-3", "Hatchet"),
        ("1416936475", "Hatchet"),
        ("1-4169-3647-5", "Hatchet"),
        ("isbn 1416936475 please", "Hatchet"));

    /// <summary>As children spell, in English and Spanish.</summary>
    public static TheoryData<DatabaseKind, string, string> Misspelt => Cases(
        ("harry poter", "Harry Potter and the sorcerer's stone"),
        ("hary poter", "Harry Potter and the sorcerer's stone"),
        ("captin underpants", "The adventures of Captain Underpants"),
        ("captian underpants", "The adventures of Captain Underpants"),
        ("capten underpance", "The adventures of Captain Underpants"),
        ("hachet", "Hatchet"),
        ("hatchit", "Hatchet"),
        ("htachet", "Hatchet"),
        ("dinasors", "Dinosaurs before dark"),
        ("dinosors befor dark", "Dinosaurs before dark"),
        ("elefants", "Elephants can remember"),
        ("sharlot web", "Charlotte's web"),
        ("charlot's web", "Charlotte's web"),
        ("wolfs", "Wolves"),
        ("pero llamado canelo", "Un perro llamado Canelo"),
        ("bolcanes de mejico", "México: tierra de volcanes"),
        ("animales de la celva", "Los animales de la selva"),
        ("hatchet garry paulson", "Hatchet"));

    [SkippableTheory, MemberData(nameof(Asked)), MemberData(nameof(Misspelt))]
    public async Task WhatWasMeantComesFirst(DatabaseKind kind, string asked, string expected)
    {
        var found = await shelf.TitlesAsync(kind, new() { Text = asked });

        Assert.Equal([expected], found.Take(1));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TitlesComeBeforeSubjectsBeforeSummaries(DatabaseKind kind)
    {
        Assert.Equal(
            ["Hatchet", "The hatchet man of Alder Creek", "My side of the mountain"],
            await shelf.TitlesAsync(kind, new() { Text = "hatchet" }));
        Assert.Equal(["Wolves", "Julie of the forest"], await shelf.TitlesAsync(kind, new() { Text = "wolf" }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheCorrectionIsTold(DatabaseKind kind)
    {
        Assert.Equal("harry potter", (await shelf.FindAsync(kind, new() { Text = "harry poter" })).CorrectedText);
        Assert.Null((await shelf.FindAsync(kind, new() { Text = "harry potter" })).CorrectedText);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AKnownWordIsNotCorrectedBecauseAFilterLeavesNothing(DatabaseKind kind) => Assert.Empty(
        await shelf.TitlesAsync(kind, new() { Text = "hatchet", Languages = ["spa"] }));

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhereNothingHasAllTheWordsMostWillDo(DatabaseKind kind)
    {
        var found = await shelf.FindAsync(kind, new() { Text = "wizard school quidditch" });

        Assert.All(found.Hits, hit => Assert.True(hit.IsPartial));
        Assert.Equal("Harry Potter and the chamber of secrets", found.Hits[0].Title.TitleProper);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsNotThereIsNotMadeUp(DatabaseKind kind)
    {
        Assert.Empty(await shelf.TitlesAsync(kind, new() { Text = "quantum chromodynamics" }));
        Assert.Empty(await shelf.TitlesAsync(kind, new() { Text = "horse" }));
        Assert.Empty(await shelf.TitlesAsync(kind, new() { TitleWords = "Matilda" }));
        Assert.Empty(await shelf.TitlesAsync(kind, new() { Text = "9780000000002" }));
        Assert.Empty(await shelf.TitlesAsync(kind, new()));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ItSaysWhereTheWordsWereFound(DatabaseKind kind)
    {
        async Task<MatchedIn> Where(string text) => (await shelf.FindAsync(kind, new() { Text = text })).Hits[0].Matched;

        Assert.Equal(MatchedIn.Title, await Where("hatchet"));
        Assert.Equal(MatchedIn.Contributor, await Where("paulsen"));
        Assert.Equal(MatchedIn.Title | MatchedIn.Contributor, await Where("hatchet paulsen"));
        Assert.Equal(MatchedIn.Subject, await Where("dystopias"));
        Assert.Equal(MatchedIn.Summary, await Where("hypnotize"));
        Assert.Equal(MatchedIn.Isbn, await Where("9781416936473"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AuthorAndTitleAreEachLookedForInTheirOwnPlace(DatabaseKind kind)
    {
        Assert.Equal(
            ["Brian's winter", "Hatchet", "The river"],
            (await shelf.TitlesAsync(kind, new() { Author = "Gary Paulsen" })).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await shelf.TitlesAsync(kind, new() { Author = "paulsen, garry" })).Count);
        Assert.Equal("Hatchet", Assert.Single(await shelf.TitlesAsync(kind, new() { TitleWords = "hatchit", Author = "Paulsen" })));
        Assert.Empty(await shelf.TitlesAsync(kind, new() { TitleWords = "Paulsen" }));
        Assert.Empty(await shelf.TitlesAsync(kind, new() { Author = "Hatchet" }));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task MoreOfTheSynonymGroupsRankHigher(DatabaseKind kind)
    {
        var found = await shelf.FindAsync(kind, new() { AnyOf = [["funny", "humorous", "humor"], ["dog", "perro"], ["graphic novel", "comics"]] });

        Assert.Equal("Dog Man", found.Hits[0].Title.TitleProper);
        Assert.False(found.Hits[0].IsPartial);
        var some = await shelf.FindAsync(kind, new() { AnyOf = [["funny", "humorous"], ["opera"]] });
        Assert.NotEmpty(some.Hits);
        Assert.All(some.Hits, hit => Assert.True(hit.IsPartial));
    }

    private static TheoryData<DatabaseKind, string, string> Cases(params (string Asked, string Expected)[] cases)
    {
        var data = new TheoryData<DatabaseKind, string, string>();
        foreach (var (asked, expected) in cases)
        {
            data.Add(DatabaseKind.Sqlite, asked, expected);
            data.Add(DatabaseKind.Postgres, asked, expected);
        }
        return data;
    }
}
