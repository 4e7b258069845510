using System.Globalization;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// What the index holds of a title: a set of terms, each a letter that says which part of the record it is from and a stem, or a letter
/// and a fact to filter by. So one lookup finds "history in a title" without reading past every "history" in a summary.
/// </summary>
internal static class Terms
{
    public const char Title = 't', Author = 'a', Series = 'r', Subject = 's', Anywhere = 'x', ExactTitle = 'e', Award = 'w';
    public const string Available = "v", NoGrade = "gn", AnyAward = "w", Fiction = "o1", Nonfiction = "o0";

    /// <summary>Words taken from one part of a record; a summary says in its first words what it is about.</summary>
    public const int MostWords = 250;

    private static readonly int[] PageSteps = [16, 32, 48, 64, 96, 128, 160, 200, 250, 300, 400, 500, 700, 1000];

    public static string Of(char part, string stem) => string.Concat([part], stem);

    public static string Grade(int grade) => "g" + Number(Math.Clamp(grade, -1, 12) + 1);

    public static string Format(TitleFormat format) => "f" + Number((int)format);

    public static string Language(string code) => "l" + Words.Fold((code.Length > 8 ? code[..8] : code).ToLowerInvariant());

    public static string SeriesNumber(int number) => "n" + Number(number);

    /// <summary>The first number in a series numbering as printed, "bk. 3"; null where there is none.</summary>
    public static int? NumberIn(string? printed)
    {
        var digits = printed.AsSpan();
        digits = digits[Math.Max(digits.IndexOfAnyInRange('0', '9'), 0)..];
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A shelving location, by what its name has in common however it is written.</summary>
    public static string Location(string name) => "k" + Digest(Words.Of(name, MostWords).Select(word => word.Folded));

    /// <summary>A whole title without its initial article; null where nothing is left.</summary>
    public static string? Exact(IReadOnlyList<Word> words)
    {
        var skip = words.Count > 1 && SmallWords.IsArticle(words[0].Folded) ? 1 : 0;
        return words.Count == 0 ? null : ExactTitle + Digest(words.Skip(skip).Select(word => word.Stem));
    }

    /// <summary>The terms of every Lexile measure of a range, in steps of a hundred; what is found is to be measured again.</summary>
    public static IEnumerable<string> Lexiles(LexileRange range)
    {
        var low = Math.Clamp(range.Low, -1000, 2500);
        var high = Math.Clamp(range.High, -1000, 2500);
        return low > high ? [] : Enumerable.Range(LexileStep(low), LexileStep(high) - LexileStep(low) + 1).Select(step => "h" + Number(step));
    }

    /// <summary>The terms of every number of pages between two; what is found is to be counted again.</summary>
    public static IEnumerable<string> Pages(int? atLeast, int? atMost)
    {
        var low = PageStep(atLeast ?? 1);
        var high = PageStep(atMost ?? int.MaxValue);
        return low > high ? [] : Enumerable.Range(low, high - low + 1).Select(step => "p" + Number(step));
    }

    /// <summary>Everything to index of a title with its copies.</summary>
    /// <param name="title">The title.</param>
    /// <param name="words">Takes each stem of it once, with a word it stands for: the vocabulary.</param>
    public static HashSet<string> Of(Title title, Dictionary<string, string> words)
    {
        var terms = new HashSet<string>(128, StringComparer.Ordinal);
        foreach (var name in (IEnumerable<string?>)[title.TitleProper, .. title.OtherTitles])
        {
            var exact = Add(terms, words, name, Title);
            AddTo(terms, Exact(exact));
        }
        if (title.Subtitle is not null)
        {
            Add(terms, words, title.Subtitle, Title);
            AddTo(terms, Exact(Words.Of(title.TitleProper + " " + title.Subtitle, MostWords)));
        }
        foreach (var contributor in title.Contributors)
        {
            foreach (var word in Words.Of(contributor.Name, MostWords))
            {
                words.TryAdd(word.Stem, word.Written);
                terms.Add(Of(Author, word.Stem));
            }
        }
        Add(terms, words, title.SeriesName, Series);
        Add(terms, words, title.SeriesNumber, Series);
        foreach (var heading in title.Subjects.Concat(title.Genres))
        {
            Add(terms, words, heading, Subject);
        }
        Add(terms, words, title.Summary, Anywhere);
        AddFacts(terms, title);
        return terms;
    }

    private static List<Word> Add(HashSet<string> terms, Dictionary<string, string> vocabulary, string? text, char part)
    {
        var words = Words.Of(text, MostWords);
        foreach (var word in words)
        {
            if (part == Title)
            {
                terms.Add(Of(Title, word.Stem));
            }
            if (SmallWords.IsStopped(word.Folded))
            {
                continue;
            }
            vocabulary.TryAdd(word.Stem, word.Written);
            terms.Add(Of(part, word.Stem));
            terms.Add(Of(Anywhere, word.Stem));
        }
        return words;
    }

    private static void AddFacts(HashSet<string> terms, Title title)
    {
        terms.Add(Format(title.Format));
        terms.UnionWith(title.Languages.Select(Language));
        if (title.GradeLow is null && title.GradeHigh is null)
        {
            terms.Add(NoGrade);
        }
        else
        {
            for (var grade = title.GradeLow ?? -1; grade <= Math.Min(title.GradeHigh ?? 12, 12); grade++)
            {
                terms.Add(Grade(grade));
            }
        }
        if (title.Lexile is { } lexile)
        {
            terms.Add("h" + Number(LexileStep(Math.Clamp(lexile, -1000, 2500))));
        }
        if (title.Pages is { } pages)
        {
            terms.Add("p" + Number(PageStep(pages)));
        }
        if (NumberIn(title.SeriesNumber) is { } number)
        {
            terms.Add(SeriesNumber(number));
        }
        AddTo(terms, FictionOrNot.Of(title) switch { true => Fiction, false => Nonfiction, null => null });
        foreach (var award in title.Awards)
        {
            terms.Add(AnyAward);
            terms.UnionWith(Words.Of(award, MostWords).Select(word => Of(Award, word.Stem)));
        }
        foreach (var copy in title.Copies)
        {
            AddTo(terms, copy.Status == CopyStatus.Available ? Available : null);
            AddTo(terms, copy.Location is { } location ? Location(location) : null);
        }
    }

    private static void AddTo(HashSet<string> terms, string? term)
    {
        if (term is not null)
        {
            terms.Add(term);
        }
    }

    private static int LexileStep(int lexile) => (lexile + 1000) / 100;

    private static int PageStep(int pages)
    {
        var step = Array.FindIndex(PageSteps, most => pages <= most);
        return step < 0 ? PageSteps.Length : step;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // FNV-1a, 64 bits: short, and the same on every machine.
    private static string Digest(IEnumerable<string> words)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in words)
        {
            foreach (var c in word)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }
            hash = (hash ^ ' ') * 1099511628211UL;
        }
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
