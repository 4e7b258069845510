using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Kits;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import standards FILE</c>. Returns 0 when the file was loaded, whatever was wrong with single rows, else 1.</summary>
internal static class ImportStandardsCommand
{
    private const int MostShown = 50;

    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console)
    {
        var file = new Argument<string>("file") { Description = StandardImportStrings.FileArgument };
        var command = new Command("standards", StandardImportStrings.Description) { file };
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
        try
        {
            Show(console.Profile.Out.Writer, file, await new StandardImporter(factory).ImportAsync(file, cancellationToken));
            return 0;
        }
        catch (InvalidDataException)
        {
            console.Profile.Out.Writer.WriteLine(StandardImportStrings.Columns);
            return 1;
        }
    }

    private static void Show(TextWriter writer, string file, StandardReport report)
    {
        writer.WriteLine(ImportWords.Format(StandardImportStrings.Done, Path.GetFileName(file)));
        Count(StandardImportStrings.CountRows, report.Rows);
        Count("  " + StandardImportStrings.CountAdded, report.Added);
        Count("  " + StandardImportStrings.CountChanged, report.Changed);
        Count("  " + StandardImportStrings.CountUnchanged, report.Rows - report.Added - report.Changed - report.Problems.Count);
        Count("  " + StandardImportStrings.CountLeftOut, report.Problems.Count);
        foreach (var problem in report.Problems.Take(MostShown))
        {
            writer.WriteLine(ImportWords.Format(StandardImportStrings.Row, problem.Row, problem.Code ?? "-", Why(problem.Kind)));
        }

        if (report.Problems.Count > MostShown)
        {
            writer.WriteLine(ImportWords.Format(StandardImportStrings.More, report.Problems.Count - MostShown));
        }

        void Count(string label, long count) => writer.WriteLine($"{label}: {count.ToString(CultureInfo.InvariantCulture)}");
    }

    private static string Why(StandardProblemKind kind) => kind switch
    {
        StandardProblemKind.NoCode => StandardImportStrings.NoCode,
        StandardProblemKind.LongCode => ImportWords.Format(StandardImportStrings.LongCode, Standard.LongestCode),
        StandardProblemKind.NoSubject => StandardImportStrings.NoSubject,
        StandardProblemKind.NoText => StandardImportStrings.NoText,
        StandardProblemKind.LongText => ImportWords.Format(StandardImportStrings.LongText, Standard.LongestText),
        StandardProblemKind.UnreadableGrade => StandardImportStrings.UnreadableGrade,
        StandardProblemKind.OpenQuote => StandardImportStrings.OpenQuote,
        StandardProblemKind.Repeated => StandardImportStrings.Repeated,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such problem."),
    };
}
