using System.Diagnostics;
using System.Text;

namespace LibraryBot.Tests.Support;

/// <summary>The built bot as a process of its own, as a person starts it.</summary>
internal static class BotProcess
{
    /// <summary>Starts it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">Settings as environment variables, <c>ConnectionStrings__Library</c>.</param>
    /// <param name="program">The bot's file; the one built with the tests where it is not given.</param>
    public static Process Start(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> environment, string? program = null)
    {
        var start = new ProcessStartInfo("dotnet", [program ?? typeof(LibraryBotApp).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What is typed; the keyboard's end follows.</param>
    /// <param name="environment">Settings as environment variables, <c>ConnectionStrings__Library</c>.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IEnumerable<string> arguments, string input, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        using var process = Start(arguments, environment);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
