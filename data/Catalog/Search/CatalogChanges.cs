using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>What of the catalogue a save will change, gathered before it is saved.</summary>
internal sealed class CatalogChanges
{
    private readonly List<Copy> copies = [];
    private readonly List<int> ids = [];

    /// <summary>Titles that are new.</summary>
    public HashSet<Title> Added { get; } = [];

    /// <summary>Whether nothing that the index holds will change.</summary>
    public bool AreNone => Added.Count == 0 && copies.Count == 0 && ids.Count == 0;

    public static CatalogChanges In(ChangeTracker tracker)
    {
        var changes = new CatalogChanges();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }
            switch (entry.Entity)
            {
                case Title title when entry.State == EntityState.Added:
                    changes.Added.Add(title);
                    break;
                case Title title:
                    changes.ids.Add(title.Id);
                    break;
                case Copy copy:
                    changes.copies.Add(copy);
                    if (entry.State == EntityState.Modified)
                    {
                        changes.ids.Add((int)entry.OriginalValues[nameof(Copy.TitleId)]!);
                    }
                    break;
            }
        }
        return changes;
    }

    /// <summary>The numbers of the other titles that changed. To be asked after the save, when new copies know their title.</summary>
    public IReadOnlyCollection<int> OtherTitleIds()
    {
        var added = Added.Select(title => title.Id).ToHashSet();
        return ids.Concat(copies.Select(copy => copy.TitleId)).Where(id => !added.Contains(id)).ToHashSet();
    }
}
