using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Bench.Equipment;

/// <summary>
/// Many workers that book at once, in a process of their own that may be killed. The numbers of the attempts come in by the standard input; each answer goes out as a
/// line as soon as it is there: the number, and the booking's or 0 where it was refused.
/// </summary>
internal static class BookingStorm
{
    /// <summary>The process that is killed: makes the attempts it reads, and ends.</summary>
    /// <param name="workers">How many book at once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task ServeAsync(int workers, CancellationToken cancellationToken)
    {
        var settings = new[] { "ConnectionStrings:Library", "Database:Provider" }
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal))));
        await using var services = StormSchool.Open(settings);
        var attempts = (await Console.In.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using var answers = Console.OpenStandardOutput();
        using var one = new SemaphoreSlim(1);
        await RunAsync(services, attempts.Select(number => int.Parse(number, CultureInfo.InvariantCulture)), workers, AnswerAsync, cancellationToken);

        async Task AnswerAsync(int attempt, int booking)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{attempt} {booking}\n");
            await one.WaitAsync(cancellationToken);
            await answers.WriteAsync(System.Text.Encoding.ASCII.GetBytes(line), cancellationToken);
            await answers.FlushAsync(cancellationToken);
            one.Release();
        }
    }

    /// <summary>Makes attempts, many at once.</summary>
    /// <param name="services">From <see cref="StormSchool.Open"/>.</param>
    /// <param name="attempts">Their numbers.</param>
    /// <param name="workers">How many book at once.</param>
    /// <param name="answer">Told the attempt and its booking, or 0.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(IServiceProvider services, IEnumerable<int> attempts, int workers, Func<int, int, Task> answer, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<BookingDesk>();
        var request = await StormSchool.RequestsAsync(services.GetRequiredService<IDbContextFactory<LibraryContext>>(), cancellationToken);
        await Parallel.ForEachAsync(attempts, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, async (attempt, cancellation) =>
        {
            var outcome = await desk.BookAsync(request(attempt), cancellation);
            await answer(attempt, outcome switch
            {
                BookingOutcome.Booked booked => booked.Booking.Id,
                BookingOutcome.Taken => 0,
                _ => throw new InvalidOperationException($"Attempt {attempt}: {outcome}."),
            });
        });
    }

    /// <summary>Runs a process that serves, kills it (SIGKILL) while it books, and starts another for what was not answered, as who got no answer asks again.</summary>
    /// <param name="start">How to start one; its input and output are redirected.</param>
    /// <param name="attempts">How many attempts.</param>
    /// <param name="kills">After how many answers one is killed, in order.</param>
    /// <param name="cancellationToken">Stops it, and the process.</param>
    /// <returns>The answers by attempt, and how long the processes took, starting included.</returns>
    public static async Task<(IReadOnlyDictionary<int, int> Answers, TimeSpan Taken)> RunAndKillAsync(
        Func<Process> start, int attempts, IEnumerable<int> kills, CancellationToken cancellationToken)
    {
        var answers = new ConcurrentDictionary<int, int>();
        var killAt = new Queue<int>(kills);
        var clock = Stopwatch.StartNew();
        while (answers.Count < attempts)
        {
            using var process = start();
            try
            {
                var asked = string.Join('\n', Enumerable.Range(0, attempts).Where(attempt => !answers.ContainsKey(attempt)));
                await process.StandardInput.WriteAsync(asked.AsMemory(), cancellationToken);
                process.StandardInput.Close();
                var isKilled = false;
                while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
                {
                    // The last line of who was killed may be half of one.
                    if (line.Split(' ') is [var attempt, { Length: > 0 } booking])
                    {
                        answers[int.Parse(attempt, CultureInfo.InvariantCulture)] = int.Parse(booking, CultureInfo.InvariantCulture);
                    }

                    if (!isKilled && killAt.TryPeek(out var after) && answers.Count >= after)
                    {
                        killAt.Dequeue();
                        process.Kill();
                        isKilled = true;
                    }
                }

                await process.WaitForExitAsync(cancellationToken);
                if (process.ExitCode != 0 && !isKilled)
                {
                    throw new InvalidOperationException($"The process ended by itself with {process.ExitCode}.");
                }
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill();
                }
            }
        }

        return (answers, clock.Elapsed);
    }
}
