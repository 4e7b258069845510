using System.Globalization;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using LibraryBot.Data.Sample;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Sample;

public sealed class SampleLibraryTests
{
    private static readonly LibraryProfile Profile = LibraryProfile.LoadSample();

    // 22:30 on 14 October in Chicago, when it is the 15th already in UTC.
    private static readonly FixedClock Clock = new("2026-10-15T03:30Z");

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EverythingInTheFilesIsLoaded(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);

        Assert.True(await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default));

        await using var context = database.NewContext();
        Assert.Equal(Rows("titles.csv"), await context.Titles.CountAsync());
        Assert.Equal(Rows("copies.csv"), await context.Copies.CountAsync());
        Assert.Equal(Rows("people.csv"), await context.People.CountAsync());
        Assert.Equal(Rows("holds.csv"), await context.Holds.CountAsync());
        Assert.True((await CatalogIndex.CheckAsync(context, default)).IsComplete);
        Assert.Empty(await context.ImportRuns.ToListAsync());
        Assert.All(await context.Titles.ToListAsync(), title => Assert.Empty(title.ImportWarnings));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task LoadingTwiceLoadsOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default);

        Assert.False(await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default));

        await using var context = database.NewContext();
        Assert.Equal(Rows("titles.csv"), await context.Titles.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoThatStartAtOnceLoadOnce(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);

        var loaded = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default))));

        Assert.Single(loaded, each => each);
        await using var context = database.NewContext();
        Assert.Equal(Rows("copies.csv"), await context.Copies.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PeopleWhoAreThereAlreadyStayAsTheyAre(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await database.AddAsync(new Person { Key = "teacher", DisplayName = "Somebody else", Role = Role.Teacher });

        await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default);

        await using var context = database.NewContext();
        Assert.Equal("Somebody else", (await context.People.SingleAsync(person => person.Key == "teacher")).DisplayName);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ALibraryWithTitlesOfItsOwnIsLeftAlone(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await database.AddAsync(new Title { Key = "own", TitleProper = "Our own", SortTitle = "our own" });

        Assert.False(await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default));

        await using var context = database.NewContext();
        Assert.Empty(await context.People.ToListAsync());
    }

    [Fact]
    public async Task DueDatesCountFromTheSchoolsToday()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default);

        await using var context = database.NewContext();
        var due = await context.Copies.Where(copy => copy.DueOn != null).Select(copy => copy.DueOn!.Value).ToListAsync();
        Assert.Equal(new DateOnly(2026, 10, 14).AddDays(-12), due.Min());
        Assert.Equal(new DateOnly(2026, 10, 14).AddDays(20), due.Max());
    }

    [Fact]
    public async Task ATitleIsLoadedWithAllItSays()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default);

        await using var context = database.NewContext();
        var hatchet = await context.Titles.Include(title => title.Isbns).Include(title => title.Copies).SingleAsync(title => title.Key == "hatchet");
        Assert.Equal(new Contributor("Paulsen, Gary", "author"), Assert.Single(hatchet.Contributors));
        Assert.Equal((1987, "FIC PAU", 1020, TitleFormat.Book), (hatchet.Year, hatchet.CallNumber, hatchet.Lexile, hatchet.Format));
        Assert.Equal((5, 8), (hatchet.GradeLow, hatchet.GradeHigh));
        Assert.Equal("9780027701302", Assert.Single(hatchet.Isbns).Isbn);
        Assert.Equal(["Newbery Honor, 1988"], hatchet.Awards);
        Assert.Equal(Clock.GetUtcNow(), hatchet.AddedAt);
        Assert.Contains(hatchet.Copies, copy => copy.Status == CopyStatus.Available && copy.Location == "Fiction");
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatChildrenAskForIsFound(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await SampleLibrary.LoadAsync(database.Factory, Profile, Clock, default);
        var search = database.Services.GetRequiredService<ICatalogSearch>();

        foreach (var (asked, found) in new[]
        {
            ("hatchet", "hatchet"), ("dog man", "dog-man"), ("harry potter sorcerers stone", "harry-potter-and-the-sorcerers-stone"),
            ("diary of a wimpy kid", "diary-of-a-wimpy-kid"), ("wings of fire dragonet prophecy", "the-dragonet-prophecy"), ("el deafo", "el-deafo"),
            ("charlottes web", "charlottes-web"), ("esperanza renace", "esperanza-renace"), ("donde viven los monstruos", "donde-viven-los-monstruos"),
        })
        {
            var results = await search.SearchAsync(new CatalogQuery { Text = asked, Take = 3 }, default);
            Assert.Contains(results.Hits, hit => hit.Title.Key == found);
        }
    }

    private static int Rows(string file)
    {
        using var csv = new CsvHelper.CsvReader(new StreamReader(SampleFiles.Open(file)), CultureInfo.InvariantCulture);
        return csv.GetRecords<dynamic>().Count();
    }

    private sealed class FixedClock(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).ToUniversalTime();
    }
}
