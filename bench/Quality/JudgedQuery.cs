using System.Globalization;

namespace LibraryBot.Bench.Quality;

/// <summary>What somebody at a school asked for, and the titles of the sample library that answer it.</summary>
/// <param name="IsHeldOut">Whether nothing may be tuned on it.</param>
/// <param name="Language">"en" or "es".</param>
/// <param name="Text">What was asked.</param>
/// <param name="Grades">By the key of a title: 3 just what is wanted, 2 good, 1 better than nothing. What is not named is worth nothing.</param>
internal sealed record JudgedQuery(bool IsHeldOut, string Language, string Text, IReadOnlyDictionary<string, int> Grades)
{
    private const int Depth = 10;

    /// <summary>Reads <c>judged.tsv</c>, which travels inside the assembly: "t" for tuning or "h" for held out, the language, the query, then key:grade.</summary>
    /// <exception cref="FormatException">A line is not of this form.</exception>
    public static async Task<IReadOnlyList<JudgedQuery>> ReadAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(JudgedQuery).Assembly.GetManifestResourceStream("judged.tsv")!);
        var queries = new List<JudgedQuery>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            queries.Add(line.Split('\t') is [var half, var language, var text, .. var judged] && half is ("t" or "h")
                ? new JudgedQuery(half == "h", language, text, judged.Select(each => each.Split(':')).ToDictionary(each => each[0], each => int.Parse(each[1], CultureInfo.InvariantCulture)))
                : throw new FormatException($"Line {queries.Count + 1} of judged.tsv is not \"t\" or \"h\", a language, a query and its titles."));
        }

        return queries;
    }

    /// <summary>Normalized discounted cumulative gain of the first ten, with a gain of 2^grade - 1 (Burges et al., 2005); 1 is the best that could be.</summary>
    public double Gain(IReadOnlyList<string> keys) =>
        Discounted(keys.Select(key => Grades.GetValueOrDefault(key))) / Discounted(Grades.Values.OrderDescending());

    /// <summary>The share of all titles judged of use that are among the first ten.</summary>
    public double Recall(IReadOnlyList<string> keys) => (double)keys.Take(Depth).Count(Grades.ContainsKey) / Grades.Count;

    private static double Discounted(IEnumerable<int> grades) => grades.Take(Depth).Select((grade, at) => (Math.Pow(2, grade) - 1) / Math.Log2(at + 2)).Sum();
}
