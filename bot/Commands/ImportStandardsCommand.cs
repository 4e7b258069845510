using System.CommandLine;
using LibraryBot.Data;
using LibraryBot.Data.Kits;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import standards FILE</c>. Returns 0 when the file was loaded, whatever was wrong with single rows, else 1.</summary>
internal static class ImportStandardsCommand
{
    private const int MostShown = 50;

    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console) => FileImport.Create(
        "standards", StandardImportStrings.Description, StandardImportStrings.FileArgument, StandardImportStrings.Columns, services, console, RunAsync);

    private static async Task<int> RunAsync(FileImportRun run, CancellationToken cancellationToken)
    {
        Show(run, await new StandardImporter(run.Libraries).ImportAsync(run.File, cancellationToken));
        return 0;
    }

    private static void Show(FileImportRun run, StandardReport report)
    {
        run.Writer.WriteLine(ImportWords.Format(StandardImportStrings.Done, Path.GetFileName(run.File)));
        run.Count(StandardImportStrings.CountRows, report.Rows);
        run.Count("  " + StandardImportStrings.CountAdded, report.Added);
        run.Count("  " + StandardImportStrings.CountChanged, report.Changed);
        run.Count("  " + StandardImportStrings.CountUnchanged, report.Rows - report.Added - report.Changed - report.Problems.Count);
        run.Count("  " + StandardImportStrings.CountLeftOut, report.Problems.Count);
        foreach (var problem in report.Problems.Take(MostShown))
        {
            run.Writer.WriteLine(ImportWords.Format(StandardImportStrings.Row, problem.Row, problem.Code ?? "-", Why(problem.Kind)));
        }

        if (report.Problems.Count > MostShown)
        {
            run.Writer.WriteLine(ImportWords.Format(StandardImportStrings.More, report.Problems.Count - MostShown));
        }
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
