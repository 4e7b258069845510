using System.Text.RegularExpressions;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Loans;

/// <summary>What somebody wants to know or have done about what they borrow. The names are the sections of the utterances.</summary>
internal enum LoanTopic
{
    /// <summary>What they have out and when it is due.</summary>
    Mine,

    /// <summary>What of it is overdue.</summary>
    Overdue,

    /// <summary>Keep something longer.</summary>
    Renew,

    /// <summary>What is on hold for them, and their place in line.</summary>
    Holds,

    /// <summary>Give up a hold.</summary>
    CancelHold,

    /// <summary>Be told when something is in.</summary>
    Notify,

    /// <summary>Not be told after all.</summary>
    StopNotify,

    /// <summary>They lost or damaged something.</summary>
    Lost,

    /// <summary>How much may be borrowed, and for how long.</summary>
    Limits,

    /// <summary>What somebody else borrows, which nobody is told.</summary>
    Others,
}

/// <summary>
/// Tells the topics apart. A few plain sentences are known whatever is being talked about; what somebody else borrows comes first, so that nobody is shown their own books
/// in answer to a question about another's.
/// </summary>
internal static partial class LoanTopics
{
    /// <summary>The topic of a request: what its words plainly say, else its intent; one's own books where neither says anything.</summary>
    public static LoanTopic Of(CapabilityRequest request) =>
        Plainly(request.Text) ?? (Enum.TryParse<LoanTopic>(request.Intent, out var topic) ? topic : LoanTopic.Mine);

    /// <summary>The topic that the words of a message plainly say; null where they do not.</summary>
    public static LoanTopic? Plainly(string text)
    {
        var plain = Phrases.Plain(text);
        return plain.Length > 200 ? null
            : Others().IsMatch(plain) || OthersInSpanish().IsMatch(plain) ? LoanTopic.Others
            : StopNotify().IsMatch(plain) ? LoanTopic.StopNotify
            : Notify().IsMatch(plain) ? LoanTopic.Notify
            : CancelHold().IsMatch(plain) ? LoanTopic.CancelHold
            : Renew().IsMatch(plain) ? LoanTopic.Renew
            : Lost().IsMatch(plain) ? LoanTopic.Lost
            : Holds().IsMatch(plain) ? LoanTopic.Holds
            : Limits().IsMatch(plain) ? LoanTopic.Limits
            : Overdue().IsMatch(plain) ? LoanTopic.Overdue
            : Mine().IsMatch(plain) ? LoanTopic.Mine
            : null;
    }

    // "Who has Hatchet" is answered with the title and names nobody; what is asked about people here is what they have.
    private const string Somebody = @"(?!(i|you|u|ya|yall|we|it|they|he|she|this|that|these|the library|there|an?|any|anybody|anyone|somebody|someone|everyone|everybody|nobody|most|kids|children|students|people|readers|been|checked|out|got|borrowed|my (books?|holds?|loans?|copy|stuff|things|items|library|account))\b)(\w+ ){1,4}?";

    private const string Then = @"( (now|right now|at the moment|lately|recently|so far|last (week|month|year)|this (week|month|year)|today|before|from the library))?$";

    [GeneratedRegex(
        @"\b(who|whos|whose|(which|what) (kids?|students?|people|teachers?|patrons?|class(es)?|kid|families))\b.*\b(over ?due|late books?|waiting (for|on)|in line|on the (wait ?)?list|lost books?|owes?|holds)\b"
        + @"|(?<!\bwho )\b(does|did|do) " + Somebody + @"(have |got )?(\w+ )?(out|checked out|check out|borrow|on loan|over ?due( books?)?|on hold)" + Then
        + @"|\b(what|which|how many)( \w+)? (has|have) " + Somebody + @"(got )?(\w+ )?(out|checked out|borrowed|on loan|on hold)" + Then
        + @"|\b(what|which)( books?)? (did|does|has|is) " + Somebody + @"(been )?(read|reading|borrowing)" + Then
        + @"|\b(?!(whats|thats|its|lets|heres|theres|whos|wheres|whens|hows|books|this|is|has|does|was|loans|holds|class|sus|mis|todays|tomorrows)\b)\w+s (current )?(loans|holds|over ?due (books?|list|items)|check ?outs|checked out books|due dates?|borrowing history|reading history|library (account|record|books)|books? (is |are )?(over ?due|due|late))\b"
        + @"|\b(my|our|the|a|this|that) (son|daughter|kid|child|student|class|brother|sister|friend|grandson|granddaughter|nephew|niece|cousin|boy|girl|homeroom|husband|wife|mom|dad|teacher|principal)s?\b.*\b(checked out|over ?due|due( back)?|on hold|loans|borrow(ed)?|have out|has out|have at home|late books?)\b"
        + @"|\b(over ?dues?|loans|holds|late books|borrowing history|reading history|checked out books) (list )?(for|of|by|from|in) (?!(me|my|myself|us|it|this (book|title))\b)\w+|\bover ?due books? (for|of|in|from) (?!(me|myself|my (account|name))\b)\w+")]
    private static partial Regex Others();

