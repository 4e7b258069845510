namespace LibraryBot.Tests.Support;

/// <summary>
/// Real input that lies beside the repository, in <c>../shared/data</c>, on some machines. A test over it carries
/// <c>[Trait("Needs", "SharedData")]</c> and is a <see cref="SkippableFactAttribute"/> or theory.
/// </summary>
internal static class SharedData
{
    /// <summary>The full path of a file such as <c>marc/oss.marc</c>; skips the test where the folder is not there.</summary>
    public static string File(string name)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "data", name);
        Skip.IfNot(System.IO.File.Exists(path), $"There is no ../shared/data/{name} beside the repository.");
        return Path.GetFullPath(path);
    }
}
