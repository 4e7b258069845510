namespace LibraryBot.Data.Sample;

/// <summary>The files of the sample library, which travel inside the assembly.</summary>
internal static class SampleFiles
{
    /// <summary>Opens one by its file name, "titles.csv".</summary>
    public static Stream Open(string name) =>
        typeof(SampleFiles).Assembly.GetManifestResourceStream($"LibraryBot.Data.Sample.{name}")
        ?? throw new FileNotFoundException($"The sample library has no {name}.", name);
}