    [GeneratedRegex(
        @"\b(quien(es)?|que (ninos|alumnos|estudiantes|maestros|personas|familias))\b.*\b(atrasad[oa]s?|vencid[oa]s?|retrasad[oa]s?|en (la )?(fila|lista)|espera(n|ndo)|perdid[oa]s?|deben?)\b"
        + @"|\b(que|cuales|cuantos|cuantas)( libros?| cosas)? (tiene|saco|se llevo|pidio|tomo) (prestad[oa]s? )?(?!(prestad[oa]s?|la biblioteca|usted|ustedes|reservad[oa]s?|mi libro|el libro|mas|de|sobre|que|para|en)\b)\w+"
        + @"|\b(que|cuales|cuantos)( libros?)? (tiene|tienen|saco|sacaron) (mi|mis|el|la|los|las|un|una) \w+.*\b(prestad[oa]s?|sacad[oa]s?|atrasad[oa]s?|vencid[oa]s?|reservad[oa]s?|afuera|en casa)\b"
        + @"|\b(prestamos|libros (prestados|atrasados|vencidos)) de (?!(mi|este|la biblioteca|el libro|ese)\b)\w+"
        + @"|\b(tiene|tienen) (\w+ ){1,4}(libros )?(atrasad[oa]s|vencid[oa]s|prestad[oa]s)\b")]
    private static partial Regex OthersInSpanish();

    [GeneratedRegex(
        @"\b(dont|do not|stop|no longer|no need to|cancel|forget|quit)\b.*\b(tell(ing)? me (when|if|about)|let(ting)? me know|notify(ing)? me|notifications?|alerts?|message me (when|about)|(about|for) it being in)\b"
        + @"|\bya no (me )?(avises?|notifiques?|hace falta que me avises)|\bno me (avises?|notifiques?)\b|\b(cancela|quita|borra|elimina|anula)\w* (el |los |mi |mis )?(avisos?|notificacion(es)?|alertas?)\b")]
    private static partial Regex StopNotify();

    [GeneratedRegex(
        @"\b(tell|let|notify|message|text|alert|ping|inform|remind|write) (to )?me (know )?(when|whenever|once|if|as soon as|the (minute|day|moment))\b(?!.*\b(open|opens|close|closes|library is|you(r| are)?)\b).*\b(in|back|available|returned|returns?|here|free|there|ready|in stock)\b"
        + @"|\b(avisa(me|r|rme)|avise(n)?me|me (puedes |pueden |podrias )?avisa(s|n|r)?|notifica(me|rme)|dime|digame|dimelo|hazme saber)( por favor)? (cuando|si|en cuanto|apenas|tan pronto)\b(?!.*\b(abr\w+|cierr\w+|biblioteca este)\b).*\b(disponible|lleg\w+|regres\w+|vuelv\w+|devuelv\w+|este|haya|aqui|libre|listo)\b")]
    private static partial Regex Notify();

    [GeneratedRegex(
        @"\b(cancel|cancle|cansel|drop|remove|delete|undo|give up|get rid of|take (me )?off|dont (want|need))\b.*\b(holds?|hold list|wait ?list|waiting list|line for)\b(?!.*\b(chromebooks?|ipads?|cart|laptops?|room|lab|projector)\b)"
        + @"|\b(can[cz]ela|can[cz]elar|quita|quitar|anula|anular|borra|borrar|elimina|eliminar)\w*\b.*\b(apartados?|reservas? (de|del|que tengo|para)|lista de espera)\b(?!.*\b(chromebooks?|carritos?|salas?|salon|ipads?|proyector|laboratorio|equipos?|tabletas?|camara|laptops?|computadoras?|taller|audifonos|microfonos?)\b)")]
    private static partial Regex CancelHold();

    [GeneratedRegex(
        @"^((please|pls|plz|hi|hey|hello|can|could|may|will|would|i|you|u|me|we|want|wanna|need|to|like|id|help|lets|do|how|try|just|go|ahead|and|por favor|hola|oye|quiero|puedo|puedes|podrias|necesito|me|quisiera|como|ya) ?)*\b(re ?new|renewal|renewing|reniew|renoo|renu|extend (my|the|this|that|due)(?! (booking|reservation|carts?|chromebooks?|room|ipads?|laptops?|event|meeting|lab))|renueva(me|lo|la|los|las|n)?|renuevame(lo|la|los|las)|renueve(n|me)?|renuevo|reno[vb]ar(me|lo|la|los|las|melo)?|renuebas?|prorroga\w*|prorrogar\w*|(extiende|extender) (mi|el) (prestamo|plazo|libro))\b"
        + @"|\b(keep|have|borrow) (it|them|this|my (book|books)|this book|the book) (a (bit|little|few days|while|week) )?longer\b|\bmore time (with|for|on|to (read|finish)) (my|this|it|the book|the)\b"
        + @"|\b(tener|quedarme|dejarme)\w* .*\bmas tiempo\b|\bmas (tiempo|dias) (con|para) (el|mi|este|mis|los|leer)\b")]
    private static partial Regex Renew();

