using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Data.Sample;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Bot.Background;

/// <summary>Real processes, really killed, sending through real HTTP: nobody is told twice, nobody is lost, and every failure has its reason.</summary>
public sealed class KilledBotTests
{
    private const int People = 200;

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Postgres, 2)]
    public async Task AKilledProcessLosesNobodyAndTellsNobodyTwice(DatabaseKind kind, int processes)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var channel = await OutboxChannel.StartAsync();
        channel.Answer = (conversation, call) => (Number(conversation) % 50, call) switch
        {
            (7, _) => new Refusal(403, "BotNotInConversationRoster"),
            (3 or 13 or 23, 1) => new Refusal(429, RetryAfter: "1"),
            (5, 1) => new Refusal(503),
            _ => null,
        };
        await SampleLibrary.LoadPeopleAsync(database.Factory, default);
        await WriteAsync(database, channel.ServiceUrl);
        var bots = Enumerable.Range(0, processes).Select(_ => Start(database)).ToList();
        try
        {
            await UntilAsync(() => channel.Taken.Count >= People / 4);
            // With two processes, the one that is killed may be sending or not; both are killed once, and each time another goes on.
            foreach (var _ in Enumerable.Range(0, processes))
            {
                bots[0].Kill();
                await bots[0].WaitForExitAsync();
                bots.RemoveAt(0);
                bots.Add(Start(database));
                var before = channel.Taken.Count;
                await UntilAsync(() => channel.Taken.Count >= Math.Min(before + 20, People * 9 / 10));
            }

            var reports = database.Services.GetRequiredService<OutboxReports>();
            await UntilAsync(async () => await reports.CountAsync(default) is var open && open[OutboxState.Waiting] + open[OutboxState.Sending] == 0);

            var counts = await reports.CountAsync(default);
            var failures = await reports.FailuresAsync("", People, default);
            Assert.Equal(People, counts[OutboxState.Sent] + counts[OutboxState.Failed] + counts[OutboxState.Unknown]);
            Assert.All(channel.Taken.GroupBy(taken => taken.Conversation), told => Assert.Single(told));
            // Whoever was told and has no answer in the database is among the unknown, and there are no more of them than were on their way.
            Assert.InRange(channel.Taken.Count, counts[OutboxState.Sent], counts[OutboxState.Sent] + counts[OutboxState.Unknown]);
            Assert.InRange(counts[OutboxState.Unknown], 0, 20);
            Assert.InRange(failures.Count(failure => failure.Reason == OutboxReason.Blocked), People / 50 - counts[OutboxState.Unknown], People / 50);
            Assert.All(failures, failure => Assert.True(failure is { Reason: OutboxReason.Blocked, Detail: "403 BotNotInConversationRoster" } or { Reason: OutboxReason.NoAnswer, State: OutboxState.Unknown }));
        }
        finally
        {
            foreach (var bot in bots)
            {
                bot.Kill();
                await bot.WaitForExitAsync();
                bot.Dispose();
            }
        }
    }

    private static int Number(string conversation) => int.Parse(conversation.AsSpan(1), CultureInfo.InvariantCulture);

    private static async Task WriteAsync(TestDatabase database, string serviceUrl)
    {
        await using var context = database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var title = Some.Title("Hatchet");
        var people = Enumerable.Range(0, People).Select(number => new Person
        {
            Key = $"many-{number}",
            DisplayName = "Somebody",
            Role = Role.Student,
            Addresses = [Delivery.AddressAt(serviceUrl, $"c{number}")],
        }).ToList();
        context.Add(title);
        context.AddRange(people);
        await context.SaveChangesAsync();
        var now = TimeProvider.System.GetUtcNow();
        var holds = people.Select(person => new Hold { TitleId = title.Id, PersonId = person.Id, PlacedAt = now, Status = HoldStatus.Waiting }).ToList();
        context.AddRange(holds);
        await context.SaveChangesAsync();
        await new OutboxWriter(TimeProvider.System).EnqueueAsync(
            context,
            holds.Select(hold => new OutboxRequest(HoldReady.Kind with { MayRepeat = false }, HoldReady.KeyOf(hold.Id), new OutboxRecipient.ToPerson(hold.PersonId), now, new HoldReady(hold.Id))),
            default);
        await transaction.CommitAsync();
    }

    private static Process Start(TestDatabase database)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(LibraryBotApp).Assembly.Location, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Outbox:Lease=00:00:03", "--Outbox:SendTimeout=00:00:02",
                "--Outbox:PollEvery=00:00:01", "--Outbox:FirstWait=00:00:00.5",
            ])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in database.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
