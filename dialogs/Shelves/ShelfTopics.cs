using System.Text.RegularExpressions;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>What somebody wants of lists. The names are the sections of the utterances.</summary>
internal enum ShelfTopic
{
    /// <summary>See one's own list.</summary>
    Mine,

    /// <summary>Put a title on a list.</summary>
    Add,

    /// <summary>Take a title off a list.</summary>
    Remove,

    /// <summary>Share one's own list.</summary>
    Share,

    /// <summary>Take its code back.</summary>
    StopSharing,

    /// <summary>Open a list somebody shared.</summary>
    Open,

    /// <summary>See which lists and displays the library has.</summary>
    Lists,

    /// <summary>See one of them.</summary>
    Show,

    /// <summary>Begin one.</summary>
    Make,

    /// <summary>Give one another name.</summary>
    Rename,

    /// <summary>Let everybody ask for one.</summary>
    Publish,

    /// <summary>Take one back into work.</summary>
    Unpublish,

    /// <summary>Do away with one.</summary>
    Delete,

    /// <summary>What to read after a title, by what it shares with it.</summary>
    ReadAlikes,
}

/// <summary>A request about lists, taken apart.</summary>
/// <param name="Topic">What is wanted.</param>
/// <param name="Title">What the title is called, or points at it; empty where nothing was said.</param>
/// <param name="List">What the list is called, as said; empty where nothing was said.</param>
/// <param name="Name">A new name, as written; empty where none was given.</param>
internal sealed record ShelfRequest(ShelfTopic Topic, string Title = "", string List = "", string Name = "");

/// <summary>Reads requests about lists that are plain in themselves. What is said of "a list of books about sharks" is a wish for books and none of these.</summary>
internal static partial class ShelfTopics
{
    private const int LongestRequest = 300;

    /// <summary>Takes a message apart; null where it is plainly none of these.</summary>
    public static ShelfRequest? Plainly(string text)
    {
        var plain = Phrases.Plain(text);
        if (text.Length > LongestRequest)
        {
            return null;
        }

        if (Code(text) is { } code)
        {
            return new ShelfRequest(ShelfTopic.Open, List: code);
        }

        return Named(Make(), ShelfTopic.Make, text)
            ?? Named(Rename(), ShelfTopic.Rename, text)
            ?? (StopSharing().IsMatch(plain) ? new ShelfRequest(ShelfTopic.StopSharing) : null)
            ?? (Share().IsMatch(plain) ? new ShelfRequest(ShelfTopic.Share) : null)
            ?? Titled(Remove(), ShelfTopic.Remove, plain)
            ?? Titled(Add(), ShelfTopic.Add, plain)
            ?? Listed(Publish(), ShelfTopic.Publish, plain)
            ?? Listed(Unpublish(), ShelfTopic.Unpublish, plain)
            ?? Listed(Delete(), ShelfTopic.Delete, plain)
            ?? Titled(ReadAlikes(), ShelfTopic.ReadAlikes, plain)
            ?? (Mine().IsMatch(plain) ? new ShelfRequest(ShelfTopic.Mine) : null)
            ?? (Lists().IsMatch(plain) ? new ShelfRequest(ShelfTopic.Lists) : null)
            ?? Listed(Show(), ShelfTopic.Show, plain);
    }

    /// <summary>Whether a list of a request is the speaker's own: "my list", "my reading list", "mi lista".</summary>
    public static bool IsOwn(string list) => list.Length == 0 || Own().IsMatch(list);

    private static string? Code(string text) =>
        CodeIn().Match(text.ToLowerInvariant()) is { Success: true } match ? match.Value.Replace("-", "", StringComparison.Ordinal) : null;

    private static ShelfRequest? Named(Regex pattern, ShelfTopic topic, string text) => pattern.Match(text) is { Success: true } match
        ? new ShelfRequest(topic, List: Phrases.Plain(match.Groups["list"].Value), Name: match.Groups["name"].Value.Trim(' ', '"', '“', '”', '«', '»', '.', '\''))
        : null;

    private static ShelfRequest? Titled(Regex pattern, ShelfTopic topic, string plain) => pattern.Match(plain) is { Success: true } match
        ? new ShelfRequest(topic, match.Groups["what"].Value.Trim(), match.Groups["list"].Value.Trim())
        : null;

