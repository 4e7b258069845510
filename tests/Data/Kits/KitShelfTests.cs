using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Kits;

public sealed class KitShelfTests
{
    private static readonly KitRequest s_request = new() { Topics = ["ecosystems"], Grades = new GradeRange(5, 5), Students = 6 };

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ANameIsThereOnceHoweverManySaveAtOnce(DatabaseKind kind)
    {
        await using var library = await KitLibrary.NewAsync(kind);
        var kit = await library.Builder.BuildAsync(s_request, default);
        var shelf = new KitShelf(library.Database.Factory, TimeProvider.System);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => shelf.SaveAsync(library.Teacher, at % 2 == 0 ? "My  Kit" : "my kit", kit, replaces: false, default))));

        Assert.Single(outcomes.OfType<SaveKitOutcome.Saved>());
        Assert.Equal(7, outcomes.OfType<SaveKitOutcome.NameTaken>().Count());
        await using var context = library.Database.NewContext();
        Assert.Equal(kit.Titles.Count(), await context.UnitKitTitles.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AKitIsReplacedWholeAndAnotherPersonsIsNot(DatabaseKind kind)
    {
        await using var library = await KitLibrary.NewAsync(kind);
        var shelf = new KitShelf(library.Database.Factory, TimeProvider.System);
        var first = Assert.IsType<SaveKitOutcome.Saved>(await shelf.SaveAsync(library.Teacher, "Fall", await library.Builder.BuildAsync(s_request, default), false, default)).Kit;
        var smaller = await library.Builder.BuildAsync(s_request with { Students = 1 }, default);

        var again = Assert.IsType<SaveKitOutcome.Saved>(await shelf.SaveAsync(library.Teacher, "fall", smaller, replaces: true, default)).Kit;
        Assert.IsType<SaveKitOutcome.Saved>(await shelf.SaveAsync(library.Other, "Fall", smaller, false, default));

        Assert.Equal(first.Id, again.Id);
        await using var context = library.Database.NewContext();
        Assert.Equal(smaller.Titles.Count(), await context.UnitKitTitles.CountAsync(title => title.KitId == first.Id));
        Assert.Null(await shelf.FindAsync(library.Other, first.Id, default));
        Assert.False(await shelf.DeleteAsync(library.Other, first.Id, default));
        Assert.Equal(2, await context.UnitKits.CountAsync());
    }

    [Fact]
    public async Task OnlyStaffKeepKitsAndANameIsAName()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);
        var kit = await library.Builder.BuildAsync(s_request, default);
        var shelf = new KitShelf(library.Database.Factory, TimeProvider.System);

        Assert.IsType<SaveKitOutcome.NotAllowed>(await shelf.SaveAsync(library.Student, "Fall", kit, false, default));
        Assert.IsType<SaveKitOutcome.NotAllowed>(await shelf.SaveAsync(99_999, "Fall", kit, false, default));
        Assert.IsType<SaveKitOutcome.NotAName>(await shelf.SaveAsync(library.Teacher, "  ", kit, false, default));
        Assert.IsType<SaveKitOutcome.NotAName>(await shelf.SaveAsync(library.Teacher, new string('x', 101), kit, false, default));
    }

    [Fact]
    public async Task AKitIsFoundByPartOfItsNameWhereThatIsPlain()
    {
        await using var library = await KitLibrary.NewAsync(DatabaseKind.Sqlite);
        var kit = await library.Builder.BuildAsync(s_request, default);
        var shelf = new KitShelf(library.Database.Factory, TimeProvider.System);
        await shelf.SaveAsync(library.Teacher, "Ecosystems fall", kit, false, default);
        await shelf.SaveAsync(library.Teacher, "Ecosystems spring", kit, false, default);

        Assert.Equal("Ecosystems fall", (await shelf.FindAsync(library.Teacher, "FALL", default))?.Name);
        Assert.Null(await shelf.FindAsync(library.Teacher, "ecosystems", default));
        Assert.Null(await shelf.FindAsync(library.Teacher, "", default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ALinkOpensTheKitUntilItEndsOrIsWithdrawn(DatabaseKind kind)
    {
        await using var library = await KitLibrary.NewAsync(kind);
        var clock = new MovedClock(new DateTimeOffset(2026, 3, 3, 16, 0, 0, TimeSpan.Zero));
        var id = Assert.IsType<SaveKitOutcome.Saved>(
            await new KitShelf(library.Database.Factory, clock).SaveAsync(library.Teacher, "Fall", await library.Builder.BuildAsync(s_request, default), false, default)).Kit.Id;
        var links = new KitLinks(library.Database.Factory, clock);

        var shared = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => links.ShareAsync(library.Teacher, id, default))));
        var token = Assert.Single(shared.Select(share => share!.Token).Distinct());
        Assert.Equal(32, token.Length);
        Assert.Equal(id, (await links.OpenAsync(token, default))?.Id);
        Assert.Null(await links.ShareAsync(library.Other, id, default));
        Assert.False(await links.WithdrawAsync(library.Other, id, default));

        clock.Move(KitLinks.Lasts);
        Assert.Null(await links.OpenAsync(token, default));
        Assert.Equal(1, await links.DeleteEndedAsync(default));

        var second = await links.ShareAsync(library.Teacher, id, default);
        Assert.NotEqual(token, second!.Token);
        Assert.True(await links.WithdrawAsync(library.Teacher, id, default));
        Assert.Null(await links.OpenAsync(second.Token, default));
        Assert.Null(await links.OpenAsync("", default));
        Assert.Null(await links.OpenAsync(new string('a', 5000), default));
    }
}
