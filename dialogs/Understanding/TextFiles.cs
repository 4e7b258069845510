using System.Reflection;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>The word lists and utterances embedded in an assembly, by their path in the project: "Understanding/Words/Flavors.txt".</summary>
internal static class TextFiles
{
    private static readonly Assembly s_assembly = typeof(TextFiles).Assembly;

    /// <summary>The lines of a file that say something: trimmed, without empty ones and comments (#). Empty where there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="assembly">Where it is embedded; this assembly where it is not given.</param>
    public static IEnumerable<string> Lines(string path, Assembly? assembly = null)
    {
        using var stream = (assembly ?? s_assembly).GetManifestResourceStream(path);
        if (stream is null)
        {
            yield break;
        }

        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var said = line.Trim();
            if (said.Length > 0 && said[0] != '#')
            {
                yield return said;
            }
        }
    }
}
