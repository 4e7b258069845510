using LibraryBot.Data.Catalog.Import.Mapping;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>
/// Compares records with the catalogue, a batch at a time, and has the differences written. Without a writer it only counts them. What it
/// remembers of a whole import is a few bytes for each title and barcode.
/// </summary>
internal sealed class CatalogDiff(LibraryContext context, CatalogWriter? writer, ImportReport report, ImportOptions options, DateTimeOffset now)
{
    private readonly Dictionary<UInt128, ulong> seenTitles = [];
    private readonly HashSet<UInt128> seenBarcodes = [];
    private Dictionary<string, KnownTitle> known = [];
    private Dictionary<int, Title> before = [];
    private Dictionary<string, Copy> copies = [];
    private HashSet<int>? renewed;
    private bool mayHaveMissed;

    /// <summary>Takes a batch of records of a file.</summary>
    public async Task TakeAsync(string file, IReadOnlyList<ImportedRecord> batch, CancellationToken cancellationToken)
    {
        var records = batch.Select(record => Resolve(file, record)).ToList();
        await LoadAsync(records, cancellationToken).ConfigureAwait(false);
        foreach (var (record, repeated) in records)
        {
            await TakeAsync(file, record, repeated, cancellationToken).ConfigureAwait(false);
        }

        await (writer?.IndexAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>After all files of a complete import: withdraws what was in none of them.</summary>
    public async Task WithdrawMissingAsync(CancellationToken cancellationToken)
    {
        if (mayHaveMissed || seenTitles.Count == 0)
        {
            report.WithdrawalHeldBack = true;
            return;
        }

        var missing = new List<int>();
        await foreach (var title in context.Titles.Where(title => title.WithdrawnAt == null).Select(title => new { title.Id, title.Key }).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!seenTitles.ContainsKey(TitleDigest.Short(title.Key)))
            {
                missing.Add(title.Id);
            }
        }

        report.Withdrawn += missing.Count;
        var gone = seenBarcodes.Count == 0 ? [] : await FindMissingCopiesAsync([.. missing], cancellationToken).ConfigureAwait(false);
        report.CopiesWithdrawn += gone.Count;
        if (writer is null)
        {
            return;
        }

        foreach (var ids in missing.Chunk(500))
        {
            foreach (var title in await FullTitles(ids).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                await WithdrawAsync(title, cancellationToken).ConfigureAwait(false);
            }

            await writer.IndexAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (var ids in gone.Chunk(500))
        {
            foreach (var copy in await context.Copies.AsNoTracking().Where(copy => EF.Parameter(ids).Contains(copy.Id)).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                await writer.ChangeCopyAsync(copy, Withdrawn(copy), cancellationToken).ConfigureAwait(false);
            }

            await writer.IndexAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record KnownTitle(int Id, string? Digest, bool Withdrawn);

    /// <summary>Counts the record, tells its problems, and finds out whether one of its key came before.</summary>
    private (ImportedRecord Record, bool Repeated) Resolve(string file, ImportedRecord record)
    {
        report.EaccCharacters += record.EaccCharacters;
        report.Records += record.Kind == ImportedKind.FileProblem ? 0 : record.Rows;
        report.Marked += record.Kind == ImportedKind.Title && record.Problems.Count > 0 ? 1 : 0;
        foreach (var problem in record.Problems)
        {
            Remark(file, record, problem);
        }

        if (record.Kind is ImportedKind.Unreadable or ImportedKind.FileProblem)
        {
            mayHaveMissed |= record.Kind == ImportedKind.FileProblem
                ? record.Problems.Any(problem => problem.Kind is ProblemKind.UnknownFile or ProblemKind.BrokenFile)
                : record.Key is null;
            if (record.Key is not null)
            {
                seenTitles.TryAdd(TitleDigest.Short(record.Key), 0);
            }
        }

        return record.Kind == ImportedKind.Title ? ResolveTitle(file, record) : (record, false);
    }

    private (ImportedRecord Record, bool Repeated) ResolveTitle(string file, ImportedRecord record)
    {
        var title = record.Title!;
        var identity = (ulong)TitleDigest.Short(SortTitles.Fold(title.TitleProper + " " + title.Subtitle));
        var key = TitleDigest.Short(title.Key);
        if (seenTitles.TryAdd(key, identity))
        {
            return (record, false);
        }

        if (record.RepeatsAreCopies)
        {
            return (record with { Kind = ImportedKind.Copies, Copies = title.Copies, Rows = record.Rows }, false);
        }

        if (seenTitles[key] == identity)
        {
            Remark(file, record, new Problem(ProblemKind.Duplicate, title.Key));
            return (record with { Copies = title.Copies }, true);
        }

        // Another work under a number that is taken: losing it would be worse than a second key.
        var problem = new Problem(ProblemKind.ControlNumberTaken, title.Key);
        Remark(file, record, problem);
        title.ImportWarnings = [.. title.ImportWarnings, problem.ToString()];
        title.Digest = TitleDigest.Of(title);
        title.Key = RecordKeys.Shorten(title.Key + "~" + RecordKeys.Derive(title));
        record = record with { Key = title.Key };
        return (record, !seenTitles.TryAdd(TitleDigest.Short(title.Key), identity));
    }

    /// <summary>Reads from the catalogue what a batch may touch: three queries, whatever its size.</summary>
    private async Task LoadAsync(List<(ImportedRecord Record, bool Repeated)> records, CancellationToken cancellationToken)
    {
        var keys = records.Select(each => each.Record.Key).OfType<string>().Distinct().ToArray();
        known = await context.Titles.Where(title => EF.Parameter(keys).Contains(title.Key))
            .Select(title => new { title.Key, title.Id, title.Digest, Withdrawn = title.WithdrawnAt != null })
            .ToDictionaryAsync(title => title.Key, title => new KnownTitle(title.Id, title.Digest, title.Withdrawn), cancellationToken).ConfigureAwait(false);
        var barcodes = records.SelectMany(each => each.Record.Title?.Copies ?? each.Record.Copies).Select(copy => copy.Barcode).Distinct().ToArray();
        copies = barcodes.Length == 0 ? [] : await context.Copies.AsNoTracking().Where(copy => EF.Parameter(barcodes).Contains(copy.Barcode)).ToDictionaryAsync(copy => copy.Barcode, cancellationToken).ConfigureAwait(false);
        renewed ??= [.. await context.Loans.Where(loan => loan.Renewals > 0).Select(loan => loan.CopyId).ToListAsync(cancellationToken).ConfigureAwait(false)];
        var changing = records.Where(each => !each.Repeated && each.Record.Key is { } key && known.TryGetValue(key, out var title)
            && (each.Record.Kind == ImportedKind.Deletion || (each.Record.Title is { } after && (after.Digest != title.Digest || title.Withdrawn)))).Select(each => known[each.Record.Key!].Id).ToArray();
        before = changing.Length == 0 ? [] : await FullTitles(changing).ToDictionaryAsync(title => title.Id, cancellationToken).ConfigureAwait(false);
    }

    private IQueryable<Title> FullTitles(int[] ids) => context.Titles.AsNoTracking().Include(title => title.Isbns).Where(title => EF.Parameter(ids).Contains(title.Id)).OrderBy(title => title.Id);

    private async Task TakeAsync(string file, ImportedRecord record, bool repeated, CancellationToken cancellationToken)
    {
        switch (record.Kind)
        {
            case ImportedKind.Title when repeated:
                report.Duplicates += record.Rows;
                await TakeCopiesAsync(file, record, known.GetValueOrDefault(record.Key!)?.Id ?? 0, true, cancellationToken).ConfigureAwait(false);
                break;
            case ImportedKind.Title:
                await TakeTitleAsync(file, record, cancellationToken).ConfigureAwait(false);
                report.FurtherCopies += record.Rows - 1;
                break;
            case ImportedKind.Copies when record.Key is { } key && (known.ContainsKey(key) || seenTitles.ContainsKey(TitleDigest.Short(key))):
                report.FurtherCopies += record.Rows;
                await TakeCopiesAsync(file, record, known.GetValueOrDefault(key)?.Id ?? 0, false, cancellationToken).ConfigureAwait(false);
                break;
            case ImportedKind.Copies:
                report.Unreadable += record.Rows;
                Remark(file, record, new Problem(ProblemKind.UnknownTitle, record.Key ?? ""));
                break;
            case ImportedKind.Deletion:
                report.Deleted++;
                await DeleteAsync(record.Key!, cancellationToken).ConfigureAwait(false);
                break;
            case ImportedKind.Unreadable:
                report.Unreadable += record.Rows;
                break;
        }
    }

    private async Task TakeTitleAsync(string file, ImportedRecord record, CancellationToken cancellationToken)
    {
        var title = record.Title!;
        var listed = title.Copies;
        title.Copies = [];
        if (!known.TryGetValue(title.Key, out var existing))
        {
            report.Added++;
            title.AddedAt = now;
            await (writer?.AddTitleAsync(title, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
            known[title.Key] = new KnownTitle(title.Id, title.Digest, false);
            await TakeCopiesAsync(file, record with { Copies = listed }, title.Id, false, cancellationToken).ConfigureAwait(false);
            return;
        }

        title.Id = existing.Id;
        var same = existing.Digest == title.Digest && !existing.Withdrawn;
        if (!same && before.TryGetValue(existing.Id, out var old))
        {
            title.AddedAt = old.AddedAt;
            await (writer?.ChangeTitleAsync(old, title, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        }

        known[title.Key] = new KnownTitle(existing.Id, title.Digest, false);
        var copiesDiffer = await TakeCopiesAsync(file, record with { Copies = listed }, existing.Id, false, cancellationToken).ConfigureAwait(false);
        report.Added += existing.Withdrawn ? 1 : 0;
        report.Changed += !existing.Withdrawn && (!same || copiesDiffer) ? 1 : 0;
        report.Unchanged += same && !copiesDiffer ? 1 : 0;
    }

    /// <summary>Adds and changes copies; returns whether there was anything to do.</summary>
    private async Task<bool> TakeCopiesAsync(string file, ImportedRecord record, int titleId, bool repeated, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var copy in record.Copies)
        {
            if (!seenBarcodes.Add(TitleDigest.Short(copy.Barcode)))
            {
                if (!repeated)
                {
                    Remark(file, record, new Problem(ProblemKind.BarcodeTaken, copy.Barcode));
                }

                continue;
            }

            copy.TitleId = titleId;
            var old = copies.GetValueOrDefault(copy.Barcode);
            if (old is { Status: CopyStatus.CheckedOut } && copy.Status == CopyStatus.CheckedOut && copy.DueOn < old.DueOn && renewed!.Contains(old.Id))
            {
                // It was renewed here, and whoever has it was told so; the library's own system may not know of it yet.
                copy.DueOn = old.DueOn;
            }

            if (old is null)
            {
                report.CopiesAdded++;
                await (writer?.AddCopyAsync(copy, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
                any = true;
            }
            else if (old.TitleId != titleId || old.Branch != copy.Branch || old.Location != copy.Location || old.CallNumber != copy.CallNumber || old.Status != copy.Status || old.DueOn != copy.DueOn)
            {
                copy.Id = old.Id;
                report.CopiesChanged++;
                await (writer?.ChangeCopyAsync(old, copy, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
                any = true;
            }
        }

        return any;
    }

    private async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        seenTitles.TryAdd(TitleDigest.Short(key), 0);
        if (!known.TryGetValue(key, out var title) || title.Withdrawn)
        {
            return;
        }

        report.Withdrawn++;
        known[key] = title with { Withdrawn = true };
        if (writer is not null)
        {
            var full = before.GetValueOrDefault(title.Id) ?? await FullTitles([title.Id]).SingleAsync(cancellationToken).ConfigureAwait(false);
            await WithdrawAsync(full, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WithdrawAsync(Title title, CancellationToken cancellationToken)
    {
        await writer!.KeepAsync(title, cancellationToken).ConfigureAwait(false);
        title.WithdrawnAt = now;
        await writer.UpdateTitleAsync(title, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<int>> FindMissingCopiesAsync(HashSet<int> withdrawn, CancellationToken cancellationToken)
    {
        var missing = new List<int>();
        var standing = context.Copies.Where(copy => copy.Status != CopyStatus.Withdrawn && context.Titles.Any(title => title.Id == copy.TitleId && title.WithdrawnAt == null))
            .Select(copy => new { copy.Id, copy.Barcode, copy.TitleId });
        await foreach (var copy in standing.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!withdrawn.Contains(copy.TitleId) && !seenBarcodes.Contains(TitleDigest.Short(copy.Barcode)))
            {
                missing.Add(copy.Id);
            }
        }

        return missing;
    }

    private static Copy Withdrawn(Copy copy) =>
        new() { Id = copy.Id, TitleId = copy.TitleId, Barcode = copy.Barcode, Branch = copy.Branch, Location = copy.Location, CallNumber = copy.CallNumber, Status = CopyStatus.Withdrawn };

    private void Remark(string file, ImportedRecord record, Problem problem)
    {
        var remark = new ImportRemark(file, record.Number, record.Offset, record.ControlNumber, problem);
        report.RemarkCount++;
        report.Problems[problem.Kind] = report.Problems.GetValueOrDefault(problem.Kind) + 1;
        if (report.Remarks.Count < ImportReport.MostRemarks)
        {
            report.Remarks.Add(remark);
        }

        options.OnRemark?.Invoke(remark);
    }
}
