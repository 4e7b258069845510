using System.Collections.Frozen;
using System.Globalization;

namespace LibraryBot.Data.Calendar.Said;

/// <summary>What words mean in times: the English and the Spanish list, found by their longest run of words.</summary>
internal sealed class SaidWords
{
    private readonly FrozenDictionary<string, Meaning[]> byFirstWord;

    private SaidWords(IEnumerable<Meaning> meanings) =>
        byFirstWord = meanings.GroupBy(meaning => meaning.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.OrderByDescending(meaning => meaning.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Both lists.</summary>
    public static SaidWords All { get; } = new([.. Load("en"), .. Load("es")]);

    /// <summary>What the words from a place on may mean, the longest run first.</summary>
    public IEnumerable<Meaning> At(IReadOnlyList<SaidToken> tokens, int at, bool spanish)
    {
        foreach (var meaning in byFirstWord.GetValueOrDefault(tokens[at].Plain) ?? [])
        {
            if ((meaning.OnlyIn is null || meaning.OnlyIn == (spanish ? "es" : "en")) && Stand(meaning.Words, tokens, at))
            {
                yield return meaning;
            }
        }
    }

    private static bool Stand(string[] words, IReadOnlyList<SaidToken> tokens, int at)
    {
        if (at + words.Length > tokens.Count)
        {
            return false;
        }

        for (var word = 1; word < words.Length; word++)
        {
            if (words[word] != tokens[at + word].Plain)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Meaning> Load(string language)
    {
        using var file = typeof(SaidWords).Assembly.GetManifestResourceStream($"LibraryBot.Data.Calendar.Said.Words.{language}.txt")
            ?? throw new InvalidOperationException($"Words.{language}.txt is not part of the assembly.");
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var kind = Enum.Parse<SaidKind>(head[0], ignoreCase: true);
            var value = int.Parse(head[1], CultureInfo.InvariantCulture);
            foreach (var entry in line[(colon + 1)..].Replace("\\,", "\u0001", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var only = entry[0] == '!' && entry.Length > 1;
                var words = SaidToken.Split((only ? entry[1..] : entry).Replace('\u0001', ','));
                yield return new Meaning(kind, value, [.. words.Select(word => word.Plain)], only ? language : null, language);
            }
        }
    }

    /// <summary>A run of words, what it means, and the only language in which it does.</summary>
    internal sealed record Meaning(SaidKind Kind, int Value, string[] Words, string? OnlyIn, string Language);
}

/// <summary>What kind of thing a word may be; the values are listed in the word files.</summary>
internal enum SaidKind
{
    Weekday, Plural, Month, Number, Ordinal, Suffix, Part, Relative, Now, Unit, This, Next, Coming, Last, Every, Daily, Weekdays, To, Until, From,
    Starting, Between, And, Comma, Either, On, The, Of, In, At, For, After, Before, Since, Period, Prefix, School, Bell, Lunch, AllDay, AllWeek,
    FirstThing, Rest, Half, AndHalf, AndQuarter, LessQuarter, Quarter, Quarters, Past, Less, Menos, OClock, Am, Pm, Ago, Hace, Later, FromDay,
    Day, Days, WeekOf, Week, NotTime, NotTimeBefore, Viene, Pasado, Shorthand,
}
