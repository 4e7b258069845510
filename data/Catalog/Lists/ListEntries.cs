using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Lists;

/// <summary>What is the same for a person's own list and the library's: putting on, taking off, reading.</summary>
internal static class ListEntries
{
    /// <summary>Puts a title on a list, in the transaction the context is in, whose list is locked.</summary>
    public static async Task<ListOutcome> AddAsync(LibraryContext context, int listId, int titleId, CancellationToken cancellationToken)
    {
        if (!await context.Titles.AnyAsync(title => title.Id == titleId && title.WithdrawnAt == null, cancellationToken))
        {
            return new ListOutcome.NoSuchTitle();
        }

        var entries = context.BookListEntries.Where(entry => entry.ListId == listId);
        if (await entries.AnyAsync(entry => entry.TitleId == titleId, cancellationToken))
        {
            return new ListOutcome.NothingToDo();
        }

        if (await entries.CountAsync(cancellationToken) >= BookList.MostTitles)
        {
            return new ListOutcome.Full(BookList.MostTitles);
        }

        context.BookListEntries.Add(new BookListEntry { ListId = listId, TitleId = titleId });
        await context.SaveChangesAsync(cancellationToken);
        return new ListOutcome.Done();
    }

    /// <summary>Takes a title off a list.</summary>
    public static async Task<ListOutcome> RemoveAsync(LibraryContext context, IQueryable<BookList> lists, int titleId, CancellationToken cancellationToken) =>
        await context.BookListEntries.Where(entry => entry.TitleId == titleId && lists.Any(list => list.Id == entry.ListId)).ExecuteDeleteAsync(cancellationToken) > 0
            ? new ListOutcome.Done()
            : new ListOutcome.NothingToDo();

    /// <summary>Reads a list; null where there is none.</summary>
    public static async Task<ListedTitles?> ReadAsync(LibraryContext context, IQueryable<BookList> lists, CancellationToken cancellationToken)
    {
        if (await lists.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } list)
        {
            return null;
        }

        var ids = await context.BookListEntries.Where(entry => entry.ListId == list.Id).OrderBy(entry => entry.Id).Select(entry => entry.TitleId).ToListAsync(cancellationToken);
        return new ListedTitles(list, [.. (await context.TitlesByIdAsync(ids, cancellationToken)).Where(title => title.WithdrawnAt is null)]);
    }
}
