using System.CommandLine;
using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Commands;

/// <summary><c>check [--repair]</c>: whether every title can be found. Returns 0 where the index is complete, or was made so, and 1 where it is not.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var repair = new Option<bool>("--repair") { Description = CommandStrings.CheckRepair };
        var command = new Command("check", CommandStrings.Check) { repair };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(repair), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool repair, CancellationToken cancellationToken)
    {
        await using var app = await CommandLine.PreparedAppAsync(cancellationToken);
        await using var library = await app.Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync(cancellationToken);
        var state = await CatalogIndex.CheckAsync(library, cancellationToken);
        if (state.IsComplete)
        {
            Console.WriteLine(CommandStrings.CheckComplete, state.Titles);
            return 0;
        }

        Console.WriteLine(CommandStrings.CheckWrong, state.Titles, state.Missing, state.Stale);
        if (!repair)
        {
            return 1;
        }

        Console.WriteLine(CommandStrings.CheckRepaired, await CatalogIndex.RebuildAsync(library, null, cancellationToken));
        return 0;
    }
}
