using System.Security.Cryptography;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Lists;

/// <summary>People's own lists. Each is its owner's alone, but for who has the code with which it is shared, as long as it is.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">Says when a list was begun.</param>
public sealed class ReadingLists(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    // Letters and digits that nobody takes for each other, read aloud or from a screen: sixteen of thirty-one are 79 bits.
    private const string CodeLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int CodeLength = 16;

    /// <summary>Puts a title on a person's list, which is begun with the first.</summary>
    public async Task<ListOutcome> AddAsync(int personId, int titleId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync("People", [personId], cancellationToken);
        if (!await context.People.AnyAsync(person => person.Id == personId && person.Role != Role.Visitor, cancellationToken))
        {
            return new ListOutcome.NotAllowed();
        }

        var list = await Of(context, personId).SingleOrDefaultAsync(cancellationToken);
        if (list is null)
        {
            list = new BookList { OwnerId = personId, Name = string.Empty, NameKey = string.Empty, CreatedAt = time.GetUtcNow() };
            context.BookLists.Add(list);
            await context.SaveChangesAsync(cancellationToken);
        }

        var outcome = await ListEntries.AddAsync(context, list.Id, titleId, cancellationToken);
        if (outcome is ListOutcome.Done)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>Takes a title off a person's list.</summary>
    public async Task<ListOutcome> RemoveAsync(int personId, int titleId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await ListEntries.RemoveAsync(context, Of(context, personId), titleId, cancellationToken);
    }

    /// <summary>Takes everything off a person's list.</summary>
    /// <returns>How many titles that was.</returns>
    public async Task<int> ClearAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.BookListEntries.Where(entry => Of(context, personId).Any(list => list.Id == entry.ListId)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A person's list; null where they have begun none.</summary>
    public async Task<ListedTitles?> OfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await ListEntries.ReadAsync(context, Of(context, personId), cancellationToken);
    }

    /// <summary>Shares a person's list.</summary>
    /// <returns>The code that opens it, the one it has where it is shared already; null where they have begun none.</returns>
    public async Task<string?> ShareAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync("People", [personId], cancellationToken);
        if (await Of(context, personId).SingleOrDefaultAsync(cancellationToken) is not { } list)
        {
            return null;
        }

        list.ShareCode ??= RandomNumberGenerator.GetString(CodeLetters, CodeLength);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return list.ShareCode;
    }

    /// <summary>Takes the code of a person's list back: it opens nothing any more, and the next is another.</summary>
    /// <returns>Whether it was shared.</returns>
    public async Task<bool> StopSharingAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await Of(context, personId).Where(list => list.ShareCode != null)
            .ExecuteUpdateAsync(set => set.SetProperty(list => list.ShareCode, (string?)null), cancellationToken) > 0;
    }

    /// <summary>The list that a code opens; null where it opens none. It does not say whose it is.</summary>
    /// <param name="code">The code, its dashes left out, in any case.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Title>?> SharedAsync(string code, CancellationToken cancellationToken)
    {
        if (code.Length != CodeLength)
        {
            return null;
        }

        var plain = code.ToLowerInvariant();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return (await ListEntries.ReadAsync(context, context.BookLists.Where(list => list.ShareCode == plain), cancellationToken))?.Titles;
    }

    private static IQueryable<BookList> Of(LibraryContext context, int personId) => context.BookLists.Where(list => list.OwnerId == personId);
}
