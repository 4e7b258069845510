using LibraryBot.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Support;

/// <summary>
/// The whole bot, in this process: a real server on a free loopback port over a database of its own, in Development, with the sample library.
/// A test class shares one by <c>IClassFixture&lt;BotHost&gt;</c>; a test that needs its own, or its own settings, starts one.
/// </summary>
public sealed class BotHost : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestDatabase? _given;
    private readonly string[] _settings;
    private TestDatabase? _database;
    private WebApplication? _app;

    public BotHost()
        : this(null)
    {
    }

    private BotHost(TestDatabase? database, params string[] settings)
    {
        _given = database;
        _settings = settings;
    }

    /// <summary>For requests to the bot.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where the bot listens.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>The bot's own services.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>Starts one.</summary>
    /// <param name="database">Its database, which outlives it; null gives it one of its own.</param>
    /// <param name="settings">Settings as on the command line, <c>--WebChat:Secret=...</c>.</param>
    public static async Task<BotHost> StartAsync(TestDatabase? database = null, params string[] settings)
    {
        var host = new BotHost(database, settings);
        await host.InitializeAsync();
        return host;
    }

    public LibraryContext NewContext() => Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContext();

    /// <summary>The titles of the catalogue as they stand on a card.</summary>
    public async Task<IReadOnlySet<string>> TitlesAsync()
    {
        await using var context = NewContext();
        return (await context.Titles.Select(title => title.TitleProper).ToListAsync()).ToHashSet(StringComparer.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _database = _given ?? await Databases.NewAsync(DatabaseKind.Sqlite);
        _app = LibraryBotApp.Build(
        [
            .. _database.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Error",
            .. _settings,
        ]);
        await _app.PrepareAsync(CancellationToken.None);
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        if (_given is null)
        {
            await _database!.DisposeAsync();
        }
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
