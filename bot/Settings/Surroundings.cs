using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LibraryBot.Settings;

/// <summary>Where the bot runs from: the source tree of somebody who tries or develops it, or a folder it was published to.</summary>
internal static class Surroundings
{
    /// <summary>Where it listens when nothing is said.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    private static readonly string? Source = FindSource();

    /// <summary>The folder that <c>App_Data</c> is in: the project's in a source tree, else that of the program.</summary>
    public static string ContentRoot => Source ?? AppContext.BaseDirectory;

    /// <summary>
    /// The environment's name: what <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c> say, else Development in a source tree and
    /// Production anywhere else.
    /// </summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? (Source is null ? Environments.Production : Environments.Development);

    /// <summary>The address to open, once the server listens; a wildcard host is said as localhost.</summary>
    public static string Address(IServer server)
    {
        var url = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultUrl;
        return url.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal);
    }

    private static string? FindSource()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LibraryBot.csproj")))
            {
                return folder.FullName;
            }

            // The tests and benchmarks stand beside the bot in the same tree.
            var beside = Path.Combine(folder.FullName, "bot", "LibraryBot.csproj");
            if (File.Exists(beside) && File.Exists(Path.Combine(folder.FullName, "LibraryBot.sln")))
            {
                return Path.GetDirectoryName(beside);
            }
        }

        return null;
    }
}
