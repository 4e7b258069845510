using System.CommandLine;
using System.Data.Common;
using LibraryBot.Data;
using LibraryBot.Data.Catalog.Import;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary>
/// <c>import FILE... [--dry-run] [--complete] [--report FILE]</c> and <c>import --undo</c>. Returns 0 when the import was done, whatever was
/// wrong with single records, and 1 when nothing was done or a file was none that can be read.
/// </summary>
internal static class ImportCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console = null)
    {
        var files = new Argument<string[]>("files") { Description = ImportStrings.FilesArgument, Arity = ArgumentArity.ZeroOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = ImportStrings.DryRunOption };
        var complete = new Option<bool>("--complete") { Description = ImportStrings.CompleteOption };
        var undo = new Option<bool>("--undo") { Description = ImportStrings.UndoOption };
        var report = new Option<string?>("--report") { Description = ImportStrings.ReportOption };
        var command = new Command("import", ImportStrings.Description)
        {
            files, dryRun, complete, undo, report,
            ImportLoansCommand.Create(services, console), ImportStandardsCommand.Create(services, console), ImportEquipmentCommand.Create(services, console), ImportBarcodesCommand.Create(services, console),
            ImportCheckoutsCommand.Create(services, console),
        };
        command.Validators.Add(result =>
        {
            var alone = result.GetValue(files) is not { Length: > 0 } && !result.GetValue(dryRun) && !result.GetValue(complete) && result.GetValue(report) is null;
            if (result.GetValue(undo) ? !alone : result.GetValue(files) is not { Length: > 0 })
            {
                result.AddError(ImportStrings.FilesNeeded);
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            var options = new ImportOptions { DryRun = result.GetValue(dryRun), Complete = result.GetValue(complete) };
            var run = new ImportScreen(services(), console ?? AnsiConsole.Console);
            return GuardAsync(console ?? AnsiConsole.Console, () => result.GetValue(undo)
                ? run.UndoAsync(cancellationToken)
                : run.ImportAsync(result.GetValue(files)!, options, result.GetValue(report), cancellationToken));
        });
        return command;
    }

    /// <summary>Runs something that may meet a file or a database that will not do, and says so.</summary>
    internal static async Task<int> GuardAsync(IAnsiConsole console, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            console.Profile.Out.Writer.WriteLine(ImportStrings.Stopped);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Profile.Out.Writer.WriteLine(ImportWords.Format(ImportStrings.CannotOpen, exception.Message));
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            console.Profile.Out.Writer.WriteLine(ImportWords.Format(ImportStrings.DatabaseFailed, exception.GetBaseException().Message));
        }

        return 1;
    }
}
