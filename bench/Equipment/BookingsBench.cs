using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Bench.Equipment;

/// <summary><c>bookings</c>: many people want scarce things at once, in a process that is killed (SIGKILL) while they book; then all that was confirmed is counted.</summary>
internal static class BookingsBench
{
    public static Command Create()
    {
        var attempts = new Option<int>("--attempts") { Description = "How many bookings are attempted.", DefaultValueFactory = _ => 10_000 };
        var workers = new Option<int>("--workers") { Description = "How many book at once.", DefaultValueFactory = _ => 32 };
        var kills = new Option<int>("--kills") { Description = "How often the process is killed.", DefaultValueFactory = _ => 1 };
        var postgres = new Option<string?>("--postgres") { Description = "An empty PostgreSQL database, as a connection string; else SQLite in a temporary folder." };
        var command = new Command("bookings", "Many book scarce things at once while the process is killed.") { attempts, workers, kills, postgres };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(attempts), parsed.GetValue(workers), parsed.GetValue(kills), parsed.GetValue(postgres), cancellationToken));
        return command;
    }

    /// <summary>The process that is killed.</summary>
    public static Command CreateProcess()
    {
        var workers = new Option<int>("--workers") { Required = true };
        var command = new Command("bookings-process", "The process that bookings kills.") { workers };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => BookingStorm.ServeAsync(parsed.GetValue(workers), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int attempts, int workers, int kills, string? postgres, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-bench-");
        try
        {
            Dictionary<string, string?> settings = new()
            {
                ["ConnectionStrings:Library"] = postgres ?? $"Data Source={Path.Combine(folder.FullName, "library.db")};Pooling=False",
                ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            };
            await using var services = StormSchool.Open(settings);
            var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
            await factory.PrepareAsync(cancellationToken);
            await StormSchool.FillAsync(factory, cancellationToken);
            var random = new Random(attempts);
            var (answers, taken) = await BookingStorm.RunAndKillAsync(
                () => Start(settings, workers), attempts, Enumerable.Range(0, kills).Select(_ => random.Next(attempts / 10, attempts * 9 / 10)).Order(), cancellationToken);
            var check = await StormCheck.RunAsync(factory, answers, cancellationToken);
            var booked = answers.Values.Count(booking => booking != 0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {attempts} attempts by {workers} at once, killed {kills} times: {booked} booked, {attempts - booked} refused, in {taken.TotalSeconds:F1} s, starting included
                {attempts / taken.TotalSeconds:F0} attempts and {booked / taken.TotalSeconds:F0} bookings a second
                in the database {check.Bookings}; minutes of stocks over-booked {check.Overbooked}, confirmed but not there as asked {check.Unkept}, booked by halves {check.Halves}
                """));
            if (!check.IsClean || check.Bookings != booked)
            {
                throw new InvalidOperationException("What is in the database is not what was confirmed.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(IReadOnlyDictionary<string, string?> settings, int workers)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BookingsBench).Assembly.Location, "bookings-process", $"--workers={workers}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }
}
