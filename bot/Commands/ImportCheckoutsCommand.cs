using System.CommandLine;
using LibraryBot.Data;
using LibraryBot.Data.Catalog.Circulation;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import checkouts FILE</c>. Returns 0 when the file was loaded, whatever was wrong with single rows, else 1.</summary>
internal static class ImportCheckoutsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console) => FileImport.Create(
        "checkouts", CheckoutImportStrings.Description, CheckoutImportStrings.FileArgument, CheckoutImportStrings.Columns, services, console, RunAsync);

    private static async Task<int> RunAsync(FileImportRun run, CancellationToken cancellationToken)
    {
        Show(run, await new CheckoutImporter(run.Libraries, run.Services.GetRequiredService<TimeProvider>()).ImportAsync(run.File, cancellationToken));
        return 0;
    }

    private static void Show(FileImportRun run, CheckoutReport report)
    {
        run.Writer.WriteLine(ImportWords.Format(CheckoutImportStrings.Done, Path.GetFileName(run.File)));
        run.Count(CheckoutImportStrings.CountRows, report.Rows);
        run.Count("  " + CheckoutImportStrings.CountUnreadable, report.Unreadable);
        run.Count("  " + CheckoutImportStrings.CountUnknownBarcodes, report.UnknownBarcodes);
        run.Count("  " + CheckoutImportStrings.CountUnknownPatrons, report.UnknownPatrons);
        run.Count(CheckoutImportStrings.CountLent, report.Lent);
        run.Count(CheckoutImportStrings.CountReturned, report.Returned);
    }
}
