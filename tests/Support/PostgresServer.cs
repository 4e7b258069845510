using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LibraryBot.Tests.Support;

/// <summary>
/// A PostgreSQL server for the tests: the one that LIBRARYBOT_TEST_POSTGRES names (a user there who may create databases), else one of
/// our own from Debian's package, in a temporary folder on a free loopback port, for as long as the test process lives.
/// </summary>
internal sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Only = new(StartAsync);
    private readonly NpgsqlConnectionStringBuilder connection;

    private PostgresServer(string connectionString) => connection = new(connectionString) { IncludeErrorDetail = true };

    public static bool IsInstalled => Named is not null || Programs is not null;

    private static string? Named => Environment.GetEnvironmentVariable("LIBRARYBOT_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    private static string? Programs => !Directory.Exists("/usr/lib/postgresql") ? null : Directory
        .GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
        .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    public static Task<PostgresServer> StartedAsync() => Only.Value;

    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = database }.ConnectionString;

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection((await StartedAsync()).ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Named is not null)
        {
            return new PostgresServer(Named);
        }
        var folder = Directory.CreateTempSubdirectory("librarybot-postgres-").FullName;
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root; its package made a user for it.
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
        var data = Path.Combine(folder, "data");
        await RunAsync("initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var port = FreePort();
        var options = $"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories= -c fsync=off -c full_page_writes=off"
            + " -c synchronous_commit=off -c max_connections=200";
        await RunAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");
        StopAfterUs(data, folder);
        return new PostgresServer($"Host=127.0.0.1;Port={port};Username=tests");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Nothing is redirected into a pipe: the server would inherit it, and reading it would wait for the server's end.
        var start = new ProcessStartInfo("sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1", "sh", .. AsServerUser(program, arguments)]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    // A shell of its own waits for our end, so that the server stops even where the test process is killed.
    private static void StopAfterUs(string data, string folder)
    {
        var stop = string.Join(' ', AsServerUser("pg_ctl", "-D", data, "-m", "immediate", "stop"));
        var wait = $"exec >/dev/null 2>&1; cd /; while kill -0 {Environment.ProcessId}; do sleep 1; done; {stop}; rm -rf {folder}";
        Process.Start("setsid", ["sh", "-c", wait]).Dispose();
    }

    private static string[] AsServerUser(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Programs!, program), .. arguments];
        return !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. command] : command;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
