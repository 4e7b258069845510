using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LibraryBot.Bench.Host;

/// <summary>
/// <c>turns</c>: recommendation turns through <c>/api/messages</c> of the built bot, several conversations at once, each asking again as soon
/// as it has its answer. A turn's time is that of its request, within which the answer was delivered to a channel stand-in.
/// </summary>
internal static class TurnsBench
{
    public static Command Create()
    {
        var conversations = new Option<int>("--conversations") { Description = "How many conversations at once.", DefaultValueFactory = _ => 16 };
        var turns = new Option<int>("--turns") { Description = "How many turns each.", DefaultValueFactory = _ => 100 };
        var warmUp = new Option<int>("--warm-up") { Description = "How many turns each before measuring.", DefaultValueFactory = _ => 30 };
        var pause = new Option<int>("--pause") { Description = "Milliseconds a person thinks between turns, on average: half to one and a half times as many.", DefaultValueFactory = _ => 0 };
        var bot = RunningBot.BotOption();
        var command = new Command("turns", "Recommendation turns through /api/messages.") { conversations, turns, warmUp, pause, bot };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(bot), parsed.GetValue(conversations), parsed.GetValue(turns), parsed.GetValue(warmUp), parsed.GetValue(pause), cancellationToken));
        return command;
    }

    private static async Task RunAsync(FileInfo? library, int conversations, int turns, int warmUp, int pause, CancellationToken cancellationToken)
    {
        var answers = 0;
        await using var channel = StartChannel(() => Interlocked.Increment(ref answers));
        await channel.StartAsync(cancellationToken);
        var serviceUrl = channel.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
        await using var bot = RunningBot.Start(library, Directory.CreateTempSubdirectory("librarybot-bench-"));
        await bot.FirstAnswerAsync(() => Question.Body(Question.People[0], Question.Recommendations[0], "first", null), cancellationToken);

        await TalkAsync(warmUp);
        answers = 0;
        var before = bot.ProcessorTime;
        var ownBefore = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var times = await TalkAsync(turns);
        var seconds = watch.Elapsed.TotalSeconds;
        var processor = (bot.ProcessorTime - before).TotalMilliseconds / times.Length;
        var own = (Environment.CpuUsage.TotalTime - ownBefore).TotalMilliseconds / times.Length;

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {conversations} conversations, {times.Length} turns, {answers} answers, {times.Length / seconds:F0} turns a second
            p50 {At(0.50):F1} ms, p95 {At(0.95):F1} ms, p99 {At(0.99):F1} ms, longest {times[^1]:F1} ms
            {processor:F1} ms of processor time a turn, and {own:F1} ms of this program; peak memory {bot.PeakMemory:F0} MiB
            """));

        async Task<double[]> TalkAsync(int count)
        {
            var taken = new ConcurrentBag<double>();
            await Task.WhenAll(Enumerable.Range(0, conversations).Select(async number =>
            {
                // People do not keep step with each other.
                var random = new Random(number);
                for (var turn = 0; turn < count; turn++)
                {
                    using var body = Question.Body(Question.People[number % Question.People.Count], Question.Recommendations[(number + turn) % Question.Recommendations.Count], $"talk-{number}", serviceUrl);
                    var start = Stopwatch.GetTimestamp();
                    using var response = await bot.Client.PostAsync("/api/messages", body, cancellationToken);
                    response.EnsureSuccessStatusCode();
                    taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    await Task.Delay((int)(pause * (0.5 + random.NextDouble())), cancellationToken);
                }
            }));
            return [.. taken];
        }

        double At(double share) => times[(int)Math.Ceiling(share * times.Length) - 1];
    }

    private static WebApplication StartChannel(Action answered)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            answered();
            return Results.Json(new { id = Guid.NewGuid().ToString("N") });
        });
        return app;
    }
}
