using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Catalog.Borrowing;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import loans FILE</c>. Returns 0 when the loans were learnt from, whatever was wrong with single rows, else 1.</summary>
internal static class ImportLoansCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console)
    {
        var file = new Argument<string>("file") { Description = LoanImportStrings.FileArgument };
        var command = new Command("loans", LoanImportStrings.Description) { file };
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = console ?? AnsiConsole.Console;
            return ImportCommand.GuardAsync(terminal, () => RunAsync(services(), terminal, result.GetValue(file)!, cancellationToken));
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, string file, CancellationToken cancellationToken)
    {
        var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
        await factory.PrepareAsync(cancellationToken);
        var importer = new LoanImporter(factory);
        try
        {
            Show(console, file, await WithProgressAsync(console, progress => importer.ImportAsync(file, progress, cancellationToken)));
            return 0;
        }
        catch (InvalidDataException)
        {
            console.Profile.Out.Writer.WriteLine(LoanImportStrings.Columns);
            return 1;
        }
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

    private static void Show(IAnsiConsole console, string file, LoanImportReport report)
    {
        var writer = console.Profile.Out.Writer;
        writer.WriteLine(ImportWords.Format(LoanImportStrings.Done, Path.GetFileName(file)));
        Count(LoanImportStrings.CountRows, report.File.Rows);
        Count("  " + LoanImportStrings.CountUnreadable, report.File.Unreadable);
        Count("  " + LoanImportStrings.CountUnknownTitles, report.File.UnknownTitles);
        Count(LoanImportStrings.CountReaders, report.Readers);
        Count(LoanImportStrings.CountAffinities, report.Affinities);
        Count(LoanImportStrings.CountPopularities, report.Popularities);
        if (report.File.FirstUnreadable.Count > 0)
        {
            writer.WriteLine(ImportWords.Format(LoanImportStrings.Lines, string.Join(", ", report.File.FirstUnreadable)));
        }

        void Count(string label, long count) => writer.WriteLine($"{label}: {count.ToString(CultureInfo.InvariantCulture)}");
    }

    private sealed class Bars(Dictionary<LoanImportPhase, ProgressTask> bars) : IProgress<LoanImportProgress>
    {
        public void Report(LoanImportProgress value) => bars[value.Phase].Value = value.Share;
    }
}
