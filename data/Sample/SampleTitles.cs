using System.Runtime.CompilerServices;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Data.Catalog.Import.Csv;

namespace LibraryBot.Data.Sample;

/// <summary>The titles of the sample library as its files have them, with ids yet to be given; to be loaded once.</summary>
public sealed class SampleTitles
{
    private SampleTitles(Dictionary<string, SampleTitle> byKey) => ByKey = byKey;

    internal IReadOnlyDictionary<string, SampleTitle> ByKey { get; }

    /// <summary>Reads them anew. Needs no database, and so can be done while there is none yet.</summary>
    /// <param name="profile">The school, whose time zone says which day it is.</param>
    /// <param name="clock">The time from which due dates count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<SampleTitles> ReadAsync(LibraryProfile profile, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = new OpeningTimes(profile, clock).Today;
        var now = clock.GetUtcNow();
        var titles = new Dictionary<string, SampleTitle>(StringComparer.Ordinal);
        await foreach (var record in ReadAsync("titles.csv", today, cancellationToken).ConfigureAwait(false))
        {
            record.Title!.AddedAt = now;
            record.Title.Digest = TitleDigest.Of(record.Title);
            titles.Add(record.Key!, new SampleTitle(record.Title, []));
        }

        await foreach (var record in ReadAsync("copies.csv", today, cancellationToken).ConfigureAwait(false))
        {
            titles[record.Key!].Copies.AddRange(record.Copies);
        }

        return new SampleTitles(titles);
    }

    private static async IAsyncEnumerable<ImportedRecord> ReadAsync(string file, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = SampleFiles.Open(file);
        await foreach (var record in CsvImport.ReadAsync(stream, today, cancellationToken).ConfigureAwait(false))
        {
            // The files are part of the program, so a mistake in them is one of the program's.
            yield return record.Problems.Count == 0
                ? record
                : throw new InvalidDataException($"Sample/{file}, row {record.Number} ({record.Key}): {string.Join("; ", record.Problems)}");
        }
    }
}

/// <summary>A title of the sample library and its copies.</summary>
internal sealed record SampleTitle(Title Title, List<Copy> Copies);
