using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>Keeps kits under names, one set of names for each member of staff. That a name is there once is kept by the database.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock.</param>
public sealed class KitShelf(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    /// <summary>The most kits one person keeps.</summary>
    public const int MostKits = 200;

    /// <summary>Whether somebody of a role makes kits: those who teach or work at the school.</summary>
    public static bool IsFor(Role role) => role is Role.Teacher or Role.Staff or Role.Librarian;

    /// <summary>Keeps a kit under a name, whole or not at all.</summary>
    /// <param name="personId">Whose it is.</param>
    /// <param name="name">Its name; blanks around it are taken off.</param>
    /// <param name="kit">The kit.</param>
    /// <param name="replaces">Whether a kit of that name may be replaced.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    public async Task<SaveKitOutcome> SaveAsync(int personId, string name, Kit kit, bool replaces, CancellationToken cancellationToken)
    {
        var called = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (called.Length is 0 or > UnitKit.LongestName)
        {
            return new SaveKitOutcome.NotAName();
        }

        try
        {
            return await SaveOnceAsync(personId, called, kit, replaces, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody with the same name was first, perhaps the same person pressing twice; now it is there to be seen.
            return await SaveOnceAsync(personId, called, kit, replaces, cancellationToken);
        }
    }

    /// <summary>The kits of a person, the one kept last first.</summary>
    public async Task<IReadOnlyList<UnitKit>> OfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.UnitKits.AsNoTracking().Where(kit => kit.OwnerId == personId)
            .OrderByDescending(kit => kit.ChangedAt).ThenByDescending(kit => kit.Id).ToListAsync(cancellationToken);
    }

    /// <summary>A kit of a person by its name or a part of it; null where none or several are called so.</summary>
    public async Task<UnitKit?> FindAsync(int personId, string name, CancellationToken cancellationToken)
    {
        var key = UnitKit.KeyOf(name);
        var kits = await OfAsync(personId, cancellationToken);
        var part = kits.Where(kit => kit.NameKey.Contains(key, StringComparison.Ordinal)).ToList();
        return key.Length == 0 ? null : kits.FirstOrDefault(kit => kit.NameKey == key) ?? (part.Count == 1 ? part[0] : null);
    }

    /// <summary>A kit of a person by its number; null where there is none of theirs.</summary>
    public async Task<UnitKit?> FindAsync(int personId, int kitId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.UnitKits.AsNoTracking().SingleOrDefaultAsync(kit => kit.Id == kitId && kit.OwnerId == personId, cancellationToken);
    }

    /// <summary>Takes a kit away, its link with it. Another person's is left alone.</summary>
    /// <returns>Whether there was one to take away.</returns>
    public async Task<bool> DeleteAsync(int personId, int kitId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.UnitKits.Where(kit => kit.Id == kitId && kit.OwnerId == personId).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private async Task<SaveKitOutcome> SaveOnceAsync(int personId, string name, Kit kit, bool replaces, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync("People", [personId], cancellationToken);
        var role = await context.People.Where(person => person.Id == personId).Select(person => (Role?)person.Role).SingleOrDefaultAsync(cancellationToken);
        if (role is not { } own || !IsFor(own))
        {
            return new SaveKitOutcome.NotAllowed();
        }

        var key = UnitKit.KeyOf(name);
        var saved = await context.UnitKits.Include(there => there.Titles).SingleOrDefaultAsync(there => there.OwnerId == personId && there.NameKey == key, cancellationToken);
        if (saved is not null && !replaces)
        {
            return new SaveKitOutcome.NameTaken(saved);
        }

        if (saved is null && await context.UnitKits.CountAsync(there => there.OwnerId == personId, cancellationToken) >= MostKits)
        {
            return new SaveKitOutcome.TooMany();
        }

        var now = time.GetUtcNow();
        var json = UnitKit.JsonOf(kit.Request);
        if (saved is null)
        {
            saved = new UnitKit { OwnerId = personId, Name = name, NameKey = key, RequestJson = json, CreatedAt = now };
            context.UnitKits.Add(saved);
        }

        (saved.Name, saved.RequestJson, saved.ChangedAt) = (name, json, now);
        context.RemoveRange(saved.Titles);
        await context.SaveChangesAsync(cancellationToken);
        saved.Titles = [.. TitlesOf(kit)];
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SaveKitOutcome.Saved(saved);
    }

    private static IEnumerable<UnitKitTitle> TitlesOf(Kit kit) => kit.Sections
        .SelectMany(section => section.Titles.Select(title => (section, title)))
        .Select((each, position) => new UnitKitTitle
        {
            Position = position,
            Part = each.section.Part,
            GroupNumber = each.section.Group is { } group ? kit.Request.Groups.ToList().IndexOf(group) + 1 : 0,
            TitleId = each.title.Title.Id,
            Copies = each.title.Copies,
        });
}

/// <summary>What became of keeping a kit.</summary>
public abstract record SaveKitOutcome
{
    private SaveKitOutcome()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Kit">The kit.</param>
    public sealed record Saved(UnitKit Kit) : SaveKitOutcome;

    /// <summary>The person has a kit of that name.</summary>
    /// <param name="Kit">That kit.</param>
    public sealed record NameTaken(UnitKit Kit) : SaveKitOutcome;

    /// <summary>The name is empty or longer than <see cref="UnitKit.LongestName"/>.</summary>
    public sealed record NotAName : SaveKitOutcome;

    /// <summary>The person keeps <see cref="KitShelf.MostKits"/> already.</summary>
    public sealed record TooMany : SaveKitOutcome;

    /// <summary>The person is no member of staff.</summary>
    public sealed record NotAllowed : SaveKitOutcome;
}
