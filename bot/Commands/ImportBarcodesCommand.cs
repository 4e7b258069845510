using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment.Import;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import barcodes FILE [--dry-run]</c>.</summary>
internal static class ImportBarcodesCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console) => WholeFileImport.Create(
        "barcodes",
        BarcodeImportStrings.Description,
        BarcodeImportStrings.Columns,
        services,
        console,
        async (provider, text, isDryRun, cancellationToken) =>
        {
            var report = await provider.GetRequiredService<BarcodeImport>().RunAsync(text, isDryRun, cancellationToken);
            return new WholeFileReport([.. report.Problems.Select(Say)], [ImportWords.Format(BarcodeImportStrings.Counted, report.Added, report.Changed, report.Same)]);
        });

    private static string Say(BarcodeProblem problem) => ImportWords.Format(
        problem.Kind switch
        {
            BarcodeProblemKind.Value => WholeFileImportStrings.ProblemValue,
            BarcodeProblemKind.Twice => BarcodeImportStrings.ProblemTwice,
            BarcodeProblemKind.NoSuchThing => BarcodeImportStrings.ProblemNoSuchThing,
            BarcodeProblemKind.TooMany => BarcodeImportStrings.ProblemTooMany,
            _ => BarcodeImportStrings.ProblemOut,
        },
        problem.Line.ToString(CultureInfo.InvariantCulture),
        problem.Detail);
}
