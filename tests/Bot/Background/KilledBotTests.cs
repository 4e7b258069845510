using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Bot.Background;

/// <summary>
/// Real processes, really killed, sending through real HTTP: nobody is told twice but where the kind allows it, nobody is lost, and every failure has its
/// reason. Half of the messages may be sent again, half must not.
/// </summary>
[Collection(nameof(Alone))]
public sealed class KilledBotTests
{
    private const int People = 200;
    private const int Parallel = 16;

    [Fact]
    public async Task OneProcessOverSqliteIsKilledTwiceAndStartedAgain()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var channel = await TroubledChannelAsync();
        await WriteAsync(database, channel.ServiceUrl);
        await using var bots = new Bots(database);

        for (var kill = 1; kill <= 2; kill++)
        {
            bots.Start();
            await SentAsync(channel, (kill * 60) + Random.Shared.Next(30));
            await bots.KillAsync(bots.Running.Single());
        }

        bots.Start();
        await CheckAsync(database, channel, kills: 2);
    }

    [SkippableFact]
    public async Task OfTwoProcessesOverPostgresTheOneThatSendsIsKilledAndTheOtherGoesOn()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        await using var channel = await TroubledChannelAsync();
        await WriteAsync(database, channel.ServiceUrl);
        await using var bots = new Bots(database);

        // Both at once over a database in which the scheduler has no tables yet.
        bots.Start();
        bots.Start();
        await UntilAsync(async () => (await bots.HealthyAsync()) == 2 && channel.Taken.Count >= 20);
        await SentAsync(channel, channel.Taken.Count + Random.Shared.Next(30));
        await bots.KillAsync(await SendingAsync(database, bots));

        await CheckAsync(database, channel, kills: 1);
        Assert.Equal(1, await bots.HealthyAsync());
    }

    private static async Task<OutboxChannel> TroubledChannelAsync()
    {
        var channel = await OutboxChannel.StartAsync();
        channel.Answer = (conversation, call) => (Number(conversation) % 50, call) switch
        {
            (7 or 8, _) => new Refusal(403, "BotNotInConversationRoster"),
            (3 or 14 or 23, 1) => new Refusal(429, RetryAfter: "1"),
            (5, 1) => new Refusal(503),
            _ => null,
        };
        return channel;
    }

    private static async Task CheckAsync(TestDatabase database, OutboxChannel channel, int kills)
    {
        var reports = database.Services.GetRequiredService<OutboxReports>();
        await UntilAsync(async () => await reports.CountAsync(default) is var open && open[OutboxState.Waiting] + open[OutboxState.Sending] == 0);

        await using var context = database.NewContext();
        var messages = await context.OutboxMessages.AsNoTracking().ToListAsync();
        Assert.Equal(People, messages.Count);
        var told = channel.Taken.GroupBy(taken => taken.Conversation, StringComparer.Ordinal).ToDictionary(taken => taken.Key, taken => taken.Count(), StringComparer.Ordinal);
        var people = await context.People.AsNoTracking().Where(person => person.Key.StartsWith("many-")).ToDictionaryAsync(person => person.Id, person => person.Key.Replace("many-", "c", StringComparison.Ordinal));
        Assert.All(messages, message =>
        {
            var times = told.GetValueOrDefault(people[message.PersonId!.Value]);
            var isBlocked = Number(people[message.PersonId.Value]) % 50 is 7 or 8;
            switch (message.State)
            {
                case OutboxState.Sent:
                    Assert.False(isBlocked);
                    Assert.InRange(times, 1, message.MayRepeat ? 1 + kills : 1);
                    break;
                case OutboxState.Failed:
                    Assert.Equal((true, 0, OutboxReason.Blocked, "403 BotNotInConversationRoster"), (isBlocked, times, message.Reason, message.Detail));
                    break;
                default:
                    Assert.Equal((OutboxState.Unknown, OutboxReason.NoAnswer, false), (message.State, message.Reason, message.MayRepeat));
                    Assert.InRange(times, 0, 1);
                    break;
            }
        });
        // No more are in doubt or were told twice than were on their way when a process died.
        Assert.InRange(messages.Count(message => message.State == OutboxState.Unknown), 0, Parallel * kills);
        Assert.InRange(told.Values.Sum(times => times - 1), 0, Parallel * kills);
    }

    private static int Number(string conversation) => int.Parse(conversation.AsSpan(1), CultureInfo.InvariantCulture);

    private static Task SentAsync(OutboxChannel channel, int count) => UntilAsync(() => Task.FromResult(channel.Taken.Count >= count));

    /// <summary>The process that holds claims.</summary>
    private static async Task<Process> SendingAsync(TestDatabase database, Bots bots)
    {
        Process? sending = null;
        await UntilAsync(async () =>
        {
            await using var context = database.NewContext();
            var owner = await context.OutboxMessages.Where(message => message.LeaseOwner != null).Select(message => message.LeaseOwner).FirstOrDefaultAsync();
            sending = bots.Running.SingleOrDefault(bot => owner?.Contains($"/{bot.Id}/", StringComparison.Ordinal) == true);
            return sending is not null;
        });
        return sending!;
    }

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
            holds.Select((hold, number) => new OutboxRequest(
                HoldReady.Kind with { MayRepeat = number % 2 == 0 }, HoldReady.KeyOf(hold.Id), new OutboxRecipient.ToPerson(hold.PersonId), now, new HoldReady(hold.Id))),
            default);
        await transaction.CommitAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!await condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Bot processes over one database.</summary>
    private sealed class Bots(TestDatabase database) : IAsyncDisposable
    {
        private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(10) };

        private readonly Dictionary<Process, string?> _addresses = [];

        public IEnumerable<Process> Running => _addresses.Keys;

        public void Start()
        {
            var process = BotProcess.Start(
                [
                    "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Outbox:Lease=00:00:06", "--Outbox:SendTimeout=00:00:05",
                    "--Outbox:PollEvery=00:00:01", "--Outbox:FirstWait=00:00:00.5", $"--Outbox:Parallel={Parallel}",
                ],
                [
                    .. database.Settings.Select(setting => KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)),
                    KeyValuePair.Create<string, string?>("ASPNETCORE_ENVIRONMENT", "Development"),
                ]);
            lock (_addresses)
            {
                _addresses.Add(process, null);
            }

            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data?.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address)
                {
                    lock (_addresses)
                    {
                        if (_addresses.ContainsKey(process))
                        {
                            _addresses[process] = address.TrimEnd('.');
                        }
                    }
                }
            };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        /// <summary>How many are up and say that they can work.</summary>
        public async Task<int> HealthyAsync()
        {
            string?[] addresses;
            lock (_addresses)
            {
                Assert.All(_addresses.Keys, process => Assert.False(process.HasExited, "A bot ended by itself."));
                addresses = [.. _addresses.Values];
            }

            var healthy = 0;
            foreach (var address in addresses.OfType<string>())
            {
                using var answer = await Client.GetAsync(new Uri(new Uri(address), "/health"));
                healthy += answer.IsSuccessStatusCode ? 1 : 0;
            }

            return healthy;
        }

        public async Task KillAsync(Process process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            lock (_addresses)
            {
                _addresses.Remove(process);
            }

            process.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var process in Running.ToList())
            {
                await KillAsync(process);
            }
        }
    }
}
