using LibraryBot.Data.Catalog.Import;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>
/// Learns from the library's loans what is borrowed together and what is popular. Who borrowed is held in memory while it runs and is written
/// nowhere. What an earlier file taught is replaced, in one transaction: a file holds all loans that are to count.
/// </summary>
/// <param name="factory">The library's database.</param>
public sealed class LoanImporter(IDbContextFactory<LibraryContext> factory)
{
    /// <summary>Learns from one file.</summary>
    /// <param name="path">CSV in UTF-8 with the columns patron, title (key, ISBN or barcode of a copy), date, and grade where there is one.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; then everything is as it was.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file's first row does not name the columns.</exception>
    public async Task<LoanImportReport> ImportAsync(string path, IProgress<LoanImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        await using var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var titles = await TitleKeys.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var (history, file) = await LoanFile.ReadAsync(
            stream, titles.Find, Tell<long>(LoanImportPhase.Reading, bytes => (double)bytes / Math.Max(1, stream.Length)), cancellationToken).ConfigureAwait(false);
        var affinities = Affinities.Of(history, new AffinityOptions(), Tell<double>(LoanImportPhase.Comparing, share => share), cancellationToken);
        var popularities = Popularities.Of(history);

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await context.TitleAffinities.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.TitlePopularities.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(context, affinities, Tell<double>(LoanImportPhase.Writing, share => share), cancellationToken).ConfigureAwait(false);
        await WriteAsync(context, popularities, null, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new LoanImportReport(file, history.Readers, affinities.Count, popularities.Count);

        IProgress<T>? Tell<T>(LoanImportPhase phase, Func<T, double> share) =>
            progress is null ? null : new Teller<T>(value => progress.Report(new LoanImportProgress(phase, share(value))));
    }

    private static async Task WriteAsync<TEntity>(LibraryContext context, IReadOnlyList<TEntity> entities, IProgress<double>? progress, CancellationToken cancellationToken)
        where TEntity : class
    {
        using var commands = new EntityCommands<TEntity>(context);
        foreach (var (index, entity) in entities.Index())
        {
            await commands.InsertAsync(entity, cancellationToken).ConfigureAwait(false);
            if (index % 10_000 == 0)
            {
                progress?.Report((double)index / entities.Count);
            }
        }

        progress?.Report(1);
    }

    /// <summary>Tells at once, on the thread that does the work.</summary>
    private sealed class Teller<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}

/// <summary>How far an import of loans is.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Share">How much of it is done, 0 to 1.</param>
public readonly record struct LoanImportProgress(LoanImportPhase Phase, double Share);

/// <summary>What an import of loans does, in this order.</summary>
public enum LoanImportPhase
{
    /// <summary>Reads the file.</summary>
    Reading,

    /// <summary>Finds what is borrowed together.</summary>
    Comparing,

    /// <summary>Writes what was found.</summary>
    Writing,
}

/// <summary>What an import of loans came to.</summary>
/// <param name="File">What was in the file.</param>
/// <param name="Readers">How many different people borrowed something the library has.</param>
/// <param name="Affinities">How many pairs of titles are kept, each direction counted.</param>
/// <param name="Popularities">How many counts of titles in a group are kept.</param>
public sealed record LoanImportReport(LoanFileReport File, int Readers, int Affinities, int Popularities);
