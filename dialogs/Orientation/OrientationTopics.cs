using System.Text.RegularExpressions;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Orientation;

/// <summary>What somebody wants to know about the library or the bot.</summary>
internal enum OrientationTopic
{
    /// <summary>What the bot can do.</summary>
    Menu,

    /// <summary>When the library is open.</summary>
    Hours,

    /// <summary>Where the library is.</summary>
    Location,

    /// <summary>How to reach the librarian.</summary>
    Contact,

    /// <summary>What the bot does with what is said.</summary>
    Privacy,

    /// <summary>Who or what the bot is.</summary>
    WhoAreYou,

    /// <summary>How the bot is.</summary>
    HowAreYou,

    /// <summary>Thanks, praise.</summary>
    Thanks,

    /// <summary>Good-bye.</summary>
    Farewell,

    /// <summary>Hello.</summary>
    Greeting,
}

/// <summary>
/// Tells the topics of this capability apart, once the recognizer has said that one of them is meant. Facts come before courtesies, so that
/// "hi, when do you close? thanks" is answered with the hour.
/// </summary>
internal static partial class OrientationTopics
{
    /// <summary>The topic of a request: its intent where one was recognised, else what its words say; the menu where they say nothing.</summary>
    public static OrientationTopic Of(CapabilityRequest request)
    {
        var plain = Phrases.Plain(request.Text);
        return Enum.TryParse<OrientationTopic>(request.Intent, out var topic) ? topic
            : Hours().IsMatch(plain) ? OrientationTopic.Hours
            : Privacy().IsMatch(plain) ? OrientationTopic.Privacy
            : WhoAreYou().IsMatch(plain) ? OrientationTopic.WhoAreYou
            : Contact().IsMatch(plain) ? OrientationTopic.Contact
            : Location().IsMatch(plain) ? OrientationTopic.Location
            : HowAreYou().IsMatch(plain) ? OrientationTopic.HowAreYou
            : Thanks().IsMatch(plain) ? OrientationTopic.Thanks
            : Farewell().IsMatch(plain) ? OrientationTopic.Farewell
            : Greeting().IsMatch(plain) ? OrientationTopic.Greeting
            : OrientationTopic.Menu;
    }

    /// <summary>Whether a message is nothing but a greeting, thanks or a farewell: "thx", "ok", "hola".</summary>
    public static bool IsCourtesy(string text)
    {
        var plain = Phrases.Plain(text);
        return plain.Length > 0
            && new[] { HowAreYou(), Thanks(), Farewell(), Greeting() }.Aggregate(plain, (rest, courtesy) => courtesy.Replace(rest, string.Empty)).Trim().Length == 0;
    }

    [GeneratedRegex(
        @"\b(open(s|ed|ing)?|clos(e|es|ed|ing)|hours?|schedule|what time|when (do|are|can|does|is))\b"
        + @"|\b(abr(e|en|es|imos|ir)|abiert[oa]s?|abria|cierr(a|an|as|en)|cerrad[oa]s?|cerrar|horarios?|a que hora|que hora|hasta que hora|horas)\b")]
    private static partial Regex Hours();

    [GeneratedRegex(
        @"\b(where|how do i (get|find)|find you|directions|which (floor|room|building)|what (floor|room|building)|located|location|address)\b"
        + @"|\b(donde|como llego|ubicad[oa]|ubicacion|direccion|que (piso|salon|edificio)|en que parte)\b")]
    private static partial Regex Location();

    [GeneratedRegex(
        @"\b(librarian|who works|talk to (a |someone|somebody|the )|real person|human help|contact|e ?mail|phone|call you|telephone)\b"
        + @"|\b(bibliotecari[oa]|quien trabaja|hablar con|persona real|contacto|correo|telefono|llamar)\b")]
    private static partial Regex Contact();

    [GeneratedRegex(
        @"\b(privacy|private|secret|record(ed|ing)?|save|saved|store|stored|keep (what|my|a)|remember what|who (can )?(see|sees|reads?|knows)|tell (my|any|the|others|on me)|data|what do you do with|spy(ing)?|watch(ing)? me|listening|track(ing)?|share)\b"
        + @"|\b(privacidad|privad[oa]|secreto|grab(as|an|ar)|guard(as|an|ar)|quien (ve|lee|sabe|puede ver)|le (dices|cuentas|vas a (decir|contar))|datos|que haces con|espi(as|ar)|compart(es|ir)|record(ar|as) lo)\b")]
    private static partial Regex Privacy();

    [GeneratedRegex(
        @"\b(who (are|r) (you|u)|what (are|r) (you|u)|whats your name|what is your name|your name|are (you|u) (a |an |the )?(robot|bot|human|person|real|ai|computer|machine|alive|chat ?gpt|chatbot|librarian|program)|(a )?(robot|human) or|who made you|who built you)\b"
        + @"|\b(quien eres|que eres|como te llamas|cual es tu nombre|tu nombre|eres (un |una |el |la )?(robot|bot|humano|humana|persona|real|ia|computadora|maquina|chatbot|de verdad|bibliotecari[oa]|programa)|quien te (hizo|creo))\b")]
    private static partial Regex WhoAreYou();

    [GeneratedRegex(@"\b(how are (you|u)|how r u|hows it going|how is it going|whats up|sup|how do you do|que tal|como estas|como te va|como andas|que onda|que pasa)\b")]
    private static partial Regex HowAreYou();

    [GeneratedRegex(
        @"\b(thanks?|thank (you|u)|thx|ty|tysm|thnx|appreciate|great|awesome|cool|perfect|nice|good (bot|job|one)|youre the best|love (it|you)|ok|okay)\b"
        + @"|\b(gracias|grasias|te agradezco|genial|perfecto|excelente|buenisimo|que bien|muy bien|chevere|vale|buen trabajo)\b")]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(bye|good ?bye|see (you|ya|u)|later|good ?night|have a (good|nice|great)|adios|hasta (luego|manana|pronto|la vista)|nos vemos|chao|buenas noches)\b")]
    private static partial Regex Farewell();

    [GeneratedRegex(@"\b(hi+|hello+|hey+|yo|howdy|greetings|good (morning|afternoon|evening|day)|hola+|buen(os|as)? (dias?|tardes)|buenas|saludos)\b")]
    private static partial Regex Greeting();
}
