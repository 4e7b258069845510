using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LibraryBot.Bench.Host;

/// <summary>The built bot as a process of its own, over a new SQLite file in a temporary folder, with the sample library.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private RunningBot(Process process, DirectoryInfo folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Client = new HttpClient { BaseAddress = address };
    }

    /// <summary>Which bot to run.</summary>
    public static Option<FileInfo?> BotOption() => new("--bot") { Description = "The LibraryBot.dll to run, a published one for example; else the one built with this program." };

    /// <summary>For requests to it.</summary>
    public HttpClient Client { get; }

    /// <summary>Its largest resident memory so far, in MiB.</summary>
    public double PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1_048_576.0;
        }
    }

    /// <summary>The processor time it has used so far; unlike the clock's time it says something on a busy machine too.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one; it is not yet listening.</summary>
    /// <param name="bot">The <c>LibraryBot.dll</c> to run; null for the one built with this program.</param>
    /// <param name="folder">Where its database is or will be; deleted with it.</param>
    public static RunningBot Start(FileInfo? bot, DirectoryInfo folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [bot?.FullName ?? typeof(LibraryBotApp).Assembly.Location, $"--urls={address}", "--Logging:LogLevel:Default=Warning"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["ConnectionStrings__Library"] = $"Data Source={Path.Combine(folder.FullName, "library.db")}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new RunningBot(process, folder, address);
    }

    /// <summary>Posts a body until the bot takes it, and gives the first answer.</summary>
    /// <exception cref="InvalidOperationException">The bot ended instead.</exception>
    public async Task<string> FirstAnswerAsync(Func<HttpContent> body, CancellationToken cancellationToken)
    {
        while (!_process.HasExited)
        {
            try
            {
                using var response = await Client.PostAsync("/api/messages", body(), cancellationToken);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(cancellationToken);
            }
            catch (HttpRequestException notYet) when (notYet.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Delay(10, cancellationToken);
            }
        }

        throw new InvalidOperationException($"The bot ended with {_process.ExitCode} before it answered.");
    }

    /// <summary>Ends it, and keeps its database for another.</summary>
    public async Task EndAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
