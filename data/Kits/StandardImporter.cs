using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>
/// Loads standards from CSV, in one transaction: those of a code already there are changed, the others added, and none is taken away, for a
/// school has several files.
/// </summary>
/// <param name="factory">The library's database.</param>
public sealed class StandardImporter(IDbContextFactory<LibraryContext> factory)
{
    /// <summary>Loads one file.</summary>
    /// <param name="path">CSV with the columns code, grade, subject, text, and topics where there is one; see docs/import.md.</param>
    /// <param name="cancellationToken">Stops it; then everything is as it was.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file's first row does not name the columns.</exception>
    public async Task<StandardReport> ImportAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (standards, rows, problems) = await StandardFile.ReadAsync(stream, cancellationToken).ConfigureAwait(false);

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var known = await context.Standards.ToDictionaryAsync(standard => standard.Key, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        foreach (var standard in standards)
        {
            if (known.TryGetValue(standard.Key, out var there))
            {
                Change(there, standard);
            }
            else
            {
                context.Standards.Add(standard);
            }
        }

        var added = standards.Count(standard => !known.ContainsKey(standard.Key));
        var changed = context.ChangeTracker.Entries<Standard>().Count(entry => entry.State == EntityState.Modified);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new StandardReport(rows, added, changed, problems);
    }

    private static void Change(Standard there, Standard read)
    {
        (there.Code, there.Subject, there.Text) = (read.Code, read.Subject, read.Text);
        (there.GradeLow, there.GradeHigh) = (read.GradeLow, read.GradeHigh);
        if (!there.Topics.SequenceEqual(read.Topics))
        {
            there.Topics = read.Topics;
        }
    }
}

/// <summary>What an import of standards came to.</summary>
/// <param name="Rows">Rows after the header, blank ones apart.</param>
/// <param name="Added">Standards that were not there.</param>
/// <param name="Changed">Standards whose words, grades or topics changed.</param>
/// <param name="Problems">The rows left out, in the order of the file.</param>
public sealed record StandardReport(long Rows, int Added, int Changed, IReadOnlyList<StandardProblem> Problems);

/// <summary>A row that was left out.</summary>
/// <param name="Row">Its number, 1 for the first after the header, blank rows not counted.</param>
/// <param name="Code">Its code, where there is one.</param>
/// <param name="Kind">Why.</param>
public sealed record StandardProblem(long Row, string? Code, StandardProblemKind Kind);

/// <summary>What can be wrong with a row of standards.</summary>
public enum StandardProblemKind
{
    /// <summary>It has no code.</summary>
    NoCode,

    /// <summary>Its code is longer than <see cref="Standard.LongestCode"/>.</summary>
    LongCode,

    /// <summary>It has no subject.</summary>
    NoSubject,

    /// <summary>It has no text.</summary>
    NoText,

    /// <summary>Its text is longer than <see cref="Standard.LongestText"/>.</summary>
    LongText,

    /// <summary>Its grade is none: "5", "K-2", "6-8", "MS", "HS"; empty for every grade.</summary>
    UnreadableGrade,

    /// <summary>A quotation mark is opened and never closed.</summary>
    OpenQuote,

    /// <summary>An earlier row of the file has the same code.</summary>
    Repeated,
}
