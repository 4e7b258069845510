using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Kits;

public sealed class KitBuilderTests
{
    private static readonly KitRequest s_fifth = new() { Topics = ["ecosystems"], Grades = new GradeRange(5, 5), Students = 6 };

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AKitHasCopiesEnoughForTheClassAndItsGroups(DatabaseKind kind)
    {
        await using var library = await KitLibrary.NewAsync(kind);

        var kit = await library.Builder.BuildAsync(s_fifth with { Students = 8, Groups = [new KitGroup(2, Grade: 2), new KitGroup(1, Language: "spa")] }, default);

        Assert.Equal(
            ["Class 5/5", "Group 2/2", "Group 1/1", "Together 1/0", "Online 0/0", "Teacher 1/0"],
            kit.Sections.Select(section => $"{section.Part} {section.Copies}/{section.Needed}"));
        Assert.Empty(kit.Gaps);
        Assert.All(kit.Sections[1].Titles, title => Assert.InRange(2, title.Title.GradeLow!.Value, title.Title.GradeHigh!.Value));
        Assert.Equal(["El estanque vivo"], kit.Sections[2].Titles.Select(title => title.Title.TitleProper));
        Assert.Equal("Planet of Life", kit.Sections[3].Titles.Single().Title.TitleProper);
        Assert.Equal("Ecosystems Online", kit.Sections[4].Titles.Single().Title.TitleProper);
        Assert.DoesNotContain(kit.Titles, title => title.Title.TitleProper is "Soccer" or "College Ecology");
        Assert.Equal(["Science", "Encyclopedia", "Enciclopedia"], kit.Databases.Select(database => database.Name));
    }

