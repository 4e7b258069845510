using System.Globalization;
using System.Text.RegularExpressions;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Something that was said to be booked.</summary>
/// <param name="Resources">What it may be: one, or several of that name.</param>
/// <param name="Quantity">How many were said; null where nobody said.</param>
internal sealed record SaidThing(IReadOnlyList<Resource> Resources, int? Quantity);

/// <summary>What a sentence says is to be booked.</summary>
/// <param name="Things">In order.</param>
/// <param name="Unknown">The words for something that is not there; null where there are none.</param>
internal sealed record SaidEquipment(IReadOnlyList<SaidThing> Things, string? Unknown);

/// <summary>Finds resources by their names and synonyms, in either language, singular or plural, with how many of each.</summary>
internal static partial class EquipmentReader
{
    private const int MostWordsBetween = 2;

    private static readonly Dictionary<string, int> s_numbers = new(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["dozen"] = 12,
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["a"] = 1,
        ["an"] = 1,
        ["cero"] = 0,
        ["un"] = 1,
        ["una"] = 1,
        ["uno"] = 1,
        ["dos"] = 2,
        ["tres"] = 3,
        ["cuatro"] = 4,
        ["cinco"] = 5,
        ["seis"] = 6,
        ["siete"] = 7,
        ["ocho"] = 8,
        ["nueve"] = 9,
        ["diez"] = 10,
        ["once"] = 11,
        ["doce"] = 12,
        ["docena"] = 12,
        ["quince"] = 15,
        ["veinte"] = 20,
        ["treinta"] = 30,
    };

    private static readonly HashSet<string> s_between = ["of", "the", "our", "your", "more", "new", "de", "los", "las", "el", "la", "mas", "nuevo", "nueva"];
    private static readonly HashSet<string> s_joining = ["and", "plus", "also", "y", "e", "mas", "tambien", ",", "&", "+"];
    private static readonly HashSet<string> s_articles = ["the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas"];

    private static readonly HashSet<string> s_empty =
    [
        .. s_between, .. s_joining, .. s_articles, "i", "we", "me", "us", "my", "please", "pls", "can", "could", "may", "would", "like", "want", "need", "to", "book", "reserve",
        "borrow", "use", "get", "have", "sign", "out", "check", "put", "down", "for", "at", "on", "in", "from", "is", "are", "it", "something", "anything", "some", "equipment", "thing",
        "what", "whats", "which", "free", "available", "there", "class", "make", "booking", "reservation", "room", "hi", "hello", "hey", "schedule", "d", "how", "many", "s", "any",
        "yo", "quiero", "quisiera", "necesito", "necesitamos", "puedo", "podemos", "podria", "reservar", "reserva", "reserve", "reservame", "aparta", "apartar", "apartame", "usar", "por", "favor",
        "para", "mi", "nuestra", "clase", "algo", "equipo", "que", "hay", "libre", "disponible", "esta", "estan", "a", "en", "hola", "queremos", "prestas", "prestame", "se", "al", "del", "con", "with",
    ];

    /// <summary>Reads a sentence without its times.</summary>
    public static SaidEquipment Read(string text, EquipmentList list)
    {
        var tokens = Tokens(text);
        var names = Names(list);
        var things = new List<SaidThing>();
        var unknown = new List<string>();
        var from = 0;
        var segmentHasThing = false;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (s_joining.Contains(tokens[at]))
            {
                AddUnknown(at);
                (from, segmentHasThing) = (at + 1, false);
            }
            else if (At(tokens, at, names) is { } found)
            {
                things.Add(new SaidThing(found.Resources, Before(tokens, at, found.Resources, list) ?? After(tokens, at + found.Length)));
                at += found.Length - 1;
                segmentHasThing = true;
            }
        }

        AddUnknown(tokens.Count);
        return new SaidEquipment(Merged(things), unknown.Count == 0 ? null : string.Join(", ", unknown));

