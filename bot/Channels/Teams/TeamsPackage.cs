using System.IO.Compression;
using System.Text;

namespace LibraryBot.Teams;

/// <summary>The app package of Teams: the manifest of <c>manifest/teams</c> filled in, with its Spanish words and its icons.</summary>
internal static class TeamsPackage
{
    private const string Folder = "manifest/teams/";

    private static readonly string[] Files = ["manifest.json", "es.json", "color.png", "outline.png"];

    /// <summary>The same package for the same bot, whenever it is made; a zip knows no year before 1980.</summary>
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a text is an app id as Microsoft Entra writes it: a GUID with hyphens, and not the one of zeros.</summary>
    public static bool IsAppId(string? text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    /// <summary>Whether a text is a host name and nothing else: no scheme, port, path or IP address, for Teams takes none of these as a domain.</summary>
    public static bool IsHost(string? text) =>
        text is { Length: <= 253 } && Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal) && !text.Contains('_', StringComparison.Ordinal);

    /// <summary>Makes the package.</summary>
    /// <param name="appId">The bot's app id, see <see cref="IsAppId"/>.</param>
    /// <param name="host">The host it is reached at, see <see cref="IsHost"/>.</param>
    /// <returns>A zip file.</returns>
    public static byte[] Make(string appId, string host)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                var entry = package.CreateEntry(file);
                entry.LastWriteTime = Moment;
                using var to = entry.Open();
                using var from = typeof(TeamsPackage).Assembly.GetManifestResourceStream(Folder + file)
                    ?? throw new InvalidOperationException($"{file} is not in the program.");
                if (file == "manifest.json")
                {
                    using var text = new StreamReader(from, Encoding.UTF8);
                    to.Write(Encoding.UTF8.GetBytes(text.ReadToEnd()
                        .Replace("{{APP_ID}}", appId.ToLowerInvariant(), StringComparison.Ordinal)
                        .Replace("{{HOST}}", host.ToLowerInvariant(), StringComparison.Ordinal)));
                }
                else
                {
                    from.CopyTo(to);
                }
            }
        }

        return bytes.ToArray();
    }
}
