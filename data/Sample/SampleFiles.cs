using System.Globalization;
using CsvHelper;

namespace LibraryBot.Data.Sample;

/// <summary>The files of the sample library, which travel inside the assembly.</summary>
internal static class SampleFiles
{
    /// <summary>Opens one by its file name, "titles.csv".</summary>
    public static Stream Open(string name) =>
        typeof(SampleFiles).Assembly.GetManifestResourceStream($"LibraryBot.Data.Sample.{name}")
        ?? throw new FileNotFoundException($"The sample library has no {name}.", name);

    /// <summary>The rows of a CSV file after its header; fields are read by the name of their column.</summary>
    public static IEnumerable<IReaderRow> ReadRows(string name)
    {
        using var csv = new CsvReader(new StreamReader(Open(name)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return csv;
        }
    }
}
