using System.CommandLine;
using System.Globalization;
using LibraryBot.Teams;

namespace LibraryBot.Commands;

/// <summary>
/// <c>manifest teams --app-id ID --host HOST --out FILE</c>: writes the app package that an administrator uploads to Teams. Returns 0 when it was
/// written, and 1, having written nothing, when it could not be.
/// </summary>
internal static class ManifestCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var appId = new Option<string>("--app-id") { Description = CommandStrings.ManifestAppId, Required = true };
        var host = new Option<string>("--host") { Description = CommandStrings.ManifestHost, Required = true };
        var file = new Option<string>("--out") { Description = CommandStrings.ManifestOut, DefaultValueFactory = _ => "librarybot-teams.zip" };
        appId.Validators.Add(result =>
        {
            if (!TeamsPackage.IsAppId(result.GetValueOrDefault<string>()))
            {
                result.AddError(Say(CommandStrings.ManifestBadAppId, result.GetValueOrDefault<string>()));
            }
        });
        host.Validators.Add(result =>
        {
            if (!TeamsPackage.IsHost(result.GetValueOrDefault<string>()))
            {
                result.AddError(Say(CommandStrings.ManifestBadHost, result.GetValueOrDefault<string>()));
            }
        });
        var teams = new Command("teams", CommandStrings.ManifestTeams) { appId, host, file };
        teams.SetAction((parsed, cancellationToken) =>
            WriteAsync(TeamsPackage.Make(parsed.GetValue(appId)!, parsed.GetValue(host)!), parsed.GetValue(file)!, cancellationToken));
        return new Command("manifest", CommandStrings.Manifest) { teams };
    }

    private static async Task<int> WriteAsync(byte[] package, string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file) || Directory.Exists(file))
        {
            await Console.Error.WriteLineAsync(Say(CommandStrings.ManifestExists, file));
            return 1;
        }

        try
        {
            await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            await stream.WriteAsync(package, cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await Console.Error.WriteLineAsync(Say(CommandStrings.ManifestCannotWrite, file, refused.Message));
            return 1;
        }

        Console.WriteLine(Say(CommandStrings.ManifestWritten, Path.GetFullPath(file)));
        return 0;
    }

    private static string Say(string sentence, params object?[] gaps) => string.Format(CultureInfo.CurrentCulture, sentence, gaps);
}
