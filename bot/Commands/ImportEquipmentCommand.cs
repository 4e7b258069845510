using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment.Import;
using Microsoft.EntityFrameworkCore;
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
        var file = new Argument<string>("file") { Description = EquipmentImportStrings.FileArgument };
        var dryRun = new Option<bool>("--dry-run") { Description = EquipmentImportStrings.DryRunOption };
        var command = new Command("equipment", EquipmentImportStrings.Description) { file, dryRun };
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = console ?? AnsiConsole.Console;
            return ImportCommand.GuardAsync(terminal, () => RunAsync(services(), terminal.Profile.Out.Writer, result.GetValue(file)!, result.GetValue(dryRun), cancellationToken));
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, TextWriter writer, string file, bool isDryRun, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDbContextFactory<LibraryContext>>().PrepareAsync(cancellationToken);
        try
        {
            using var text = new StreamReader(file);
            var report = await services.GetRequiredService<EquipmentImport>().RunAsync(text, isDryRun, cancellationToken);
            Show(writer, report, isDryRun);
            return report.Problems.Count == 0 ? 0 : 1;
        }
        catch (InvalidDataException)
        {
            writer.WriteLine(EquipmentImportStrings.Columns);
            return 1;
        }
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
