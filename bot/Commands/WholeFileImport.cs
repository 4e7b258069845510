using System.CommandLine;
using LibraryBot.Data;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary>What an import says of a file that is taken whole or not at all.</summary>
/// <param name="Problems">What is wrong, a sentence for each line; where anything is, nothing was changed.</param>
/// <param name="Changes">What was changed, or would be.</param>
internal sealed record WholeFileReport(IReadOnlyList<string> Problems, IReadOnlyList<string> Changes);

/// <summary>What the commands <c>import equipment</c> and <c>import barcodes</c> have in common: <c>FILE [--dry-run]</c>, all of the file or nothing.</summary>
internal static class WholeFileImport
{
    /// <summary>The most of anything that is listed.</summary>
    public const int MostListed = 50;

    /// <summary>Makes a command. It returns 0 when it was done, or would be; 1 when a line is wrong, and then nothing is changed.</summary>
    /// <param name="name">Its name under <c>import</c>.</param>
    /// <param name="description">What it does.</param>
    /// <param name="columns">Says which columns are needed, where <paramref name="import"/> throws <see cref="InvalidDataException"/>.</param>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    /// <param name="import">Imports a text, or with true only says what would change.</param>
    public static Command Create(
        string name,
        string description,
        string columns,
        Func<IServiceProvider> services,
        IAnsiConsole? console,
        Func<IServiceProvider, TextReader, bool, CancellationToken, Task<WholeFileReport>> import)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = WholeFileImportStrings.DryRunOption };
        return FileImport.Create(
            name,
            description,
            WholeFileImportStrings.FileArgument,
            columns,
            services,
            console,
            async (run, cancellationToken) =>
            {
                var isDryRun = run.Parsed.GetValue(dryRun);
                using var text = new StreamReader(run.File);
                var report = await import(run.Services, text, isDryRun, cancellationToken);
                foreach (var line in report.Problems.Count > 0
                    ? report.Problems.Take(MostListed).Append(ImportWords.Format(WholeFileImportStrings.NothingDone, report.Problems.Count))
                    : report.Changes.Append(isDryRun ? WholeFileImportStrings.DryRun : WholeFileImportStrings.Done))
                {
                    run.Writer.WriteLine(line);
                }

                return report.Problems.Count == 0 ? 0 : 1;
            },
            dryRun);
    }
}
