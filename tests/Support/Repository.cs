using System.Diagnostics;

namespace LibraryBot.Tests.Support;

/// <summary>The repository these tests were built from, for the rules of the house.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>LibraryBot.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file git knows of or would add, relative to <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LibraryBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("LibraryBot.sln is in no folder above the tests.");
    }

    private static string[] ListFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        })!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];
    }
}
