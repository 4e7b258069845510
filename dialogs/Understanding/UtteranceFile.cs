using System.Reflection;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// What people say to get to a capability: a sentence a line. The word xxx stands for any word. A line <c>[Hours]</c> begins a section, and the sentences under it are
/// recognised as that intent of the capability.
/// </summary>
internal static class UtteranceFile
{
    /// <summary>The sentences of a file with the section each stands in, null above the first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="assembly">Where it is embedded; this assembly where it is not given.</param>
    public static IEnumerable<(string Text, string? Intent)> Read(string path, Assembly? assembly = null)
    {
        string? intent = null;
        foreach (var line in TextFiles.Lines(path, assembly))
        {
            if (line[0] == '[')
            {
                intent = line.Trim('[', ']');
            }
            else
            {
                yield return (line, intent);
            }
        }
    }
}