    [Fact]
    public async Task WhatThereIsTooLittleOfIsSaidAndNothingIsMadeUp()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);

        var kit = await library.Builder.BuildAsync(s_fifth with { Students = 30, Groups = [new KitGroup(4, Language: "spa")], Formats = [TitleFormat.Braille] }, default);

        Assert.Equal((26, 8), (kit.Sections[0].Needed, kit.Sections[0].Copies - Near(kit.Sections[0])));
        var few = kit.Gaps.OfType<KitGap.TooFewCopies>().ToList();
        Assert.Equal(new[] { KitPart.Class, KitPart.Group }, few.Select(gap => gap.Section.Part));
        Assert.Equal((1, 4), (few[1].Section.Copies, few[1].Section.Needed));
        Assert.Contains(new KitGap.NoFormat(TitleFormat.Braille), kit.Gaps);
    }

    [Fact]
    public async Task WhatIsInComesBeforeWhatIsOutAndWhatIsOutSaysWhenItIsBack()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);

        var six = await library.Builder.BuildAsync(s_fifth, default);
        var eight = await library.Builder.BuildAsync(s_fifth with { Students = 10 }, default);

        Assert.DoesNotContain(six.Sections[0].Titles, title => title.Title.TitleProper == "Wolves Return");
        var wolves = eight.Sections[0].Titles.Single(title => title.Title.TitleProper == "Wolves Return");
        Assert.Equal((2, 0, new DateOnly(2026, 3, 11)), (wolves.Copies, wolves.In, wolves.BackOn));
    }

    [Fact]
    public async Task ACopySomebodyWaitsForIsNotIn()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);
        await using (var context = library.Database.NewContext())
        {
            var pond = context.Titles.Single(title => title.TitleProper == "The Living Pond");
            context.Holds.Add(new Hold { TitleId = pond.Id, PersonId = library.Student, PlacedAt = DateTimeOffset.UnixEpoch, Status = HoldStatus.Waiting });
            await context.SaveChangesAsync();
        }

        var kit = await library.Builder.BuildAsync(s_fifth with { Students = 5 }, default);

        Assert.DoesNotContain(kit.Sections[0].Titles, title => title.Title.TitleProper == "The Living Pond");
    }

    [Fact]
    public async Task AGroupIsServedBeforeTheClassTakesItsTitles()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite, KitLibrary.Book("For Everybody", "Yew, Yan", (2, 6), 1));

        var kit = await library.Builder.BuildAsync(s_fifth with { Students = 20, Groups = [new KitGroup(4, Grade: 2)] }, default);

        Assert.Equal(4, kit.Sections.Single(section => section.Part == KitPart.Group).Copies);
        Assert.Single(kit.Titles, title => title.Title.TitleProper == "For Everybody" && title.Copies > 0);
    }

    [Fact]
    public async Task ALexileMeasureDecidesHowAGroupReads()
    {
        await using var library = await KitLibrary.NewAsync(
            DatabaseKind.Sqlite,
            KitLibrary.Book("Easy for Big Kids", "Yew, Yan", (5, 8), 4, lexile: 500),
            KitLibrary.Book("Hard for Small Kids", "Zinn, Zoe", (2, 2), 4, lexile: 950));

        var kit = await library.Builder.BuildAsync(s_fifth with { Students = 20, Groups = [new KitGroup(7, Grade: 2)] }, default);

        var group = kit.Sections.Single(section => section.Part == KitPart.Group).Titles.Select(title => title.Title.TitleProper).ToList();
        Assert.Contains("Easy for Big Kids", group);
        Assert.DoesNotContain("Hard for Small Kids", group);
    }

    [Theory]
    [InlineData("ecosystems")]
    [InlineData("ecosistemas")]
    [InlineData("Ecosystem")]
    public async Task ATopicIsFoundInEitherLanguage(string topic)
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);

        var kit = await library.Builder.BuildAsync(s_fifth with { Topics = [topic], Groups = [new KitGroup(1, Language: "spa")] }, default);

        Assert.Equal((5, 1), (kit.Sections[0].Copies, kit.Sections[1].Copies));
    }

    [Fact]
    public async Task AMisspeltTopicIsPutRightAndSaid()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);

        var kit = await library.Builder.BuildAsync(s_fifth with { Topics = ["ecosistems"] }, default);

        Assert.Equal("ecosystems", kit.CorrectedTopic);
        Assert.Equal(6, kit.Sections[0].Copies);
    }

    [Fact]
    public async Task WithoutANumberOfStudentsNoCopiesAreCounted()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);

        var kit = await library.Builder.BuildAsync(s_fifth with { Students = null }, default);

        Assert.Equal(0, kit.Sections[0].Needed);
        Assert.All(kit.Sections[0].Titles, title => Assert.Equal(1, title.Copies));
        Assert.Empty(kit.Gaps);
    }

    [Fact]
    public async Task WhatTheTeacherPutsInIsInAndWhatSheTakesOutIsOut()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);
        var before = await library.Builder.BuildAsync(s_fifth, default);
        await using var context = library.Database.NewContext();
        var soccer = context.Titles.Single(title => title.TitleProper == "Soccer").Id;

        var kit = await library.Builder.BuildAsync(s_fifth with { WithTitleIds = [soccer], WithoutTitleIds = [before.Sections[0].Titles[0].Title.Id] }, default);

        Assert.Equal(soccer, kit.Sections[0].Titles[0].Title.Id);
        Assert.True(kit.Sections[0].Titles[0].Score.IsByHand);
        Assert.DoesNotContain(kit.Titles, title => title.Title.Id == before.Sections[0].Titles[0].Title.Id);
    }

    [Fact]
    public async Task TheTeacherHasACopyOfWhatTheClassReads()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);

        var kit = await library.Builder.BuildAsync(s_fifth with { Students = 4 }, default);

        var teachers = kit.Sections.Single(section => section.Part == KitPart.Teacher).Titles.Single();
        Assert.Equal((1, 1), (teachers.Copies, teachers.In));
        Assert.Contains(kit.Sections[0].Titles, title => title.Title.Id == teachers.Title.Id && title.Copies < title.Title.Copies.Count);
    }

    [Fact]
    public async Task AStandardBringsItsTopicsAndItsGradeAndAnUnknownOneIsSaid()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);
        await library.Database.AddAsync(new Standard { Code = "5-LS2-1", Key = "5LS21", GradeLow = 5, GradeHigh = 5, Subject = "Science", Text = "Matter moves.", Topics = ["ecosystems"] });

        var kit = await library.Builder.BuildAsync(new KitRequest { Standards = ["5.ls2.1", "XY-9"], Students = 6 }, default);

        Assert.Equal(("5-LS2-1", new GradeRange(5, 5), 6), (kit.Standards.Single().Code, kit.Request.Grades, kit.Sections[0].Copies));
        Assert.Equal([new KitGap.UnknownStandard("XY-9")], kit.Gaps);
    }

    [Fact]
    public async Task AKitThatWasKeptOpensWithItsTitlesAndTodaysCopies()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);
        var kit = await library.Builder.BuildAsync(s_fifth with { Students = 7, Groups = [new KitGroup(1, Language: "spa")] }, default);
        var saved = Assert.IsType<SaveKitOutcome.Saved>(await new KitShelf(library.Database.Factory, TimeProvider.System).SaveAsync(library.Teacher, "Fall", kit, false, default)).Kit;
        await using (var context = library.Database.NewContext())
        {
            context.Titles.Single(title => title.TitleProper == "The Living Pond").WithdrawnAt = DateTimeOffset.UnixEpoch;
            var copies = context.Copies.Where(copy => context.Titles.Any(title => title.Id == copy.TitleId && title.TitleProper == "Food Webs")).ToList();
            copies.ForEach(copy => copy.Status = CopyStatus.CheckedOut);
            await context.SaveChangesAsync();
        }

        var opened = await new KeptKits(library.Database.Factory, library.Standards, library.Profile).OpenAsync(saved, default);

        Assert.Equal(kit.Sections.Select(section => section.Part), opened.Sections.Select(section => section.Part));
        Assert.Contains(new KitGap.NoLongerOwned("The Living Pond"), opened.Gaps);
        Assert.Contains(opened.Gaps, gap => gap is KitGap.TooFewCopies { Section: { Part: KitPart.Class, Copies: 5, Needed: 6 } });
        Assert.Equal((2, 0), opened.Sections[0].Titles.Where(title => title.Title.TitleProper == "Food Webs").Select(title => (title.Copies, title.In)).Single());
    }

    [Fact]
    public async Task NoRequestIsTooStrange()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);
        KitRequest[] strange =
        [
            new(),
            new KitRequest { Topics = ["", "\0", new string('x', 10_000), "' OR 1=1 --", "🦈"], Students = int.MaxValue, Grades = new GradeRange(99, -99), Harder = 1000 },
            s_fifth with { Students = -5, Groups = [.. Enumerable.Repeat(new KitGroup(int.MaxValue, 900, "SPANISH"), 50)] },
            s_fifth with { Students = 2, Groups = [new KitGroup(5, Language: "spa")] },
            s_fifth with { WithTitleIds = [-1, 0, int.MaxValue], WithoutTitleIds = [.. Enumerable.Range(0, 5000)] },
        ];

        foreach (var request in strange)
        {
            var kit = await library.Builder.BuildAsync(request, default);
            Assert.All(kit.Titles, title => Assert.InRange(title.In, 0, title.Copies));
            Assert.All(kit.Titles.Where(title => title.Copies > 0).GroupBy(title => title.Title.Id), same => Assert.True(same.Sum(title => title.Copies) <= same.First().Title.Copies.Count));
        }
    }

    private static int Near(KitSection section) => section.Titles.Where(title => title.Score.IsNearLevel).Sum(title => title.Copies);
}
