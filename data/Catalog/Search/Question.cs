namespace LibraryBot.Data.Catalog.Search;

/// <summary>One way to meet a group: all of its stems.</summary>
/// <param name="Stems">One stem, or several where a phrase or two words for one are meant.</param>
/// <param name="Weight">1 as typed, less the farther a spelling was corrected.</param>
/// <param name="Written">What it was corrected to; null where it was not.</param>
internal sealed record Way(IReadOnlyList<string> Stems, double Weight, string? Written = null)
{
    /// <summary>Whether these are other words for what was typed, which nobody meant for a title.</summary>
    public bool IsOther { get; init; }
}

/// <summary>What kind of words a group is from.</summary>
internal enum GroupKind
{
    /// <summary>A word of the text.</summary>
    Typed,

    /// <summary>A word of the title asked for.</summary>
    TitleWord,

    /// <summary>A word of the author asked for.</summary>
    AuthorWord,

    /// <summary>Synonyms.</summary>
    Synonyms,
}

/// <summary>Something a title should match, in one of several ways.</summary>
internal sealed class Group(GroupKind kind, Word? word, IEnumerable<Way> ways)
{
    public GroupKind Kind => kind;

    /// <summary>The word typed; null for synonyms.</summary>
    public Word? Word => word;

    public List<Way> Ways { get; } = [.. ways];

    /// <summary>Whether a title need not match it.</summary>
    public bool IsWeak { get; init; }

    /// <summary>In how many titles it is, about; for how much it weighs.</summary>
    public int Titles { get; set; }

    /// <summary>The titles that match it in one of these parts of the record.</summary>
    public Match In(ReadOnlySpan<char> parts)
    {
        var any = new List<Match>();
        foreach (var way in Ways)
        {
            var all = new List<Match>();
            foreach (var stem in way.Stems)
            {
                var terms = new List<Match>();
                foreach (var part in parts)
                {
                    terms.Add(Match.Term(Terms.Of(part, stem)));
                }
                all.Add(Match.Any(terms));
            }
            any.Add(Match.All(all));
        }
        return Match.Any(any);
    }
}

/// <summary>A query taken apart into groups, with bounds: whatever its length, it becomes a search of limited work.</summary>
internal sealed class Question
{
    private const int MostCharacters = 1000, MostTyped = 12, MostGroups = 12, MostSynonyms = 40;
    private const double SameThing = 0.9, Narrower = 0.6;

    private Question(List<Group> groups, List<Word> exact, bool isTitleOnly)
    {
        Groups = groups;
        Exact = exact;
        IsTitleOnly = isTitleOnly;
    }

    public List<Group> Groups { get; }

    /// <summary>The words that a title may consist of, exactly.</summary>
    public List<Word> Exact { get; }

    /// <summary>Whether only titles and authors are asked for, so that no other part of a record can match.</summary>
    public bool IsTitleOnly { get; }

    public static Question Of(CatalogQuery query)
    {
        var typed = WordsOf(query.Text);
        var title = WordsOf(query.TitleWords);
        var groups = new List<Group>();
        groups.AddRange(GroupsOf(title, GroupKind.TitleWord));
        groups.AddRange(GroupsOf(WordsOf(query.Author), GroupKind.AuthorWord));
        groups.AddRange(GroupsOf(typed, GroupKind.Typed));
        AddOtherWords(groups, query.OtherWords);
        groups.AddRange(query.AnyOf.Take(MostGroups).Select(Synonyms).Where(group => group.Ways.Count > 0));
        return new Question(groups, title.Count > 0 ? title : typed, groups.TrueForAll(
            group => group.Kind is GroupKind.TitleWord or GroupKind.AuthorWord));
    }

    /// <summary>What no result may have.</summary>
    public static List<Match> Unwanted(CatalogQuery query) => query.Without.Take(MostGroups)
        .Select(words => WordsOf(words).Where(word => !SmallWords.IsStopped(word.Folded)).Take(MostTyped).ToList())
        .Where(words => words.Count > 0)
        .Select(words => Match.All([.. words.Select(word => Match.Term(Terms.Of(Terms.Anywhere, word.Stem)))])).ToList();

    private static List<Word> WordsOf(string? text) =>
        Words.Of(text is { Length: > MostCharacters } ? text[..MostCharacters] : text, MostTyped * 3);

    private static IEnumerable<Group> GroupsOf(List<Word> words, GroupKind kind)
    {
        var kept = words.Where(word => !SmallWords.IsStopped(word.Folded)).DistinctBy(word => word.Stem).Take(MostTyped).ToList();
        if (kept.Count == 0)
        {
            // "It", "The Who": small words are all there is. Only titles and names hold them.
            kind = kind == GroupKind.Typed ? GroupKind.TitleWord : kind;
            kept = words.DistinctBy(word => word.Stem).Take(MostTyped).ToList();
        }
        var allWeak = kept.TrueForAll(word => SmallWords.IsWeak(word.Folded));
        return kept.Select(word => new Group(kind, word, [new Way([word.Stem], 1)])
        {
            IsWeak = !allWeak && SmallWords.IsWeak(word.Folded),
        });
    }

    private static Group Synonyms(IReadOnlyList<string> synonyms) => new(GroupKind.Synonyms, null, Ways(synonyms, 1).DistinctBy(Stems));

    // The typed word itself counts most, so that "Mouse Paint" comes before another book of mice.
    private static void AddOtherWords(List<Group> groups, IReadOnlyDictionary<string, OtherWords> others)
    {
        foreach (var (written, other) in others)
        {
            var folded = Words.Fold(written.ToLowerInvariant());
            if (groups.Find(group => group.Kind == GroupKind.Typed && group.Word?.Folded == folded) is { } group)
            {
                var ways = Ways(other.Same, SameThing).Concat(Ways(other.Narrower, Narrower)).ExceptBy(group.Ways.Select(Stems), Stems).DistinctBy(Stems).ToList();
                group.Ways.AddRange(ways.ConvertAll(way => way with { IsOther = true }));
            }
        }
    }

    private static IEnumerable<Way> Ways(IEnumerable<string> phrases, double weight) => phrases.Take(MostSynonyms)
        .Select(phrase => WordsOf(phrase).Where(word => !SmallWords.IsStopped(word.Folded)).Take(MostTyped).ToList())
        .Where(words => words.Count > 0)
        .Select(words => new Way([.. words.Select(word => word.Stem).Distinct()], weight));

    private static string Stems(Way way) => string.Join(' ', way.Stems);
}