    private static ShelfRequest? Listed(Regex pattern, ShelfTopic topic, string plain) => pattern.Match(plain) is { Success: true } match
        ? new ShelfRequest(topic, List: match.Groups["list"].Value.Trim())
        : null;

    [GeneratedRegex(@"(?<![a-z0-9-])[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}(?![a-z0-9-])")]
    private static partial Regex CodeIn();

    [GeneratedRegex(
        @"^\W*(please |can you |could you |i want to |i need to |let'?s |help me )*(make|create|start|begin|set up|new)\b[^:]{0,30}\b(list|display)(?<list>)\s*(called|named|titled|with the name|:)\s*(?<name>.{0,200})$"
        + @"|^\W*(por favor |puedes |quiero |necesito )*(haz|hacer|crea|crear|empieza|nueva|nuevo|arma|armar)\b[^:]{0,30}\b(lista|exhibici[oó]n|exhibidor|vitrina)(?<list>)\s*(llamad[ao]|que se llame|con el nombre( de)?|de nombre|:)\s*(?<name>.{0,200})$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Make();

    [GeneratedRegex(
        @"^\W*(please |can you )*rename (the )?(?<list>.{1,100}?)( list| display)? (to|as|into) (?<name>.{1,200})$"
        + @"|^\W*(por favor |puedes )*(renombra|renombrar|cambia el nombre de|c[aá]mbiale el nombre a) (la lista |el exhibidor )?(de )?(?<list>.{1,100}?) (a|por|como) (?<name>.{1,200})$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Rename();

    [GeneratedRegex(
        @"\b(stop|unshare|quit|end|dont|do not|no longer|undo)\b.*\bshar\w*\b.*\blist\b|\bunshare (my )?\w* ?list\b|\b(withdraw|cancel|take back|revoke|delete) (the|my) (share |sharing |list )?(code|link)\b|\bmake my list private\b"
        + @"|\b(deja de|dejar de|ya no|no) compart\w*\b.*\blista\b|\b(cancela|quita|retira|borra) (el|mi) (codigo|enlace)\b|\bhaz mi lista privada\b")]
    private static partial Regex StopSharing();

    [GeneratedRegex(@"\b(share|sharing|send)\b.*\bmy (\w+ )?list\b|\b(code|link) (for|to|of) my (\w+ )?list\b|\bcompart\w+ mi lista\b|\b(codigo|enlace) de mi lista\b|\bmandar? mi lista\b")]
    private static partial Regex Share();

    [GeneratedRegex(
        @"^(please |pls |can you |could you |i want to )*(remove|take|delete|drop|get|cross)( off)? (?!me\b)(?<what>.*?) ?(off|from|out of|of) (?<list>(my|the|our)? ?(.* )?(lists?|display|tbr|favorites))( please)?$"
        + @"|^(por favor |puedes |quiero )*(quita|quitar|borra|borrar|elimina|eliminar|saca|sacar)(lo|la|los|melo|mela)?\b ?(?<what>.*?) de (?<list>(mi|la|el)? ?(lista|exhibidor|exhibicion|favoritos)\b.*)$")]
    private static partial Regex Remove();

    [GeneratedRegex(
        @"^(please |pls |can you |could you |i want to |id like to |lets )*(add|put|save|place|stick|throw|ad) (?<what>.*?) ?(to|on|onto|in|into|2) (?<list>(my|the|our|a)? ?(.* )?(list|display|lst|tbr|favorites)\b.*?)( please| pls)?$"
        + @"|^(por favor |puedes |quiero |me puedes )*(agrega|agregar|anade|anadir|pon|poner|mete|meter|guarda|guardar|apunta|apuntar|suma|sumar)(lo|la|los|me|melo|mela)? ?(?<what>.*?) (a|en) (?<list>(mi|la|el|una)? ?(lista|exhibidor|exhibicion|favoritos)\b.*)$")]
    private static partial Regex Add();

    [GeneratedRegex(@"^(please |can you )*publish (?<list>.+)$|^(por favor |puedes )*(publica|publicar) (?<list>.+)$")]
    private static partial Regex Publish();

    [GeneratedRegex(@"^(please |can you )*(unpublish (?<list>.+)|(take down|hide) (?<list>.*\b(list|display)))$|^(por favor |puedes )*(despublica|despublicar|oculta|ocultar) (?<list>.+)$")]
    private static partial Regex Unpublish();

    [GeneratedRegex(@"^(please |can you )*(delete|erase|clear|empty|throw away) (?<list>.*\b(list|display))$|^(por favor |puedes )*(borra|borrar|elimina|eliminar|vacia|vaciar) (?<list>.*\b(lista|exhibidor|exhibicion)\b.*)$")]
    private static partial Regex Delete();

    [GeneratedRegex(
        @"^(show( me)? |make( me)? |the |a |an |what are the |give me |get me )*read ?a ?likes?( map| list)?( for| of| to| like)? (?<what>.+)$|^(show( me)? |the |an? |make( me)? )*if (you|u|they|kids|students) (like|liked|love|loved|enjoyed) (?<what>.+?)( map| list| display| what (should|can|could|else|to|do) .*)?$"
        + @"|^(muestrame |el |un |haz(me)? )*(mapa de )?lecturas (parecidas|similares|afines)( a| de)? (?<what>.+)$|^(muestrame |un |el )*si te (gusto|gustaron|encanto|encantaron) (?<what>.+)$")]
    private static partial Regex ReadAlikes();

    [GeneratedRegex(
        @"^((please|pls|can|could|you|u|i|show|me|see|view|open|whats|what|is|are|on|in|read|the|books|display|list|check|get|wat|hows|how|many|have|do|of) )*my (reading |book |books |wish |to read |to be read |tbr |own )?(list|lst|tbr)( please| pls| again| now)?$"
        + @"|^((por|favor|puedes|quiero|muestra|muestrame|ver|ensename|abre|que|hay|tengo|libros|en|cual|es|dame|leer) )*mi lista( de (lectura|libros|deseos))?$")]
    private static partial Regex Mine();

    [GeneratedRegex(
        @"^((please|can|could|you|u|i|show|me|see|what|which|whats|are|all|any|the|do|have|does|library|your|librarians?|of|there|is|list|some|got|book|curated|reading|new|current|special|tell|about) )+(book |reading )?(lists|displays)( (do|are|you|u|we|have|there|got|now|right|please|does|the|library|up|out|here|at|today))*$"
        + @"|^((por|favor|puedes|muestra|muestrame|ver|que|cuales|hay|tienen|tienes|son|las|los|todas|todos|otras|de|la|biblioteca|ensename) )+(listas|exhibidores|exhibiciones|vitrinas)( (de (libros|lectura)|tienen|tienes|hay|de la biblioteca|ahora))*$")]
    private static partial Regex Lists();

    /// <summary>Whether a name, of a list or as said, is that of summer reading, in whichever language.</summary>
    public static bool IsSummerReading(string name) => SummerReading().IsMatch(Phrases.Plain(name));

    [GeneratedRegex(@"^((the|la|las|our) )?(summer reading|lecturas? (del?|para el) verano)( (list|books))?$")]
    private static partial Regex SummerReading();

    [GeneratedRegex(
        @"^(?!.*\b(about|like|called)\b)(\w+ ){0,6}(?<list>summer reading)( (list|books?|please|program|titles)){0,2}$|^(\w+ ){0,5}(?<list>lecturas? (del?|para el) verano)$"
        + @"|^(please |can (you|i) |could you |i want to )*(show( me)?|see|open|view|whats (on|in)|what is (on|in)|what books are (on|in)|give me) (the )?(?<list>[\w ]{2,80}?) (reading |book )?(list|display)$"
        + @"|^(por favor |puedes )*(muestra(me)?|ver|ensename|abre|que hay en|dame) (la lista|el exhibidor|la exhibicion) (de |del )?(?<list>[\w ]{2,80})$")]
    private static partial Regex Show();

    [GeneratedRegex(@"^(my|our|mi)\b|^(list|lista|favorites|favoritos|tbr|a list|una lista|the list|la lista)$")]
    private static partial Regex Own();
}
