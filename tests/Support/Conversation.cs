using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Support;

/// <summary>
/// A person talking with the real main dialog over a real SQLite database, with the shelf of <see cref="Some.Shelf"/> on it. The clock stands
/// at ten in the morning of Tuesday, March 3, 2026, in Chicago.
/// </summary>
internal sealed class Conversation : IAsyncDisposable
{
    private static int s_number;
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Conversation(TestDatabase database, Speaker speaker, LibraryProfile profile, Action<IServiceCollection>? more)
    {
        _database = database;
        Speaker = speaker;
        Adapter = new UpdatingAdapter(TestAdapter.CreateConversation($"conversation-{Interlocked.Increment(ref s_number)}"));
        var services = new ServiceCollection();
        more?.Invoke(services);
        _services = services
            .AddSingleton(Clock)
            .AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build())
            .AddSingleton(profile)
            .AddSingleton<OpeningTimes>()
            .AddSingleton<IStorage, MemoryStorage>()
            .AddSingleton<ConversationState>()
            .AddDialogs()
            .BuildServiceProvider();
    }

    /// <summary>Stands at ten in the morning of Tuesday, March 3, 2026, in Chicago.</summary>
    public static TimeProvider Clock { get; } = new StandingClock(new DateTimeOffset(2026, 3, 3, 16, 0, 0, TimeSpan.Zero));

    public Speaker Speaker { get; set; }

    public UpdatingAdapter Adapter { get; }

    /// <summary>Begins one with somebody of a role who is on the roster; a visitor is not.</summary>
    /// <param name="role">The role.</param>
    /// <param name="profile">The school; <see cref="Some.Profile"/> where nothing is said.</param>
    /// <param name="more">Adds what a host would: the language model's client, settings.</param>
    public static async Task<Conversation> WithAsync(Role role = Role.Teacher, LibraryProfile? profile = null, Action<IServiceCollection>? more = null)
    {
        var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var person = new Person { Key = "somebody", DisplayName = "Sam Lee", Role = role, Grade = role == Role.Student ? 4 : null };
        await using (var library = database.NewContext())
        {
            library.Titles.AddRange(Some.Shelf());
            library.People.Add(person);
            library.People.Add(new Person { Key = "other", DisplayName = "Alex Cho", Role = Role.Student, Grade = 5 });
            await library.SaveChangesAsync();
        }

        return new Conversation(database, role == Role.Visitor ? Speaker.Visitor : Speaker.From(person), profile ?? Some.Profile(), more);
    }

    /// <summary>Begins one with a student, where these titles stand on the shelf too.</summary>
    public static async Task<Conversation> WithTitlesAsync(params Title[] titles)
    {
        var talk = await WithAsync(Role.Student);
        await using var library = talk.Library();
        library.Titles.AddRange(titles);
        await library.SaveChangesAsync();
        return talk;
    }

    public LibraryContext Library() => _database.NewContext();

    /// <summary>A part of the library or of the dialogs, as the conversation uses it.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Says something and returns what came back.</summary>
    public Task<Reply> SayAsync(string text, string? locale = null) => SendAsync(new Activity(ActivityTypes.Message) { Text = text, Locale = locale ?? "en-US" });

    /// <summary>Presses a button of the last reply by its title, the first of that name or the one of a tooltip.</summary>
    public Task<Reply> PressAsync(Reply on, string title, string? tooltip = null) => SendAsync(new Activity(ActivityTypes.Message)
    {
        Value = on.Button(title, tooltip),
        Locale = "en-US",
    });

    /// <summary>Sends any activity.</summary>
    public async Task<Reply> SendAsync(Activity activity)
    {
        Adapter.ActiveQueue.Clear();
        await Adapter.ProcessActivityAsync(activity, TurnAsync, default);
        return new Reply([.. Adapter.ActiveQueue.Where(sent => sent.Type == ActivityTypes.Message)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task TurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var state = _services.GetRequiredService<ConversationState>();
        turn.TurnState.Add(Speaker);
        SpokenLanguage.Speak(await _services.GetRequiredService<SpokenLanguage>().FindAsync(turn, Speaker, cancellationToken));
        await _services.GetRequiredService<MainDialog>().RunAsync(turn, state.CreateProperty<DialogState>(nameof(DialogState)), cancellationToken);
        await state.SaveChangesAsync(turn, cancellationToken: cancellationToken);
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>A channel that can, or cannot, replace a message.</summary>
internal sealed class UpdatingAdapter(ConversationReference conversation) : TestAdapter(conversation)
{
    public bool CanUpdate { get; set; } = true;

    public List<Activity> Updates { get; } = [];

    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        if (!CanUpdate)
        {
            throw new NotSupportedException("This channel replaces nothing.");
        }

        Updates.Add(activity);
        return base.UpdateActivityAsync(turnContext, activity, cancellationToken);
    }
}
