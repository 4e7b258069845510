using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using LibraryBot.Settings;

namespace LibraryBot.WebChat;

/// <summary>Whether the page's script is there.</summary>
internal enum ScriptState
{
    /// <summary>On its way.</summary>
    Fetching,

    /// <summary>There.</summary>
    Ready,

    /// <summary>npm is not installed, so it cannot be fetched.</summary>
    NoNpm,

    /// <summary>npm could not fetch it, or what it fetched was not what was expected.</summary>
    Failed,
}

/// <summary>
/// Fetches the one script the page needs, <c>dist/webchat.js</c> of the npm package botframework-webchat, when it is not there yet. Takes the
/// package alone, checks it against the hash below, and keeps the script in <c>App_Data/webchat</c>.
/// </summary>
internal sealed partial class WebChatScript(ILogger<WebChatScript> log) : BackgroundService
{
    /// <summary>The version that the page was made for.</summary>
    public const string Version = "4.18.1";

    private const string Package = $"botframework-webchat@{Version}";

    // dist.integrity of this version, as npm publishes it (Subresource Integrity, W3C).
    private const string Integrity = "7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==";
    private const string Entry = "package/dist/webchat.js";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Where the script is, or will be.</summary>
    public static string File { get; } = Path.Combine(Surroundings.ContentRoot, "App_Data", "webchat", $"webchat-{Version}.js");

    /// <summary>Whether it is there.</summary>
    public ScriptState State { get; private set; } = System.IO.File.Exists(File) ? ScriptState.Ready : ScriptState.Fetching;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (State == ScriptState.Ready)
        {
            return;
        }

        // Nobody's first answer waits for the script.
        await Task.Yield();
        var folder = Directory.CreateTempSubdirectory("librarybot-webchat-");
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            patience.CancelAfter(Patience);
            await PackAsync(folder.FullName, patience.Token);
            await UnpackAsync(Directory.GetFiles(folder.FullName, "*.tgz").Single(), folder.FullName, patience.Token);
            State = ScriptState.Ready;
            LogReady(Version);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            State = ScriptState.NoNpm;
            LogNoNpm();
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            State = ScriptState.Failed;
            LogFailed(failure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PackAsync(string folder, CancellationToken cancellationToken)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var process = Process.Start(new ProcessStartInfo(npm, ["pack", Package, "--ignore-scripts", "--silent", "--pack-destination", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            await output;
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ended with {process.ExitCode}: {(await errors).Trim()}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task UnpackAsync(string package, string folder, CancellationToken cancellationToken)
    {
        await using var file = System.IO.File.OpenRead(package);
        if (Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken)) != Integrity)
        {
            throw new InvalidDataException($"The package {Package} is not the one that was expected; it was thrown away.");
        }

        file.Position = 0;
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var entries = new TarReader(unzipped);
        while (await entries.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
        {
            if (entry.Name == Entry)
            {
                var unpacked = Path.Combine(folder, "webchat.js");
                await entry.ExtractToFileAsync(unpacked, overwrite: true, cancellationToken);
                Directory.CreateDirectory(Path.GetDirectoryName(File)!);
                // Copied beside its place and then renamed, so that half a script is never served.
                var arriving = File + ".arriving";
                System.IO.File.Copy(unpacked, arriving, overwrite: true);
                System.IO.File.Move(arriving, File, overwrite: true);
                return;
            }
        }

        throw new InvalidDataException($"The package {Package} holds no {Entry}.");
    }

    [LoggerMessage(LogLevel.Information, "The web chat's script {Version} is there")]
    private partial void LogReady(string version);

    [LoggerMessage(LogLevel.Warning, "npm is not installed, so the web chat's script cannot be fetched. Install Node.js with npm and start again; until then: dotnet run --project bot -- chat --as teacher")]
    private partial void LogNoNpm();

    [LoggerMessage(LogLevel.Warning, "The web chat's script could not be fetched. Start again to try once more; until then: dotnet run --project bot -- chat --as teacher")]
    private partial void LogFailed(Exception failure);
}
