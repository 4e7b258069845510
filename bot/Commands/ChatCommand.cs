using System.CommandLine;
using System.Text;
using LibraryBot.State;
using LibraryBot.Terminal;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;

namespace LibraryBot.Commands;

/// <summary><c>chat</c>: talks to the bot in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var speaker = new Option<string>("--as") { Description = CommandStrings.ChatAs, DefaultValueFactory = _ => "teacher" };
        var language = new Option<string?>("--lang") { Description = CommandStrings.ChatLanguage };
        language.AcceptOnlyFromAmong("en", "es");
        var command = new Command("chat", CommandStrings.Chat) { speaker, language };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(speaker)!, parsed.GetValue(language), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string speaker, string? language, CancellationToken cancellationToken)
    {
        await using var app = await CommandLine.PreparedAppAsync(cancellationToken);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var screen = new StreamWriter(Console.OpenStandardOutput(), utf8);
        using var keyboard = new StreamReader(Console.OpenStandardInput(), utf8);
        var adapter = new TerminalAdapter(screen, app.Services.GetRequiredService<OncePerActivity>(), app.Services.GetRequiredService<TurnErrors>());
        var bot = app.Services.GetRequiredService<IBot>();

        await adapter.ArriveAsync(speaker, language, bot, cancellationToken);
        while (true)
        {
            if (!Console.IsInputRedirected)
            {
                await screen.WriteAsync("> ");
                await screen.FlushAsync(cancellationToken);
            }

            if (await keyboard.ReadLineAsync(cancellationToken) is not { } line)
            {
                return 0;
            }

            if (Console.IsInputRedirected)
            {
                await screen.WriteLineAsync($"> {line}".AsMemory(), cancellationToken);
            }

            await adapter.SayAsync(line, speaker, language, bot, cancellationToken);
        }
    }
}
