using System.Globalization;
using System.Text;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Lists;

/// <summary>The library's own lists and displays. Librarians make them; everybody may ask for those that are published.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock.</param>
public sealed class LibraryLists(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    /// <summary>The library's lists by name: the published ones, and for a librarian the others too.</summary>
    public async Task<IReadOnlyList<BookList>> AllAsync(Role role, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await Visible(context, role).AsNoTracking().OrderBy(list => list.NameKey).ToListAsync(cancellationToken);
    }

    /// <summary>One of the library's lists; null where there is none that they may see.</summary>
    public async Task<ListedTitles?> FindAsync(int listId, Role role, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await ListEntries.ReadAsync(context, Visible(context, role).Where(list => list.Id == listId), cancellationToken);
    }

    /// <summary>Begins a list; it is not published yet.</summary>
    public Task<ListOutcome> MakeAsync(string name, int personId, CancellationToken cancellationToken) => ChangeAsync(personId, async context =>
    {
        var key = KeyOf(name);
        if (key.Length == 0 || name.Trim().Length > BookList.LongestName)
        {
            return new ListOutcome.NoName();
        }

        if (await Library(context).AnyAsync(list => list.NameKey == key, cancellationToken))
        {
            return new ListOutcome.NameTaken();
        }

        context.BookLists.Add(new BookList { Name = name.Trim(), NameKey = key, CreatedAt = time.GetUtcNow() });
        return new ListOutcome.Done();
    }, cancellationToken);

    /// <summary>Gives a list another name.</summary>
    public Task<ListOutcome> RenameAsync(int listId, string name, int personId, CancellationToken cancellationToken) => ChangeAsync(personId, async context =>
    {
        var key = KeyOf(name);
        if (key.Length == 0 || name.Trim().Length > BookList.LongestName)
        {
            return new ListOutcome.NoName();
        }

        var list = await Library(context).SingleOrDefaultAsync(list => list.Id == listId, cancellationToken);
        if (list is null || await Library(context).AnyAsync(other => other.NameKey == key && other.Id != listId, cancellationToken))
        {
            return list is null ? new ListOutcome.NoSuchList() : new ListOutcome.NameTaken();
        }

        (list.Name, list.NameKey) = (name.Trim(), key);
        return new ListOutcome.Done();
    }, cancellationToken);

    /// <summary>Puts a title on a list.</summary>
    public Task<ListOutcome> AddAsync(int listId, int titleId, int personId, CancellationToken cancellationToken) => ChangeAsync(
        personId,
        async context => await Library(context).AnyAsync(list => list.Id == listId, cancellationToken)
            ? await ListEntries.AddAsync(context, listId, titleId, cancellationToken)
            : new ListOutcome.NoSuchList(),
        cancellationToken);

    /// <summary>Takes a title off a list.</summary>
    public Task<ListOutcome> RemoveAsync(int listId, int titleId, int personId, CancellationToken cancellationToken) => ChangeAsync(
        personId, context => ListEntries.RemoveAsync(context, Library(context).Where(list => list.Id == listId), titleId, cancellationToken), cancellationToken);

    /// <summary>Lets everybody ask for a list, or takes it back into work.</summary>
    public Task<ListOutcome> PublishAsync(int listId, bool isPublished, int personId, CancellationToken cancellationToken) => ChangeAsync(personId, async context =>
    {
        var list = await Library(context).SingleOrDefaultAsync(list => list.Id == listId, cancellationToken);
        if (list is null || list.PublishedAt is not null == isPublished)
        {
            return list is null ? new ListOutcome.NoSuchList() : new ListOutcome.NothingToDo();
        }

        list.PublishedAt = isPublished ? time.GetUtcNow() : null;
        return new ListOutcome.Done();
    }, cancellationToken);

    /// <summary>Does away with a list.</summary>
    public Task<ListOutcome> DeleteAsync(int listId, int personId, CancellationToken cancellationToken) => ChangeAsync(
        personId,
        async context => await Library(context).Where(list => list.Id == listId).ExecuteDeleteAsync(cancellationToken) > 0 ? new ListOutcome.Done() : new ListOutcome.NoSuchList(),
        cancellationToken);

    /// <summary>A name as it is compared: "The Summer Reading!" and "summer  reading" are one.</summary>
    public static string KeyOf(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                plain.Append(char.ToLowerInvariant(character));
            }
            else if (character is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        var key = plain.ToString().Trim();
        return key.Split(' ', 2) is ["the" or "a" or "an" or "el" or "la" or "los" or "las" or "un" or "una", var rest] ? rest : key;
    }

    // Only a librarian changes the library's lists, and the database is asked whether somebody is one.
    private async Task<ListOutcome> ChangeAsync(int personId, Func<LibraryContext, Task<ListOutcome>> change, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            // There are few lists and fewer who change them.
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE \"BookLists\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        }

        if (!await context.People.AnyAsync(person => person.Id == personId && person.Role == Role.Librarian, cancellationToken))
        {
            return new ListOutcome.NotAllowed();
        }

        var outcome = await change(context);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private static IQueryable<BookList> Library(LibraryContext context) => context.BookLists.Where(list => list.OwnerId == null);

    private static IQueryable<BookList> Visible(LibraryContext context, Role role) =>
        role == Role.Librarian ? Library(context) : Library(context).Where(list => list.PublishedAt != null);
}
