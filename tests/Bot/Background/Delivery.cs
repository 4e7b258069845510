using LibraryBot.Background;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Conversation.Outbox;
using LibraryBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace LibraryBot.Tests.Bot.Background;

/// <summary>The bot's own delivery, its server and scheduler not started, over a real database and a channel on this machine.</summary>
internal sealed class Delivery : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;

    private Delivery(TestDatabase database, OutboxChannel channel, WebApplication app) => (_database, Channel, _app) = (database, channel, app);

    public static OutboxKind Kind { get; } = new("test", MayRepeat: true);

    public static OutboxKind Once { get; } = new("test", MayRepeat: false);

    public OutboxChannel Channel { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<Delivery> NewAsync(DatabaseKind kind = DatabaseKind.Sqlite, params string[] settings)
    {
        var database = await Databases.NewAsync(kind);
        var app = LibraryBotApp.Build(
            services => services.AddOutboxMessage<TestMessage>(),
            [
                .. database.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
                "--Logging:LogLevel:Default=None",
                "--Outbox:FirstWait=00:00:00.1",
                "--Outbox:Rates:msteams:PerConversation=1000",
                .. settings,
            ]);
        return new Delivery(database, await OutboxChannel.StartAsync(), app);
    }

    /// <summary>Adds somebody who can be reached in Teams, in a conversation of the name of their key.</summary>
    public async Task<Person> PersonAsync(string key, string? language = null, AddressState state = AddressState.Open, bool hasAddress = true)
    {
        var person = new Person { Key = key, DisplayName = key, Role = Role.Student, Language = language };
        if (hasAddress)
        {
            person.Addresses.Add(AddressOf(key, state));
        }

        await _database.AddAsync(person);
        return person;
    }

    public Address AddressOf(string conversation, AddressState state = AddressState.Open, string? locale = null) =>
        AddressAt(Channel.ServiceUrl, conversation, state, locale);

    public static Address AddressAt(string serviceUrl, string conversation, AddressState state = AddressState.Open, string? locale = null) => new()
    {
        ChannelId = "msteams",
        UserId = $"29:{conversation}",
        State = state,
        ConversationReference = JsonConvert.SerializeObject(new ConversationReference
        {
            ChannelId = "msteams",
            ServiceUrl = serviceUrl,
            Locale = locale,
            Conversation = new ConversationAccount(id: conversation),
            Bot = new ChannelAccount("bot"),
            User = new ChannelAccount($"29:{conversation}"),
        }),
    };

    public Task AddAsync(params object[] entities) => _database.AddAsync(entities);

    public async Task WriteAsync(params OutboxRequest[] requests)
    {
        await using var context = _database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await Services.GetRequiredService<OutboxWriter>().EnqueueAsync(context, requests, default);
        await transaction.CommitAsync();
    }

    public OutboxRequest Request(string key, Person person, string says = "hello", OutboxKind? kind = null, TimeSpan? expiresIn = null) =>
        new(kind ?? Kind, key, new OutboxRecipient.ToPerson(person.Id), TimeProvider.System.GetUtcNow(), new TestFacts(says))
        {
            ExpiresAt = TimeProvider.System.GetUtcNow() + expiresIn,
        };

    /// <summary>Delivers until nothing will be due within the poll's interval.</summary>
    public async Task RunAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await Services.GetRequiredService<DeliverOutbox>().RunAsync(patience.Token);
        Assert.False(patience.IsCancellationRequested, "The delivery did not come to an end.");
    }

    public async Task<OutboxMessage> ReadAsync(string key)
    {
        await using var context = _database.NewContext();
        return await context.OutboxMessages.AsNoTracking().SingleAsync(message => message.Key == key);
    }

    public async Task<AddressState> StateOfAsync(string conversation)
    {
        await using var context = _database.NewContext();
        return await context.Addresses.Where(address => address.UserId == $"29:{conversation}").Select(address => address.State).SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Channel.DisposeAsync();
        await _database.DisposeAsync();
    }

    public sealed record TestFacts(string Says);

    /// <summary>Says what the payload holds and in which language; fails or finds it untrue where the payload says so.</summary>
    private sealed class TestMessage : IOutboxMessage
    {
        public OutboxKind Kind => Delivery.Kind;

        public async Task<OutboxRendering> RenderAsync(OutboxMessage message, LibraryBot.Data.LibraryContext library, CancellationToken cancellationToken)
        {
            await library.People.AnyAsync(cancellationToken);
            return message.Read<TestFacts>().Says switch
            {
                "broken" => throw new FormatException("cannot be said"),
                "untrue" => new OutboxRendering.NoLongerTrue(),
                var said => new OutboxRendering.Say(MessageFactory.Text($"{SpokenLanguage.Current}:{said}")),
            };
        }
    }
}
