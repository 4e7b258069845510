using LibraryBot.Data.Catalog.Lists;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Catalog.Lists;

public sealed class ListTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ATitleIsOnAListOnceHoweverManyPutItThereAtOnce(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind);
        var lists = library.Services.GetRequiredService<ReadingLists>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => lists.AddAsync(1, 1, default))));

        Assert.Single(outcomes.OfType<ListOutcome.Done>());
        Assert.Equal(15, outcomes.OfType<ListOutcome.NothingToDo>().Count());
        Assert.Equal([1], (await lists.OfAsync(1, default))!.Titles.Select(title => title.Id));
        await using var context = library.NewContext();
        Assert.Equal(1, await context.BookLists.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AListIsItsOwnersAloneUntilItIsSharedAndAgainWhenItIsNot(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind);
        var lists = library.Services.GetRequiredService<ReadingLists>();
        await lists.AddAsync(1, 2, default);
        await lists.AddAsync(1, 1, default);
        Assert.Null(await lists.OfAsync(2, default));
        Assert.Null(await lists.ShareAsync(2, default));

        var code = (await lists.ShareAsync(1, default))!;
        Assert.Matches("^[a-hj-km-np-z2-9]{16}$", code);
        Assert.Equal(code, await lists.ShareAsync(1, default));
        Assert.Equal([2, 1], (await lists.SharedAsync(code.ToUpperInvariant(), default))!.Select(title => title.Id));
        Assert.Null(await lists.SharedAsync(code[..15], default));
        Assert.Null(await lists.SharedAsync(string.Empty, default));

        Assert.True(await lists.StopSharingAsync(1, default));
        Assert.False(await lists.StopSharingAsync(1, default));
        Assert.Null(await lists.SharedAsync(code, default));
        Assert.NotEqual(code, await lists.ShareAsync(1, default));
    }

    [Fact]
    public async Task WhatIsNotThereIsNotPutOnAListAndAListHasAnEnd()
    {
        await using var library = await WithPeopleAsync(DatabaseKind.Sqlite);
        var lists = library.Services.GetRequiredService<ReadingLists>();

        Assert.IsType<ListOutcome.NoSuchTitle>(await lists.AddAsync(1, 99, default));
        Assert.IsType<ListOutcome.NotAllowed>(await lists.AddAsync(3, 1, default));
        Assert.IsType<ListOutcome.NotAllowed>(await lists.AddAsync(99, 1, default));
        Assert.IsType<ListOutcome.NothingToDo>(await lists.RemoveAsync(1, 1, default));
        await lists.AddAsync(1, 1, default);
        Assert.IsType<ListOutcome.NothingToDo>(await lists.RemoveAsync(2, 1, default));
        Assert.IsType<ListOutcome.Done>(await lists.RemoveAsync(1, 1, default));
        await library.AddAsync([.. Enumerable.Range(0, BookList.MostTitles).Select(number => Some.Title($"Title {number}"))]);
        await using var context = library.NewContext();
        var ids = await context.Titles.Where(title => title.Id > 2).Select(title => title.Id).ToListAsync();
        var list = await context.BookLists.SingleAsync();
        context.BookListEntries.AddRange(ids.Select(id => new BookListEntry { ListId = list.Id, TitleId = id }));
        await context.SaveChangesAsync();

        Assert.Equal(new ListOutcome.Full(BookList.MostTitles), await lists.AddAsync(1, 1, default));
        Assert.Equal(BookList.MostTitles, await lists.ClearAsync(1, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnlyALibrarianMakesTheLibrarysListsAndOthersSeeThosePublished(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind);
        var lists = library.Services.GetRequiredService<LibraryLists>();

        Assert.IsType<ListOutcome.NotAllowed>(await lists.MakeAsync("Mine", 1, default));
        Assert.IsType<ListOutcome.Done>(await lists.MakeAsync("The Summer Reading!", 2, default));
        Assert.IsType<ListOutcome.NameTaken>(await lists.MakeAsync("summer  reading", 2, default));
        Assert.IsType<ListOutcome.NoName>(await lists.MakeAsync("!!!", 2, default));
        Assert.IsType<ListOutcome.NoName>(await lists.MakeAsync(new string('a', 81), 2, default));
        var list = Assert.Single(await lists.AllAsync(Role.Librarian, default));
        Assert.IsType<ListOutcome.NotAllowed>(await lists.AddAsync(list.Id, 1, 1, default));
        Assert.IsType<ListOutcome.Done>(await lists.AddAsync(list.Id, 1, 2, default));
        Assert.Empty(await lists.AllAsync(Role.Student, default));
        Assert.Null(await lists.FindAsync(list.Id, Role.Student, default));

        Assert.IsType<ListOutcome.Done>(await lists.PublishAsync(list.Id, isPublished: true, 2, default));
        Assert.IsType<ListOutcome.NothingToDo>(await lists.PublishAsync(list.Id, isPublished: true, 2, default));
        Assert.Equal([1], (await lists.FindAsync(list.Id, Role.Student, default))!.Titles.Select(title => title.Id));
        Assert.IsType<ListOutcome.Done>(await lists.RenameAsync(list.Id, "Winter reading", 2, default));
        Assert.IsType<ListOutcome.Done>(await lists.DeleteAsync(list.Id, 2, default));
        Assert.IsType<ListOutcome.NoSuchList>(await lists.AddAsync(list.Id, 1, 2, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ANameIsTakenOnceHoweverManyTakeItAtOnce(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind);
        var lists = library.Services.GetRequiredService<LibraryLists>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => lists.MakeAsync("Spooky", 2, default))));

        Assert.Single(outcomes.OfType<ListOutcome.Done>());
        Assert.Equal(11, outcomes.OfType<ListOutcome.NameTaken>().Count());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheDatabaseItselfRefusesWhatMustNotBe(DatabaseKind kind)
    {
        await using var library = await WithPeopleAsync(kind);
        BookList List(int? owner, string name) => new() { OwnerId = owner, Name = name, NameKey = name, CreatedAt = DateTimeOffset.UnixEpoch };
        await library.AddAsync(List(1, ""), List(null, "spooky"));

        await Assert.ThrowsAsync<DbUpdateException>(() => library.AddAsync(List(1, "")));
        await Assert.ThrowsAsync<DbUpdateException>(() => library.AddAsync(List(null, "spooky")));
        await Assert.ThrowsAsync<DbUpdateException>(() => library.AddAsync(List(null, "")));
        await Assert.ThrowsAsync<DbUpdateException>(async () =>
        {
            var published = List(2, "");
            published.PublishedAt = DateTimeOffset.UnixEpoch;
            await library.AddAsync(published);
        });
    }

    private static async Task<TestDatabase> WithPeopleAsync(DatabaseKind kind)
    {
        var database = await Databases.NewAsync(kind);
        await database.AddAsync(
            Some.Title("Hatchet"), Some.Title("Holes"),
            new Person { Key = "p1", DisplayName = "P", Role = Role.Student }, new Person { Key = "p2", DisplayName = "P", Role = Role.Librarian }, new Person { Key = "p3", DisplayName = "P", Role = Role.Visitor });
        return database;
    }
}
