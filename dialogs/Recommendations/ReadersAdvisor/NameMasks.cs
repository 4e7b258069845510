using System.Text;
using System.Text.RegularExpressions;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>
/// Takes names out: two words of one name on the roster always; one where it is not an everyday word as well; and after "my name is", "mi amiga", "Mr."
/// whatever looks like a name. "About Rosa Parks" is a topic, as long as nobody on the roster is called so.
/// </summary>
internal static partial class NameMasks
{
    private const string Name = "[name]";
    private const int MostWordsOfAName = 4;

    private static readonly HashSet<string> s_everyday = [.. TextFiles.Lines("Understanding/Words/NameWords.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    private static readonly HashSet<string> s_given = [.. TextFiles.Lines("Understanding/Words/GivenNames.txt")];
    private static readonly HashSet<string> s_topical = new(StringComparer.Ordinal) { "about", "on", "by", "like", "of", "sobre", "por", "como", "acerca", "de", "author", "autor", "autora", "biography", "biografia", "with" };
    private static readonly HashSet<string> s_ends = new(StringComparer.Ordinal)
    {
        "and", "y", "e", "i", "im", "id", "ive", "my", "mi", "me", "but", "pero", "in", "from", "en", "estoy", "tengo", "soy", "the", "a", "an", "un", "una", "to", "want", "wants", "need", "needs", "quiero", "busco",
        "necesito", "quiere", "can", "could", "do", "does", "please", "por", "who", "que", "is", "has", "have", "looking", "look", "like", "likes", "loves", "would", "if", "so", "for", "para", "with", "con", "hi", "hola",
        "thanks", "gracias", "am", "was", "died", "murio", "said", "says", "dice", "dijo", "told", "le", "les", "te", "gusta", "gustan", "are", "were", "it", "not", "no", "or", "o", "then", "because", "porque", "just", "really",
        "read", "book", "books", "libro", "libros", "something", "algo", "on", "at", "of", "about", "sobre", "this", "that", "will", "loved", "reads", "got", "gets", "gave", "thinks", "recommended",
    };

    /// <summary>Masks a text.</summary>
    public static string Apply(string text, RosterNames roster)
    {
        var words = Word().Matches(text).Select(match => new NameWord(match.Index, match.Length, match.Value, Phrases.Plain(match.Value))).ToList();
        var masked = new bool[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            MaskPair(at);
            if (IsPlaceholder(at) || masked[at])
            {
                continue;
            }

            var alone = (roster.Has(words[at].Bare) || IsSplit(at)) && !IsEveryday(words[at].Bare);
            var given = s_given.Contains(words[at].Bare) && !IsEveryday(words[at].Bare) && !IsTopical(at);
            if (alone || given)
            {
                masked[at] = true;
                MaskOn(at + 1, onlyNames: true);
            }
        }

        foreach (Match cue in Cue().Matches(text))
        {
            MaskFrom(cue.Index + cue.Length, isSure: true);
        }

        foreach (Match cue in PossibleCue().Matches(text))
        {
            MaskFrom(cue.Index + cue.Length, isSure: false);
        }

        if (Signature().Match(text) is { Success: true } signed)
        {
            MaskFrom(signed.Groups["name"].Index, isSure: true);
        }

        return Written(text, words, masked);

        // "Maya Chen", "Chen, Maya", "maria de los angeles lopez", "Maya K. Chen".
        void MaskPair(int at)
        {
            for (var next = at + 1; next < words.Count && next <= at + MostWordsOfAName && IsNear(at, next); next++)
            {
                var joint = Enumerable.Range(at + 1, next - at - 1).All(between => RosterNames.Joints.Contains(words[between].Plain) || words[between].Plain.Length == 1 || roster.Has(words[between].Bare));
                if (joint && (roster.HasBoth(words[at].Bare, words[next].Bare) || (next + 1 < words.Count && IsNear(next, next + 1) && roster.HasBoth(words[at].Bare, words[next].Plain + words[next + 1].Bare) && Set(next + 1))))
                {
                    for (var of = at; of <= next; of++)
                    {
                        masked[of] = true;
                    }
                }
            }
        }

        bool Set(int at) => masked[at] = true;

        // "o brien" for "O'Brien".
        bool IsSplit(int at)
        {
            if (at + 1 >= words.Count || words[at].Plain.Length > 2 || !IsNear(at, at + 1) || !roster.Has(words[at].Plain + words[at + 1].Bare))
            {
                return false;
            }

            return masked[at + 1] = true;
        }

        void MaskFrom(int position, bool isSure)
        {
            var at = words.FindIndex(word => word.Start >= position);
            if (at < 0 || IsPlaceholder(at) || Break().IsMatch(text[position..words[at].Start]))
            {
                return;
            }

            if (LooksLikeAName(at) || (isSure && !s_ends.Contains(words[at].Plain)))
            {
                masked[at] = true;
                MaskOn(at + 1, onlyNames: !isSure);
            }
        }

        void MaskOn(int from, bool onlyNames)
        {
            for (var at = from; at < words.Count && at < from + MostWordsOfAName - 1 && IsNear(at - 1, at) && !IsPlaceholder(at); at++)
            {
                var joint = RosterNames.Joints.Contains(words[at].Plain) && at + 1 < words.Count && LooksLikeAName(at + 1) && IsNear(at, at + 1);
                if (!joint && (s_ends.Contains(words[at].Plain) && !char.IsUpper(words[at].Text[0]) || (onlyNames && !LooksLikeAName(at))))
                {
                    return;
                }

                masked[at] = true;
            }
        }

        bool LooksLikeAName(int at) => (char.IsUpper(words[at].Text[0]) && words[at].Plain is not "i" and not "im" and not "ive" and not "id")
            || s_given.Contains(words[at].Bare) || (roster.Has(words[at].Bare) && !IsEveryday(words[at].Bare));

        bool IsTopical(int at) => (at > 0 && s_topical.Contains(words[at - 1].Plain)) || (at > 1 && s_topical.Contains(words[at - 2].Plain) && char.IsUpper(words[at - 1].Text[0]));

        bool IsNear(int first, int second) => first >= 0 && Enumerable.Range(first, second - first).All(gap =>
            !Break().IsMatch(text[words[gap].End..words[gap + 1].Start].Replace(",", " ", StringComparison.Ordinal).Replace(".", " ", StringComparison.Ordinal)));

        bool IsPlaceholder(int at) => words[at].Start > 0 && text[words[at].Start - 1] == '[' && words[at].End < text.Length && text[words[at].End] == ']';
    }

    private static bool IsEveryday(string plain) => s_everyday.Contains(plain) || WordLists.Instance.StartingWith(WordKey.Of(plain)).Length > 0;

    private static string Written(string text, List<NameWord> words, bool[] masked)
    {
        var written = new StringBuilder();
        var from = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (!masked[at])
            {
                continue;
            }

            written.Append(text, from, words[at].Start - from).Append(Name);
            while (at + 1 < words.Count && masked[at + 1])
            {
                at++;
            }

            from = words[at].End;
        }

        return written.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A word of the text.</summary>
    private sealed record NameWord(int Start, int Length, string Text, string Plain)
    {
        public int End => Start + Length;

        /// <summary>Plain, and without the 's of a possessive.</summary>
        public string Bare { get; } = Text.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || Text.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? Phrases.Plain(Text[..^2]) : Plain;
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’´`][\p{L}\p{M}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\s\-–'’""“”]")]
    private static partial Regex Break();

    // After these a name follows.
    [GeneratedRegex(
        @"(?:\b(?:my (?:full |first |last |real )?name(?: is|'s|’s|s)|(?:i am|i'm|i’m|im|is|are|was) (?:called|named)|call me|they call me|i go by|name:|nombre:"
        + @"|me llamo|mi nombre(?: completo)? es|me dicen|ll[aá]mame|mi apellido es"
        + @"|(?:her|his|their) name(?: is|'s|’s|s)|se llama|(?:su|el) nombre (?:de \w+ )?es|named|llamad[oa]s?(?! ""))\s*:?"
        + @"|\b(?:mr|mrs|ms|mx|sra|srta|sr)\b\.?)(?=\s|[""“'])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cue();

    // After these one may follow: where it is written large, or is one that is known.
    [GeneratedRegex(
        @"\b(?:i'm|i’m|im|i am|it's|its|this is|soy|aqu[ií]|habla|miss|coach|dr|dra|teacher|principal|counselor|profe|profesora?|maestr[oa]|don|do[nñ]a"
        + @"|(?:my|mi|mis|our|nuestr[oa]|his|her|su|a|an|un|una|the|la|el) (?:(?:best|little|big|older|younger|baby|new|mejor|step) ?)?(?:friends?|buddy|brother|sister|cousin|mom|mother|dad|father|son|daughter|kid|child|boy|girl|student|classmate|neighbor|niece|nephew"
        + @"|uncle|aunt|grandma|grandpa|dog|cat|puppy|kitten|hamster|amig[oa]s?|herman[oa]|herman[ií]t[oa]|prim[oa]|mam[aá]|pap[aá]|hij[oa]|ni[nñ][oa]|alumn[oa]|estudiante|compa[nñ]er[oa]|vecin[oa]|sobrin[oa]|t[ií][oa]|abuel[oa]|perr[oa]|perrit[oa]|gat[oa]|gatit[oa]))"
        + @"(?:,| is| es)?(?=\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PossibleCue();

    [GeneratedRegex(@"(?i:thanks|thank you|thx|gracias|from|sincerely|love|atentamente|saludos|[-–—])[\s,!.]*(?<name>\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,3})\s*[.!]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
