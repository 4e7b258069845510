using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment.Import;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import equipment FILE [--dry-run]</c>.</summary>
internal static class ImportEquipmentCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console) => WholeFileImport.Create(
        "equipment",
        EquipmentImportStrings.Description,
        EquipmentImportStrings.Columns,
        services,
        console,
        async (provider, text, isDryRun, cancellationToken) =>
        {
            var report = await provider.GetRequiredService<EquipmentImport>().RunAsync(text, isDryRun, cancellationToken);
            return new WholeFileReport(
                [.. report.Problems.Select(Say)],
                [List(EquipmentImportStrings.Added, report.Added), List(EquipmentImportStrings.Changed, report.Changed), ImportWords.Format(EquipmentImportStrings.Same, report.Same)]);
        });

    private static string Say(EquipmentProblem problem) => ImportWords.Format(
        problem.Kind switch
        {
            EquipmentProblemKind.Value => WholeFileImportStrings.ProblemValue,
            EquipmentProblemKind.Twice => EquipmentImportStrings.ProblemTwice,
            EquipmentProblemKind.Part => EquipmentImportStrings.ProblemPart,
            EquipmentProblemKind.Barcodes => EquipmentImportStrings.ProblemBarcodes,
            _ => EquipmentImportStrings.ProblemBooked,
        },
        problem.Line.ToString(CultureInfo.InvariantCulture),
        problem.Detail);

    private static string List(string label, IReadOnlyList<string> keys) => ImportWords.Format(
        label, keys.Count, string.Join(", ", keys.Take(WholeFileImport.MostListed)) + (keys.Count > WholeFileImport.MostListed ? " …" : string.Empty));
}
