using System.CommandLine;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using LibraryBot.Settings;
using LibraryBot.Turns;
using LibraryBot.WebChat;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace LibraryBot.Commands;

/// <summary>The command line: without a command the bot runs.</summary>
internal static class CommandLine
{
    private const string QuietLog = "--Logging:LogLevel:Default=Error";

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The exit code: 0 where all went well.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand(CommandStrings.Root)
        {
            ChatCommand.Create(),
            CheckCommand.Create(),
            ManifestCommand.Create(),
            ImportCommand.Create(() => LibraryBotApp.Build(QuietLog).Services),
        };
        // What is no command is a setting, such as --Database:Provider=Postgres.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => ServeAsync([.. parsed.UnmatchedTokens], cancellationToken));
        try
        {
            return await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        // A wrong setting is for a person to mend: the message says which and how, and a stack trace would only hide it.
        catch (Exception wrong) when (wrong is InvalidOperationException or InvalidDataException or FileNotFoundException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    /// <summary>The bot without its server, its database ready and its log silent but for what a person must see, for commands.</summary>
    public static async Task<WebApplication> PreparedAppAsync(CancellationToken cancellationToken)
    {
        var app = LibraryBotApp.Build(QuietLog);
        await app.PrepareAsync(cancellationToken);
        return app;
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = LibraryBotApp.Build(settings);
        ChannelTrustSettings.Check(app.Configuration, app.Environment.IsDevelopment());
        // What understands sentences learns on the other core while the database is made ready, so that nobody's first question waits for it.
        _ = Task.Run(() => LearnAsync(app.Services, cancellationToken), cancellationToken);
        await app.PrepareAsync(cancellationToken);
        // And the catalogue is looked into while the server starts.
        _ = Task.Run(() => app.Services.GetRequiredService<RecommendationWarmUp>().RunAsync(cancellationToken), cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(CommandStrings.AddressTaken.Replace("{0}", app.Configuration["urls"] ?? Surroundings.DefaultUrl, StringComparison.Ordinal));
            return 1;
        }

        var address = Surroundings.Address(app.Services.GetRequiredService<IServer>());
        Console.WriteLine(CommandStrings.Listening, address);
        if (app.Services.GetRequiredService<WebChatScript>().State == ScriptState.Fetching)
        {
            Console.WriteLine(CommandStrings.FetchingScript);
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task LearnAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Rehearsal>().RunAsync(cancellationToken);
        services.GetRequiredService<WishReader>().Read("a funny book about dogs for a 4th grader", "en");
        services.GetRequiredService<IBotFrameworkHttpAdapter>();
        services.GetRequiredService<IBot>();
    }
}
