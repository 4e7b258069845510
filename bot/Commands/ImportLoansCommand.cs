using System.CommandLine;
using LibraryBot.Data;
using LibraryBot.Data.Catalog.Borrowing;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import loans FILE</c>. Returns 0 when the loans were learnt from, whatever was wrong with single rows, else 1.</summary>
internal static class ImportLoansCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console) => FileImport.Create(
        "loans", LoanImportStrings.Description, LoanImportStrings.FileArgument, LoanImportStrings.Columns, services, console, RunAsync);

    private static async Task<int> RunAsync(FileImportRun run, CancellationToken cancellationToken)
    {
        var importer = new LoanImporter(run.Libraries);
        Show(run, await WithProgressAsync(run.Console, progress => importer.ImportAsync(run.File, progress, cancellationToken)));
        return 0;
    }

    private static async Task<LoanImportReport> WithProgressAsync(IAnsiConsole console, Func<IProgress<LoanImportProgress>?, Task<LoanImportReport>> import)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await import(null);
        }

        return await console.Progress().HideCompleted(true).StartAsync(async context =>
        {
            var bars = new Dictionary<LoanImportPhase, ProgressTask>
            {
                [LoanImportPhase.Reading] = context.AddTask(LoanImportStrings.Reading, maxValue: 1),
                [LoanImportPhase.Comparing] = context.AddTask(LoanImportStrings.Comparing, maxValue: 1),
                [LoanImportPhase.Writing] = context.AddTask(LoanImportStrings.Writing, maxValue: 1),
            };
            return await import(new Bars(bars));
        });
    }

    private static void Show(FileImportRun run, LoanImportReport report)
    {
        run.Writer.WriteLine(ImportWords.Format(LoanImportStrings.Done, Path.GetFileName(run.File)));
        run.Count(LoanImportStrings.CountRows, report.File.Rows);
        run.Count("  " + LoanImportStrings.CountUnreadable, report.File.Unreadable);
        run.Count("  " + LoanImportStrings.CountUnknownTitles, report.File.UnknownTitles);
        run.Count(LoanImportStrings.CountReaders, report.Readers);
        run.Count(LoanImportStrings.CountAffinities, report.Affinities);
        run.Count(LoanImportStrings.CountPopularities, report.Popularities);
        if (report.File.FirstUnreadable.Count > 0)
        {
            run.Writer.WriteLine(ImportWords.Format(LoanImportStrings.Lines, string.Join(", ", report.File.FirstUnreadable)));
        }
    }

    private sealed class Bars(Dictionary<LoanImportPhase, ProgressTask> bars) : IProgress<LoanImportProgress>
    {
        public void Report(LoanImportProgress value) => bars[value.Phase].Value = value.Share;
    }
}
