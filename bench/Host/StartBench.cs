using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace LibraryBot.Bench.Host;

/// <summary>
/// <c>start</c>: how long the built bot takes from the start of its process to the first answer of a recommendation, and its memory then.
/// </summary>
internal static class StartBench
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How many starts over a filled database.", DefaultValueFactory = _ => 5 };
        var bot = RunningBot.BotOption();
        var command = new Command("start", "From the start of the process to the first answer.") { rounds, bot };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(bot), parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task RunAsync(FileInfo? bot, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-bench-");
        try
        {
            await OnceAsync(bot, "first start, fills the database", folder, cancellationToken);
            for (var round = 1; round <= rounds; round++)
            {
                await OnceAsync(bot, $"start {round}", folder, cancellationToken);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task OnceAsync(FileInfo? library, string name, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var bot = RunningBot.Start(library, folder);
        try
        {
            await bot.FirstAnswerAsync(() => Question.Body(Question.People[0], Question.Recommendations[0], "first", null), cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: first answer after {watch.Elapsed.TotalSeconds:F2} s, {bot.ProcessorTime.TotalSeconds:F2} s of processor time, {bot.PeakMemory:F0} MiB"));
        }
        finally
        {
            await bot.EndAsync();
        }
    }
}