        void AddUnknown(int until)
        {
            var segment = tokens[from..until];
            var first = segment.FindIndex(token => !s_empty.Contains(token) && Number(token) is null);
            // Behind "and" only what has an article or a number is a thing: "for my fifth graders and their parents" is none.
            if (!segmentHasThing && segment.FindAll(token => !s_empty.Contains(token) && Number(token) is null) is [var only] && ByHead(names, only) is { } resource)
            {
                things.Add(new SaidThing([resource], null));
            }
            else if (!segmentHasThing && first >= 0 && (things.Count == 0 && from == 0 || s_articles.Contains(segment[0]) || Number(segment[0]) is not null))
            {
                unknown.Add(string.Join(' ', segment.Skip(first).TakeWhile(token => token is not ("for" or "para"))));
            }
        }
    }

    /// <summary>The numbers that were said, in order; articles, and "that one", are none.</summary>
    public static IReadOnlyList<int> Numbers(string text)
    {
        var tokens = Tokens(text);
        return [.. tokens.Where((token, at) => !s_articles.Contains(token) && (token != "one" || at == 0 || tokens[at - 1] is "it" or "to" or "just" or "only")).Select(Number).OfType<int>()];
    }

    /// <summary>A number that was said, and nothing else but small words; null where it is not that.</summary>
    public static int? OnlyNumber(string text)
    {
        var numbers = Word().Matches(text).Select(match => Number(Phrases.Plain(match.Value))).OfType<int>().ToList();
        return numbers.Count == 1 && text.Length < 60 ? numbers[0] : null;
    }

    private static List<string> Tokens(string text) =>
        [.. Word().Matches(text.Length > 2000 ? text[..2000] : text).Select(match => Phrases.Plain(match.Value) is { Length: > 0 } plain ? Spelled(match.Value, plain) : match.Value)];

    // "Cart A" said twice, or by two names, is one thing.
    private static List<SaidThing> Merged(List<SaidThing> things) =>
        [.. things.GroupBy(thing => string.Join(',', thing.Resources.Select(resource => resource.Id))).Select(same => same.FirstOrDefault(thing => thing.Quantity is not null) ?? same.First())];

    private static (IReadOnlyList<Resource> Resources, int Length)? At(List<string> tokens, int at, List<(string[] Words, Resource Resource)> names)
    {
        var fitting = names.Where(name => name.Words.Length <= tokens.Count - at && name.Words.Index().All(word => Key(tokens[at + word.Index]) == word.Item)).ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        var longest = fitting.Max(name => name.Words.Length);
        return ([.. fitting.Where(name => name.Words.Length == longest).Select(name => name.Resource).Distinct()], longest);
    }

    // "The camera", where only one thing is some camera: the last word of a name, or the first of one such as "cámara de documentos".
    private static Resource? ByHead(List<(string[] Words, Resource Resource)> names, string word) =>
        names.Where(name => name.Words.Length > 1 && (name.Words[^1] == Key(word) || (name.Words[1] == "de" && name.Words[0] == Key(word)))).Select(name => name.Resource).Distinct().ToList() is [var one] ? one : null;

    private static int? Before(List<string> tokens, int at, IReadOnlyList<Resource> resources, EquipmentList list)
    {
        for (var back = at - 1; back >= 0 && back >= at - 1 - MostWordsBetween; back--)
        {
            if (tokens[back] is "all" or "todos" or "todas" && resources.Count == 1)
            {
                return list.Total(resources[0].Id);
            }

            if (Number(tokens[back]) is { } number)
            {
                return number;
            }

            if (!s_between.Contains(tokens[back]))
            {
                return null;
            }
        }

        return null;
    }

    private static int? After(List<string> tokens, int at) =>
        at < tokens.Count && Digits().IsMatch(tokens[at]) && (at + 1 == tokens.Count || s_joining.Contains(tokens[at + 1])) ? Number(tokens[at].TrimStart('x')) : null;

    private static int? Number(string token) =>
        s_numbers.TryGetValue(token, out var number) ? number
        : !Digits().IsMatch(token) ? null
        : int.TryParse(token.TrimStart('x'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written
        : int.MaxValue;

    private static List<(string[] Words, Resource Resource)> Names(EquipmentList list) =>
    [
        .. list.Bookable.SelectMany(resource => resource.Synonyms.Append(resource.Name).Append(resource.SpanishName).OfType<string>()
            .Select(name => (Words: Phrases.Plain(name).Split(' ').Select(Key).ToArray(), resource)))
            .Where(name => name.Words[0].Length > 0),
    ];

    // "1,000" is one number, and "-3" keeps what makes it less than none.
    private static string Spelled(string said, string plain) =>
        !char.IsAsciiDigit(said[^1]) ? plain : (said[0] is '-' or '−' ? "-" : string.Empty) + plain.Replace(" ", string.Empty, StringComparison.Ordinal);

    // Singular and plural alike, in either language: "microphones", "micrófonos", "portátiles".
    private static string Key(string word) =>
        word.Length > 5 && word.EndsWith("es", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') ? word[..^1]
        : word.Length > 4 && word.EndsWith('e') ? word[..^1]
        : word;

    [GeneratedRegex(@"(?<!\w)[-−]?\d[\d,.]*\d(?!\w)|(?<!\w)[-−]?\d(?!\w)|[\p{L}\p{M}\p{Nd}'’]+|[,&+]")]
    private static partial Regex Word();

    [GeneratedRegex("^(-|x)?[0-9]+$")]
    private static partial Regex Digits();
}
