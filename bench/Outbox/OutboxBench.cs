using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace LibraryBot.Bench.Outbox;

/// <summary>
/// <c>outbox</c>: tells many people, each once, through a channel that allows 50 a second and fails a part of the calls. The messages are of a kind that must
/// not be sent twice. With <c>--kills</c> a bot process is killed (SIGKILL) at random moments and started again.
/// </summary>
internal static class OutboxBench
{
    private static readonly OutboxKind Kind = HoldReady.Kind with { MayRepeat = false };

    public static Command Create()
    {
        var people = new Option<int>("--people") { Description = "How many.", DefaultValueFactory = _ => 2000 };
        var kills = new Option<int>("--kills") { Description = "How often a process is killed.", DefaultValueFactory = _ => 0 };
        var processes = new Option<int>("--processes") { Description = "How many bots; more than one needs PostgreSQL.", DefaultValueFactory = _ => 1 };
        var restart = new Option<bool>("--restart") { Description = "Whether a killed process is started again.", DefaultValueFactory = _ => true };
        var postgres = new Option<string?>("--postgres") { Description = "An empty PostgreSQL database, as a connection string; else SQLite in a temporary folder." };
        var command = new Command("outbox", "Many people told through a channel that allows 50 a second.") { people, kills, processes, restart, postgres };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(people), parsed.GetValue(kills), parsed.GetValue(processes), parsed.GetValue(restart), parsed.GetValue(postgres), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int people, int kills, int processes, bool restart, string? postgres, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-bench-");
        var bots = new List<Process>();
        try
        {
            await using var channel = await LimitedChannel.StartAsync(cancellationToken);
            Dictionary<string, string?> settings = new()
            {
                ["ConnectionStrings:Library"] = postgres ?? $"Data Source={Path.Combine(folder.FullName, "library.db")}",
                ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            };
            await using var services = new ServiceCollection()
                .AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
            var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
            var reports = services.GetRequiredService<OutboxReports>();
            await factory.PrepareAsync(cancellationToken);
            for (var number = 0; number < processes; number++)
            {
                bots.Add(Start(settings));
                await Task.Delay(TimeSpan.FromSeconds(8), cancellationToken);
            }

            await WriteAsync(factory, services.GetRequiredService<OutboxWriter>(), channel.ServiceUrl, people, cancellationToken);

            channel.Clock.Start();
            var random = new Random(kills + processes);
            var killAt = new Queue<double>(Enumerable.Range(0, kills).Select(_ => 2 + (random.NextDouble() * people / 55)).Order());
            IReadOnlyDictionary<OutboxState, int> counts;
            while ((counts = await reports.CountAsync(cancellationToken))[OutboxState.Waiting] + counts[OutboxState.Sending] > 0 && channel.Clock.Elapsed < TimeSpan.FromMinutes(5))
            {
                if (killAt.TryPeek(out var at) && channel.Clock.Elapsed.TotalSeconds >= at)
                {
                    killAt.Dequeue();
                    bots[0].Kill();
                    await bots[0].WaitForExitAsync(cancellationToken);
                    bots.RemoveAt(0);
                    if (restart)
                    {
                        bots.Add(Start(settings));
                    }
                }

                await Task.Delay(100, cancellationToken);
            }

            await ReportAsync(channel, reports, counts, people, cancellationToken);
        }
        finally
        {
            foreach (var bot in bots)
            {
                bot.Kill();
                await bot.WaitForExitAsync(CancellationToken.None);
            }

            folder.Delete(recursive: true);
        }
    }

    private static async Task ReportAsync(
        LimitedChannel channel, OutboxReports reports, IReadOnlyDictionary<OutboxState, int> counts, int people, CancellationToken cancellationToken)
    {
        var failures = (await reports.FailuresAsync("", people, cancellationToken)).GroupBy(failure => $"{failure.State} {failure.Reason} {failure.Detail}")
            .Select(group => $"{group.Key}: {group.Count()}");
        var lost = people - counts[OutboxState.Sent] - counts[OutboxState.Failed] - counts[OutboxState.Unknown];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {people} people: {channel.Taken.Count} told, the last after {channel.LastTaken.TotalSeconds:F1} s; all settled after {channel.Clock.Elapsed.TotalSeconds:F1} s
            told twice {channel.Taken.Values.Count(times => times > 1)}, sent {counts[OutboxState.Sent]}, failed {counts[OutboxState.Failed]}, unknown {counts[OutboxState.Unknown]}, neither {lost}
            the channel answered 429 to {channel.Throttled} as drawn and to {channel.TooFast} for being too fast, 5xx to {channel.Failed}, 403 to {channel.Blocked}
            {string.Join(Environment.NewLine, failures)}
            """));
    }

    private static async Task WriteAsync(IDbContextFactory<LibraryContext> factory, OutboxWriter outbox, string serviceUrl, int count, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var title = new Title { Key = "bench", TitleProper = "Hatchet", SortTitle = "hatchet", Copies = [new Copy { Barcode = "bench" }] };
        var people = Enumerable.Range(0, count).Select(number => Person(number, serviceUrl)).ToList();
        context.Add(title);
        context.AddRange(people);
        await context.SaveChangesAsync(cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var holds = people.Select(person => new Hold { TitleId = title.Id, PersonId = person.Id, PlacedAt = now, Status = HoldStatus.Waiting }).ToList();
        context.AddRange(holds);
        await context.SaveChangesAsync(cancellationToken);
        await outbox.EnqueueAsync(
            context,
            holds.Select(hold => new OutboxRequest(Kind, HoldReady.KeyOf(hold.Id), new OutboxRecipient.ToPerson(hold.PersonId), now, new HoldReady(hold.Id))),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Person Person(int number, string serviceUrl) => new()
    {
        Key = $"bench-{number}",
        DisplayName = $"Person {number}",
        Role = Role.Student,
        Language = number % 2 == 0 ? "en" : "es",
        Addresses =
        [
            new Address
            {
                ChannelId = "msteams",
                UserId = $"29:{number}",
                ConversationReference = JsonConvert.SerializeObject(new ConversationReference
                {
                    ChannelId = "msteams",
                    ServiceUrl = serviceUrl,
                    Conversation = new ConversationAccount(id: $"c{number}"),
                    Bot = new ChannelAccount("bot"),
                    User = new ChannelAccount($"29:{number}"),
                }),
            },
        ],
    };

    private static Process Start(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LibraryBotApp).Assembly.Location, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
