using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary>One run of a command that imports a file.</summary>
/// <param name="Services">The services of <see cref="LibraryData.AddLibraryData"/>.</param>
/// <param name="Console">Where it writes.</param>
/// <param name="File">The path of the file.</param>
/// <param name="Parsed">What was given on the command line, for options of its own.</param>
internal sealed record FileImportRun(IServiceProvider Services, IAnsiConsole Console, string File, ParseResult Parsed)
{
    /// <summary>Where lines go.</summary>
    public TextWriter Writer => Console.Profile.Out.Writer;

    /// <summary>The library's database, prepared.</summary>
    public IDbContextFactory<LibraryContext> Libraries => Services.GetRequiredService<IDbContextFactory<LibraryContext>>();

    /// <summary>Writes a count with its label.</summary>
    public void Count(string label, long count) => Writer.WriteLine($"{label}: {count.ToString(CultureInfo.InvariantCulture)}");
}

/// <summary>What the commands <c>import loans</c>, <c>checkouts</c>, <c>standards</c>, <c>equipment</c> and <c>barcodes</c> have in common.</summary>
internal static class FileImport
{
    /// <summary>Makes a command.</summary>
    /// <param name="name">Its name under <c>import</c>.</param>
    /// <param name="description">What it does.</param>
    /// <param name="fileArgument">What file it wants.</param>
    /// <param name="columns">Says which columns are needed, where <paramref name="run"/> throws <see cref="InvalidDataException"/>; the command then returns 1.</param>
    /// <param name="services">Gives the services; called when the command runs.</param>
    /// <param name="console">Where it writes; null for the terminal.</param>
    /// <param name="run">Imports, over a prepared database; gives what the command returns.</param>
    /// <param name="options">Options of its own.</param>
    public static Command Create(
        string name,
        string description,
        string fileArgument,
        string columns,
        Func<IServiceProvider> services,
        IAnsiConsole? console,
        Func<FileImportRun, CancellationToken, Task<int>> run,
        params Option[] options)
    {
        var file = new Argument<string>("file") { Description = fileArgument };
        var command = new Command(name, description) { file };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
        {
            var terminal = console ?? AnsiConsole.Console;
            return ImportCommand.GuardAsync(terminal, async () =>
            {
                var import = new FileImportRun(services(), terminal, parsed.GetValue(file)!, parsed);
                await import.Libraries.PrepareAsync(cancellationToken);
                try
                {
                    return await run(import, cancellationToken);
                }
                catch (InvalidDataException)
                {
                    import.Writer.WriteLine(columns);
                    return 1;
                }
            });
        });
        return command;
    }
}
