using System.Text.RegularExpressions;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>What the way a request is put tells beyond its words.</summary>
internal static partial class Phrasing
{
    private const int LongestName = 80;

    /// <summary>
    /// Whether a message is a request of its own although it could be read as a change to the last: it speaks of books or stories, says what they
    /// should be about or like, and compares with nothing. "Scary stories" is one; "scarier ones" and "books in Spanish" are not.
    /// </summary>
    /// <param name="text">What was said.</param>
    /// <param name="wish">What it asks for, read by itself.</param>
    public static bool IsNewRequest(string text, Wish wish)
    {
        var plain = Phrases.Plain(text);
        return (wish.Topics.Count > 0 || wish.Flavors.Count > 0 || wish.Author is not null || wish.Award is not null)
            && SpeaksOfBooks().IsMatch(plain)
            && !Compares().IsMatch(plain);
    }

    /// <summary>
    /// Whether a message describes something to read although nobody said so in words that are known: it speaks of books and says two things
    /// about them, "three mystery books under 100 pages". What is to be written or made is not to be found on a shelf.
    /// </summary>
    /// <param name="text">What was said.</param>
    /// <param name="wish">What it asks for.</param>
    public static bool DescribesABook(string text, Wish wish)
    {
        var plain = Phrases.Plain(text);
        ReadOnlySpan<bool> said =
        [
            wish.Flavors.Count > 0, wish.Formats.Count > 0, wish.Grades is not null, wish.Lexiles is not null, wish.Award is not null, wish.Author is not null,
            wish.Languages.Count > 0, wish.Fiction is not null, wish.PagesAtMost is not null || wish.PagesAtLeast is not null,
        ];
        return said.Count(true) >= 2 && (wish.Formats.Count > 0 || SpeaksOfBooks().IsMatch(plain)) && !AsksForWork(text);
    }

    /// <summary>Whether a message wants something written or made, which is not to be found on a shelf: "write my essay about frogs".</summary>
    public static bool AsksForWork(string text) => Makes().IsMatch(Phrases.Plain(text));

    /// <summary>Whether a message begins as questions do: "what", "who", "cuándo".</summary>
    public static bool IsAQuestion(string text) => Sentence.Of(text, SpokenLanguage.Current).Length(0, "asks") > 0;

    /// <summary>Whether a message points at something without a name, as one does at what one sees: "hold it", "that one", "apártalo".</summary>
    public static bool PointsAtNothing(string text) => PointsAtACard(text) || PointsAtIt().IsMatch(Phrases.Plain(text));

    /// <summary>What "do you have", "where is" asks for; null where the message begins with nothing of the kind or a single word follows.</summary>
    public static string? AskedFor(string text) => Asked(text)?.Groups["what"].Value;

    /// <summary>
    /// What "do you have" asks for, where it may be the name of a thing as well as a topic: nobody spoke of books, or said what kind. What speaks of people may
    /// tell of the one who asks, and is no name to be repeated or noted word by word.
    /// </summary>
    /// <param name="text">What was said.</param>
    /// <param name="wish">What it asks for.</param>
    public static string? NamedThing(string text, Wish wish) =>
        Asked(text) is { } match && match.Groups["there"].Success && match.Groups["what"].Value is { Length: <= LongestName } what
            && wish.Topics.Count > 0 && !SpeaksOfBooks().IsMatch(Phrases.Plain(what)) && !SpeaksOfPeople().IsMatch(Phrases.Plain(what))
            && wish with { Topics = [], Flavors = [], HowMany = null } is { IsEmpty: true, AvailableNow: false, Without.Count: 0 }
            ? what
            : null;

    private static Match? Asked(string text) =>
        Asks().Match(text.Trim(' ', '?', '¿', '!', '.')) is { Success: true } match && match.Groups["what"].Value.Contains(' ', StringComparison.Ordinal) ? match : null;

    /// <summary>Whether a message is about a numbered title on a card and nothing else: "number 9", "hold the seventh one", "el sexto".</summary>
    public static bool PointsAtACard(string text) => PointsAt().IsMatch(Phrases.Plain(text));

    [GeneratedRegex(
        @"^((hold|reserve|show|open|reserva|aparta|muestra)( me)? )?((number|no|numero|el numero) \d{1,3}"
        + @"|(the )?(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(st|nd|rd|th)) one"
        + @"|(el|la) (segund|tercer|cuart|quint|sext|septim|octav|noven|decim)[oa])( please| por favor)?$")]
    private static partial Regex PointsAt();

    [GeneratedRegex(
        @"^(please |can you |i want |quiero |por favor )?((hold|reserve|keep|save) (it|that|this|them|that one|this one)|(that|this) one|(reserv|apart|guard)al[oa]s?|es[ea]|est[ea])"
        + @"( for me| para mi)?( please| por favor)?$")]
    private static partial Regex PointsAtIt();

    // At the beginning and as an order only: "large print" and "make it shorter" are about books.
    [GeneratedRegex(
        @"^((can|could|will|would) (you|u) |i need (you|u) to |please |por favor |puedes |me puedes )*"
        + @"(write|draw|solve|print|make me an?|tell (me|us) (an?|another|some) (\w+ )?(jokes?|riddles?|facts?|secrets?)|cu[eé]nta(me|nos) (un|una|otro|otra) (chiste|adivinanza|secreto)|(do|finish) my|escrib(e|ir)\w*|dibuja\w*|resuelve\w*|imprim\w*|haz(me)?|hacer(me)?)\b")]
    private static partial Regex Makes();

    [GeneratedRegex(@"\b(books?|stor(y|ies)|storys|novels?|comics?|something|libros?|cuentos?|historias?|novelas?|algo)\b")]
    private static partial Regex SpeaksOfBooks();

    [GeneratedRegex(
        @"\b(i|im|ive|me|my|mine|myself|we|us|our|he|him|his|she|her|hers|they|them|their|mom|mother|dad|father|brother|sister|friend|teacher"
        + @"|yo|me|mi|mis|mio|mia|nosotros|nos|nuestr[oa]s?|ella|ellos|ellas|su|sus|mama|papa|herman[oa]|amig[oa]|maestr[oa])\b")]
    private static partial Regex SpeaksOfPeople();

    [GeneratedRegex(
        @"\b(instead|same|also|too|but|only|just|(?<!of )(those|these|them)|ones?|more|less|another|other|else|older|younger|shorter|longer|easier|harder|funnier|scarier|newer"
        + @"|mas|menos|mayor(es)?|menor(es)?|igual|mism[oa]s?|tambien|pero|solo|es[oa]s|est[oa]s|otr[oa]s?|mejor|en vez|en lugar)\b")]
    private static partial Regex Compares();

    [GeneratedRegex(
        @"^((hi|hello|hey|hola|please|por favor)[ ,]+)*((?<there>do (you|u|ya|we) (guys )?(have|got)|have (you|u) got|got|is there)|where(s|'s| is| can i find)|can i (get|have|borrow)|i (want|need)|i'?m looking for|looking for"
        + @"|¿?(?<there>tienen|tienes|hay)|¿?(d[oó]nde est[aá]|busco|quiero|necesito))\s+((the|a|el|un) (book|libro)\s+((called|llamado|titulado)\s+)?)?(?<what>.+)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asks();
}
