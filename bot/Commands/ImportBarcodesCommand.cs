using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment.Import;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import barcodes FILE [--dry-run]</c>. Returns 0 when it was done, or would be; 1 when a line is wrong, and then nothing is changed.</summary>
internal static class ImportBarcodesCommand
{
    private const int MostListed = 50;

    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = BarcodeImportStrings.DryRunOption };
        return FileImport.Create(
            "barcodes",
            BarcodeImportStrings.Description,
            BarcodeImportStrings.FileArgument,
            BarcodeImportStrings.Columns,
            services,
            console,
            (run, cancellationToken) => RunAsync(run, run.Parsed.GetValue(dryRun), cancellationToken),
            dryRun);
    }

    private static async Task<int> RunAsync(FileImportRun run, bool isDryRun, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(run.File);
        var report = await run.Services.GetRequiredService<BarcodeImport>().RunAsync(text, isDryRun, cancellationToken);
        Show(run.Writer, report, isDryRun);
        return report.Problems.Count == 0 ? 0 : 1;
    }

    private static void Show(TextWriter writer, BarcodeReport report, bool isDryRun)
    {
        foreach (var problem in report.Problems.Take(MostListed))
        {
            writer.WriteLine(ImportWords.Format(
                problem.Kind switch
                {
                    BarcodeProblemKind.Value => BarcodeImportStrings.ProblemValue,
                    BarcodeProblemKind.Twice => BarcodeImportStrings.ProblemTwice,
                    BarcodeProblemKind.NoSuchThing => BarcodeImportStrings.ProblemNoSuchThing,
                    BarcodeProblemKind.TooMany => BarcodeImportStrings.ProblemTooMany,
                    _ => BarcodeImportStrings.ProblemOut,
                },
                problem.Line.ToString(CultureInfo.InvariantCulture),
                problem.Detail));
        }

        if (report.Problems.Count > 0)
        {
            writer.WriteLine(ImportWords.Format(BarcodeImportStrings.NothingDone, report.Problems.Count));
            return;
        }

        writer.WriteLine(ImportWords.Format(BarcodeImportStrings.Counted, report.Added, report.Changed, report.Same));
        writer.WriteLine(isDryRun ? BarcodeImportStrings.DryRun : BarcodeImportStrings.Done);
    }
}
