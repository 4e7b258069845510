using LibraryBot.Background;
using LibraryBot.BotFrameworkChannels;
using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Sample;
using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Equipment;
using LibraryBot.Dialogs.Equipment.Desk;
using LibraryBot.Dialogs.Kits;
using LibraryBot.Health;
using LibraryBot.Pages;
using LibraryBot.Settings;
using LibraryBot.State;
using LibraryBot.Teams;
using LibraryBot.Turns;
using LibraryBot.WebChat;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot;

/// <summary>The bot put together: what it is made of, and which addresses it answers at.</summary>
internal static class LibraryBotApp
{
    /// <summary>Builds it; nothing runs yet.</summary>
    /// <param name="arguments">Settings as <c>--Name=value</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message says which and how.</exception>
    /// <exception cref="InvalidDataException">The school's <c>library.json</c> is wrong; the message says where.</exception>
    public static WebApplication Build(params string[] arguments) => Build(null, arguments);

    /// <inheritdoc cref="Build(string[])"/>
    /// <param name="more">Adds to what it is made of, or puts something else in its place.</param>
    /// <param name="arguments">Settings as <c>--Name=value</c>.</param>
    internal static WebApplication Build(Action<IServiceCollection>? more, string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ContentRootPath = Surroundings.ContentRoot,
            EnvironmentName = Surroundings.EnvironmentName,
        });
        builder.AddDatabase();
        builder.AddLibrarySettings();
        builder.Services.AddDialogs();
        builder.Services.AddTurns();
        builder.Services.AddTeams(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.AddBotFramework();
        builder.Services.AddWebChat(builder.Configuration);
        builder.Services.AddBackground(builder.Configuration);
        more?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseStaticFiles();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        app.MapBotFramework();
        app.MapDirectLine();
        app.MapChatPage();
        app.MapInformationPages();
        app.MapCalendarFiles();
        app.MapKits();
        app.MapUsageFiles();
        app.MapHealth();
        return app;
    }

    /// <summary>Brings the database up to date, and in Development fills an empty one with the sample library.</summary>
    public static async Task PrepareAsync(this IHost app, CancellationToken cancellationToken)
    {
        var databases = app.Services.GetRequiredService<IDbContextFactory<LibraryContext>>();
        var (profile, clock) = (app.Services.GetRequiredService<LibraryProfile>(), app.Services.GetRequiredService<TimeProvider>());
        var isDevelopment = app.Services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        // At the very first start the sample's files are read while the tables are made.
        var titles = isDevelopment && LibraryData.IsMissing(app.Services.GetRequiredService<IConfiguration>()) ? Task.Run(() => SampleTitles.ReadAsync(profile, clock, cancellationToken), cancellationToken) : null;
        await databases.PrepareAsync(cancellationToken);
        if (isDevelopment)
        {
            await SampleLibrary.LoadAsync(databases, profile, clock, titles, cancellationToken);
            await SampleLibrary.LoadPeopleAsync(databases, cancellationToken);
        }
    }

    // Before all else: the longest piece of a start begins with it, on another core.
    private static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Configuration["ConnectionStrings:Library"] ??= $"Data Source={Path.Combine(Surroundings.ContentRoot, "App_Data", "library.db")}";
        builder.Services.AddLibraryData(builder.Configuration);
    }

    private static void AddLibrarySettings(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isDevelopment = builder.Environment.IsDevelopment();
        if (string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(Surroundings.DefaultUrl);
        }

        builder.Services.AddSingleton(ClockSettings.Read(configuration, isDevelopment));
        builder.Services.AddSingleton(RecommendationSettings.Read(configuration));
        builder.Services.AddSingleton(EquipmentSection.Read(configuration));
        var site = SiteAddress.Read(configuration, isDevelopment);
        builder.Services.AddSingleton(services => new CalendarLinks(() => site(services)));
        builder.Services.AddSingleton(services => new UsageLinks(() => site(services), services.GetRequiredService<IStorage>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(CirculationSection.Read(configuration));
        builder.Services.AddSingleton(services => new KitPages(() => site(services)));
        builder.Services.AddLanguageModel(LanguageModelSettings.Read(configuration));
        builder.Services.AddSingleton(configuration["Library:File"] is { Length: > 0 } file ? LibraryProfile.Load(file) : LibraryProfile.LoadSample());
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = WebChatJson.LongestBody);
    }

    private static void AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<OpeningTimes>();
        services.AddSingleton<IStorage, DatabaseStorage>();
        services.AddSingleton<ConversationState>();
        services.AddSingleton<ConversationLocks>();
        services.AddSingleton<ConversationQueue>();
        services.AddSingleton<OncePerActivity>();
        services.AddSingleton<TurnErrors>();
        services.AddSingleton<TypingWhileSlow>();
        services.AddSingleton<Rehearsal>();
        services.AddSingleton<IBot, LibraryTeamsBot>();
    }
}