    [GeneratedRegex(
        @"\b(i|we|ive|weve)( think i| may| might| must)?( just| have| already| also)* (lost|misplaced|ripped|tore|torn|damaged|ruined|broke|spilled \w+ on|cant find|can not find|left) (a |an |my |the |this |our |one of (my|the|your) |that )(library |school )?(book|books|copy)\b(?! (about|on|for|club|bag|report))"
        + @"|\b(perdi|se me (perdio|rompio|mojo|dano)|rompi|moje|extravie|no encuentro)( un| el| mi| mis| este| los)? (libros?|ejemplar)( de la biblioteca)?\b(?! (sobre|de (?!la biblioteca)))")]
    private static partial Regex Lost();

    [GeneratedRegex(
        @"^(?!(please |can you |could you |can i |i want to |hi |hey )*(put|place|hold|reserve)\b).*\b(on hold for me|my holds|my hold|holds (do i|i) have|(i have|do i have|ive got|i got|have i|are|is there anything|anything) (\w+ ){0,2}on hold|(number|place|spot|position|where|far|when)( \w+){0,3} in (the )?(line|queue)|my (place|turn|spot|position)|did my hold|what (am i|i am|im) waiting for|waiting for me)\b"
        + @"|\b(mis? apartados?|mi (turno|lugar en)|(tengo|hay) (algo )?(apartado|en espera)|apartad[oa]s? (para mi|a mi nombre)|libros? (que )?(tengo |hay )?(reservad|apartad)[oa]s?|mis? reservas? de libros?|guardados? (para mi|a mi nombre)|en que (lugar|puesto|numero)|(lugar|puesto|numero) (de|en) (la )?(fila|lista|cola))\b")]
    private static partial Regex Holds();

    [GeneratedRegex(
        @"\bhow (many|long|much time)\b.*\bcan (i|we|you|students|kids)\b.*\b(check out|borrow|keep|renew|take home|have out|hold|holds)\b|\bhow many books can (i|we|kids|students)\b"
        + @"|\bcuant[oa]s? .*\b(puedo|podemos|se pueden?)\b.*\b(sacar|llevar(me|se)?|prestar|pedir prestados?|renovar|reservar|tener)\b")]
    private static partial Regex Limits();

    [GeneratedRegex(
        @"^(whats?|what is|what are|which|do i|do we|are|am i|is|any|anything|show( me)?|list|see|i have|have i|my|tell me)\b.*\b(over ?due|past due)\b|^over ?dues?( books?)?$|\bam i late\b|\b(do i have|any) (\w+ )?late books\b"
        + @"|\b(tengo|tendre|hay|cuales|que|mis|estan?)\b.*\b(atrasad[oa]s?|vencid[oa]s?|retrasad[oa]s?|por devolver)\b")]
    private static partial Regex Overdue();

    [GeneratedRegex(
        @"(?<!\bcan )(?<!\bmay )(?<!\bcould )(?<!\bshould )\b(i have|do i have|have i|ive|did i|ive got|i got|i) (\w+ ){0,3}?(checked out|check out|borrowed|borrow|on loan|out( (now|right now|at the moment|from the library))?$)"
        + @"|^when (is|are) (?!.*\b(homework|projects?|reports?|assignments?|papers?|essays?|baby|tests?|bills?|rent|grades?)\b).* due( back)?$"
        + @"|\bwhen (is|are|do|does|should|must) (my|mine|all my|these|i have to|i need to|i bring|i return|i take)\b.*\b(due|back|return\w*|turn in|bring)\b|\b(my|these) (library )?(books?|loans?|items?|stuff) (is |are )?due\b|\bmy (loans|check ?outs|checked out books|library account|due dates?|library books)\b|^my books?$|\bwhats? due\b"
        + @"|\b(que|cuales|cuantos)( libros?| cosas)? (tengo|saque|me lleve)( yo)?( (prestad[oa]s?|sacad[oa]s?|en (mi )?casa|afuera|ahora|pendientes?))?$|\b(mis|mi) (prestamos?|libros? (prestad[oa]s?|de la biblioteca|pendientes))\b"
        + @"|\bcuando (tengo que|debo|hay que|se|puedo|me toca) (devolv|devuelv|regres|entreg|venc)\w*|\bcuando vencen?\b|\bfechas? de (entrega|devolucion|vencimiento)\b")]
    private static partial Regex Mine();
}
