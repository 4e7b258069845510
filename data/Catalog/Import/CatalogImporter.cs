using System.Threading.Channels;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>
/// Brings catalogue files into the library: MARC 21 in exchange format, MARCXML and CSV, told apart by content. An import is one transaction:
/// when it is stopped in the middle nothing of it stays. Reading goes on while what was read is written.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="clock">The time that is written with titles.</param>
public sealed class CatalogImporter(IDbContextFactory<LibraryContext> factory, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>Imports files, as one import.</summary>
    /// <param name="files">Paths of files; there must be one at least.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told about every batch; null for nobody.</param>
    /// <param name="cancellationToken">Stops the import; then nothing of it stays.</param>
    /// <returns>What was done, or with a dry run would be.</returns>
    /// <exception cref="IOException">A file cannot be opened; nothing was done. What is wrong inside a file is in the report.</exception>
    public async Task<ImportReport> ImportAsync(IReadOnlyList<string> files, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        var streams = Open(files);
        try
        {
            await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var now = clock.GetUtcNow();
            var report = new ImportReport { DryRun = options.DryRun };
            report.Files.AddRange(files.Select(file => Path.GetFileName(file)));
            if (options.DryRun)
            {
                await CompareAsync(new CatalogDiff(context, null, report, options, now), streams, report, options, progress, cancellationToken).ConfigureAwait(false);
                return report;
            }

            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var run = new ImportRun { StartedAt = now, Files = report.Files, Complete = options.Complete };
            using (var writer = await CatalogWriter.BeginAsync(context, run, cancellationToken).ConfigureAwait(false))
            {
                await CompareAsync(new CatalogDiff(context, writer, report, options, now), streams, report, options, progress, cancellationToken).ConfigureAwait(false);
                (run.Records, run.Added, run.Changed, run.Withdrawn) = (report.Records, report.Added, report.Changed, report.Withdrawn);
                await writer.EndAsync(cancellationToken).ConfigureAwait(false);
                await Loans.ForgetReturnedAsync(context, cancellationToken).ConfigureAwait(false);
                var outbox = new OutboxWriter(clock);
                await HoldReady.TellAsync(context, outbox, writer.CameIn, now, cancellationToken).ConfigureAwait(false);
                await TitleIn.TellAsync(context, outbox, now, cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return report;
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    private async Task CompareAsync(
        CatalogDiff diff, List<FileStream> streams, ImportReport report, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<Batch>(new BoundedChannelOptions(8) { SingleReader = true, SingleWriter = true });
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var reading = Task.Run(() => ReadAsync(streams, today, channel.Writer, stop.Token), CancellationToken.None);
        var total = streams.Sum(stream => stream.Length);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                await diff.TakeAsync(batch.File, batch.Records, cancellationToken).ConfigureAwait(false);
                progress?.Report(new ImportProgress(batch.File, batch.BytesRead, total, report.Records));
            }

            if (options.Complete)
            {
                await diff.WithdrawMissingAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed record Batch(string File, List<ImportedRecord> Records, long BytesRead);

    private static async Task ReadAsync(List<FileStream> streams, DateOnly today, ChannelWriter<Batch> batches, CancellationToken cancellationToken)
    {
        try
        {
            var before = 0L;
            foreach (var stream in streams)
            {
                var file = Path.GetFileName(stream.Name);
                var records = new List<ImportedRecord>(BatchSize);
                var any = false;
                await foreach (var record in ImportFile.ReadAsync(stream, today, cancellationToken).ConfigureAwait(false))
                {
                    any = true;
                    record.Title?.Digest = TitleDigest.Of(record.Title);
                    records.Add(record);
                    if (records.Count == BatchSize)
                    {
                        await batches.WriteAsync(new Batch(file, records, before + stream.Position), cancellationToken).ConfigureAwait(false);
                        records = new List<ImportedRecord>(BatchSize);
                    }
                }

                if (!any)
                {
                    records.Add(new ImportedRecord { Number = 0, Offset = 0, Kind = ImportedKind.FileProblem, Problems = [new Problem(ProblemKind.UnknownFile)] });
                }

                before += stream.Length;
                await batches.WriteAsync(new Batch(file, records, before), cancellationToken).ConfigureAwait(false);
            }

            batches.Complete();
        }
        catch (Exception exception)
        {
            batches.Complete(exception);
            throw;
        }
    }

    private static List<FileStream> Open(IReadOnlyList<string> files)
    {
        var streams = new List<FileStream>();
        try
        {
            foreach (var file in files)
            {
                if (Directory.Exists(file))
                {
                    throw new IOException($"{file} is a folder.");
                }

                streams.Add(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
            }

            return streams;
        }
        catch
        {
            streams.ForEach(stream => stream.Dispose());
            throw;
        }
    }
}
