using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>
/// Whether a sentence of the model may be shown under a title. It must be one short plain sentence in the reader's language, and every name, number and
/// quotation in it must stand in the title's own record: so it can name no other book, no person and no telephone.
/// </summary>
internal static partial class SentenceCheck
{
    private const int Shortest = 12;
    private const int Longest = 220;
    private const int MostWords = 34;
    private const int FewestWords = 3;

    private static readonly LanguageDetector s_detector = new();
    private static readonly HashSet<string> s_capitals = new(StringComparer.Ordinal)
    {
        "i", "im", "id", "ill", "ive", "english", "spanish", "american", "mexican", "africanamerican",
    };

    /// <summary>The sentence as it is shown; null where it may not be.</summary>
    /// <param name="sentence">What the model wrote.</param>
    /// <param name="title">The title it is about.</param>
    /// <param name="language">The reader's language, "en" or "es".</param>
    public static string? Checked(string sentence, Title title, string language)
    {
        var text = sentence.Trim();
        if (text.Length is < Shortest or > Longest || !IsPlain(text) || HasAddress().IsMatch(text) || Speaks().IsMatch(Phrases.Plain(text))
            || CrisisSignals.IsIn(text) || s_detector.Detect(text) is { } written && written != language)
        {
            return null;
        }

        var record = Record(title);
        var words = Word().Matches(text);
        if (words.Count is < FewestWords or > MostWords
            || MoreSentences().IsMatch(Abbreviations().Replace(text, "$1"))
            || Number().Matches(text).Any(number => !record.Words.Contains(number.Value))
            || Quoted().Matches(text).Any(quoted => !record.Text.Contains($" {Phrases.Plain(quoted.Value)} ", StringComparison.Ordinal)))
        {
            return null;
        }

        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (char.IsUpper(word.Value[0]) && !record.Knows(word.Value) && !s_capitals.Contains(Phrases.Plain(word.Value)) && !(index == 0 && IsOrdinary(word.Value)))
            {
                return null;
            }

            // "TheBookOfDoom", "iPad": letters of both sizes are a name however they begin.
            if (word.Value.Skip(1).Any(char.IsUpper) && !record.Knows(word.Value))
            {
                return null;
            }
        }

        return char.IsLetterOrDigit(text[^1]) ? text + "." : text;
    }

    // Letters, digits, and the marks of plain prose; nothing that a channel reads as formatting, and no other script.
    private static bool IsPlain(string text) => text.All(character =>
        char.IsAsciiLetterOrDigit(character) || character is >= '\u00C0' and <= '\u024F' && char.IsLetter(character)
        || " .,;:!?¡¿'’‘\"“”«»()-–—…".Contains(character, StringComparison.Ordinal));

    // The first word of a sentence is large whatever it is; a word of the lists, or one with a usual ending, is none that was made up.
    private static bool IsOrdinary(string word)
    {
        var plain = Phrases.Plain(word);
        return WordLists.Instance.Spelling.Knows(WordKey.Of(plain)) || Opening().IsMatch(plain);
    }

    private static (string Text, HashSet<string> Words, Func<string, bool> Knows) Record(Title title)
    {
        var text = $" {Phrases.Plain(string.Join(" ", [title.TitleProper, title.Subtitle ?? "", title.SeriesName ?? "", title.Summary ?? "", .. title.OtherTitles, .. title.Subjects, .. title.Genres,
            .. title.Awards, .. title.Contributors.Select(maker => maker.Name)]))} ";
        HashSet<string> words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return (text, words, Knows);

        bool Knows(string word)
        {
            var plain = Phrases.Plain(word);
            return words.Contains(plain) || (plain.Length > 2 && plain[^1] == 's' && words.Contains(plain[..^1]));
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"[""“”«»][^""“”«»]*[""“”«»]?|(?<!\p{L})['‘][^'’‘]+['’](?!\p{L})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[.!?…]+[)""”»’']*\s+\S")]
    private static partial Regex MoreSentences();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Dr|St|Jr|Sr|Sra|Srta|\p{Lu})\.")]
    private static partial Regex Abbreviations();

    // "www.x.org", "a dot com", "sam at school": what leads out of the library.
    [GeneratedRegex(@"\bhttps?\b|\bwww\b|\p{L}\.\p{L}{2,}|\bdot (com|org|net|edu|io)\b|\bpunto (com|org|net|edu)\b|\b(click|e-?mail|download|password|haz clic|correo electr[oó]nico|contraseña)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasAddress();

    // Of the model itself, of what it was told, of what only the catalogue knows, and what nobody says to a child.
    [GeneratedRegex(
        @"\b(as an ai|language model|prompt|my (rules|instructions)|(ignore|ignora) (all|your|my|the|previous|tus|las|mis)|candidates?|json|student list|roster|modelo de lenguaje|mis (reglas|instrucciones)|candidatos?"
        + @"|checked out|on the shelf|in stock|available|copies|call number|due back|disponible|prestado|ejemplares)\b"
        + @"|\b(kill|hurt|harm|cut) your ?self\b|\b(matate|suicidate|hazte dano)\b|\b(you are|youre|eres) (so |very |muy |tan )?(stupid|dumb|ugly|fat|worthless|tont[oa]|fe[oa]|inutil|estupid[oa])\b")]
    private static partial Regex Speaks();

    [GeneratedRegex(
        @"^(you|your|youll|youre|youve|thats|theres|heres|lets|hes|shes|theyre|dont|cant|this|that|these|it|its|a|an|the|here|there|if|when|with|in|on|at|for|from|full|one|two|three|many|all|even|both|like|just|so|but|and|as|after|before|while|through|because|how|what|who|why"
        + @"|he|she|they|we|our|his|her|their|every|each|some|short|big|great|good|true|meet|follow|join|find|read|laugh|learn|see|get|kids|boys|girls|readers"
        + @"|este|esta|estos|estas|es|un|una|el|la|los|las|lo|tu|te|si|con|en|de|del|al|para|por|porque|cuando|como|aqui|hay|tiene|trata|cuenta|habla|muestra|sigue|conoce|descubre|lee|rie|aprende|veras|aunque|mientras|despues|antes|su|sus|todo|toda|mucho|muchas|muchos|perfecto|ideal|nos|son)$"
        + @"|^\p{L}{3,}(ing|ly|ful|ed|warming|mente|oso|osa)$")]
    private static partial Regex Opening();
}
