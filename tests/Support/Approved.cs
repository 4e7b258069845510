using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Support;

/// <summary>
/// Holds JSON to what somebody has read and found good: <c>Name.approved.json</c> beside the test, compared by value. With <c>APPROVE=1</c> in the
/// environment the file is written instead; read it before you commit it.
/// </summary>
internal static class Approved
{
    public static void Json(JToken actual, string name, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath(Repository.Root, test))!;
        var file = Path.Combine(Repository.Root, folder, $"{name}.approved.json");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, actual.ToString(Formatting.Indented) + "\n");
        }

        Assert.True(File.Exists(file), $"{file} is not there. Run the test once with APPROVE=1 and read what it writes.");
        var approved = JToken.Parse(File.ReadAllText(file));
        Assert.True(
            JToken.DeepEquals(approved, actual),
            $"{name} is not as approved. If it is good, run the test with APPROVE=1. It is now:\n{actual.ToString(Formatting.Indented)}");
    }
}
