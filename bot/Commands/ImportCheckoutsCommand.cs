using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Catalog.Circulation;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary><c>import checkouts FILE</c>. Returns 0 when the file was loaded, whatever was wrong with single rows, else 1.</summary>
internal static class ImportCheckoutsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="services">Gives the services of <see cref="LibraryData.AddLibraryData"/>; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    public static Command Create(Func<IServiceProvider> services, IAnsiConsole? console)
    {
        var file = new Argument<string>("file") { Description = CheckoutImportStrings.FileArgument };
        var command = new Command("checkouts", CheckoutImportStrings.Description) { file };
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
            Show(console.Profile.Out.Writer, file, await new CheckoutImporter(factory, services.GetRequiredService<TimeProvider>()).ImportAsync(file, cancellationToken));
            return 0;
        }
        catch (InvalidDataException)
        {
            console.Profile.Out.Writer.WriteLine(CheckoutImportStrings.Columns);
            return 1;
        }
    }

    private static void Show(TextWriter writer, string file, CheckoutReport report)
    {
        writer.WriteLine(ImportWords.Format(CheckoutImportStrings.Done, Path.GetFileName(file)));
        Count(CheckoutImportStrings.CountRows, report.Rows);
        Count("  " + CheckoutImportStrings.CountUnreadable, report.Unreadable);
        Count("  " + CheckoutImportStrings.CountUnknownBarcodes, report.UnknownBarcodes);
        Count("  " + CheckoutImportStrings.CountUnknownPatrons, report.UnknownPatrons);
        Count(CheckoutImportStrings.CountLent, report.Lent);
        Count(CheckoutImportStrings.CountReturned, report.Returned);

        void Count(string label, int count) => writer.WriteLine($"{label}: {count.ToString(CultureInfo.InvariantCulture)}");
    }
}
