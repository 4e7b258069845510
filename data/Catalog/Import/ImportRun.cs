using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>One import, kept so that it can be told about and undone. Written in the transaction of the import itself.</summary>
public sealed class ImportRun
{
    /// <summary>The database's own number; later imports have higher ones.</summary>
    public int Id { get; set; }

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was undone, in UTC, or null.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>The names of the files, without their folders.</summary>
    public List<string> Files { get; set; } = [];

    /// <summary>Whether the files were the whole catalogue, so that what was not in them was withdrawn.</summary>
    public bool Complete { get; set; }

    /// <summary>How many records the files had.</summary>
    public long Records { get; set; }

    /// <summary>How many titles were added or came back.</summary>
    public long Added { get; set; }

    /// <summary>How many titles were changed, or their copies.</summary>
    public long Changed { get; set; }

    /// <summary>How many titles were withdrawn.</summary>
    public long Withdrawn { get; set; }

    /// <summary>The lowest id of a title this import made; titles between this and <see cref="LastTitleId"/> are all its own.</summary>
    public int FirstTitleId { get; set; }

    /// <summary>The highest id of a title this import made; one less than <see cref="FirstTitleId"/> where it made none.</summary>
    public int LastTitleId { get; set; }

    /// <summary>The lowest id of a copy this import made.</summary>
    public int FirstCopyId { get; set; }

    /// <summary>The highest id of a copy this import made; one less than <see cref="FirstCopyId"/> where it made none.</summary>
    public int LastCopyId { get; set; }
}

/// <summary>What a title or copy was before an import changed it.</summary>
public sealed class ImportChange
{
    /// <summary>The database's own number.</summary>
    public long Id { get; set; }

    /// <summary>The import.</summary>
    public int RunId { get; set; }

    /// <summary>What was changed.</summary>
    public ImportedThing Thing { get; set; }

    /// <summary>The id of the title or copy.</summary>
    public int ThingId { get; set; }

    /// <summary>The title (with its ISBNs, without its copies) or copy as it was, in JSON.</summary>
    public required string Before { get; set; }
}

/// <summary>The things an import changes. Stored by name.</summary>
public enum ImportedThing
{
    /// <summary>A <see cref="Catalog.Title"/>.</summary>
    Title,

    /// <summary>A <see cref="Catalog.Copy"/>.</summary>
    Copy,
}

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run) => run.ToTable("ImportRuns");
}

internal sealed class ImportChangeConfiguration : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> change)
    {
        change.ToTable("ImportChanges");
        change.HasIndex(each => each.RunId);
        change.HasOne<ImportRun>().WithMany().HasForeignKey(each => each.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
