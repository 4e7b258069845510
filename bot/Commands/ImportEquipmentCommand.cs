using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment.Import;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import equipment FILE [--dry-run]</c>. Returns 0 when it was done, or would be; 1 when a line is wrong, and then nothing is changed.</summary>
internal static class ImportEquipmentCommand
{
    private const int MostListed = 50;

    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = EquipmentImportStrings.DryRunOption };
        return FileImport.Create(
            "equipment",
            EquipmentImportStrings.Description,
            EquipmentImportStrings.FileArgument,
            EquipmentImportStrings.Columns,
            services,
            console,
            (run, cancellationToken) => RunAsync(run, run.Parsed.GetValue(dryRun), cancellationToken),
            dryRun);
    }

    private static async Task<int> RunAsync(FileImportRun run, bool isDryRun, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(run.File);
        var report = await run.Services.GetRequiredService<EquipmentImport>().RunAsync(text, isDryRun, cancellationToken);
        Show(run.Writer, report, isDryRun);
        return report.Problems.Count == 0 ? 0 : 1;
    }

    private static void Show(TextWriter writer, EquipmentReport report, bool isDryRun)
    {
        foreach (var problem in report.Problems.Take(MostListed))
        {
            writer.WriteLine(ImportWords.Format(
                problem.Kind switch
                {
                    EquipmentProblemKind.Value => EquipmentImportStrings.ProblemValue,
                    EquipmentProblemKind.Twice => EquipmentImportStrings.ProblemTwice,
                    EquipmentProblemKind.Part => EquipmentImportStrings.ProblemPart,
                    _ => EquipmentImportStrings.ProblemBooked,
                },
                problem.Line.ToString(CultureInfo.InvariantCulture),
                problem.Detail));
        }

        if (report.Problems.Count > 0)
        {
            writer.WriteLine(ImportWords.Format(EquipmentImportStrings.NothingDone, report.Problems.Count));
            return;
        }

        List(EquipmentImportStrings.Added, report.Added);
        List(EquipmentImportStrings.Changed, report.Changed);
        writer.WriteLine(ImportWords.Format(EquipmentImportStrings.Same, report.Same));
        writer.WriteLine(isDryRun ? EquipmentImportStrings.DryRun : EquipmentImportStrings.Done);

        void List(string label, IReadOnlyList<string> keys) =>
            writer.WriteLine(ImportWords.Format(label, keys.Count, string.Join(", ", keys.Take(MostListed)) + (keys.Count > MostListed ? " …" : string.Empty)));
    }
}
