using System.Text.RegularExpressions;

namespace LibraryBot.Dialogs.Kits;

/// <summary>What is done with a kit as a whole: whole messages with few words. Names are taken as they were written.</summary>
internal static partial class KitCommands
{
    private const int Longest = 240;
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The command a message is, or null.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="hasKit">Whether a kit is being looked at, so that "save it" and "open Fall" need not say what.</param>
    public static KitReply? Read(string text, bool hasKit)
    {
        var said = Courtesy().Replace(text.Trim().TrimEnd('.', '!', '?').TrimStart('¿', '¡'), string.Empty).Trim();
        if (said.Length is 0 or > Longest)
        {
            return null;
        }

        return Mine().IsMatch(said) ? new KitReply.Mine()
            : Open().Match(said) is { Success: true } open && (hasKit || open.Groups["kit"].Success || KitCode.In(said) is not null) && !PointsAtNumber().IsMatch(open.Groups["name"].Value) ? new KitReply.Open(KitCode.In(said) ?? Name(open))
            : Delete().Match(said) is { Success: true } delete ? new KitReply.Delete(delete.Groups["name"].Success ? Name(delete) : null)
            : !hasKit ? null
            : HoldAll().IsMatch(said) ? new KitReply.HoldAll()
            : SaveAs().Match(said) is { Success: true } saveAs ? new KitReply.Save(Name(saveAs))
            : Save().IsMatch(said) ? new KitReply.Save(null)
            : Withdraw().IsMatch(said) ? new KitReply.Withdraw()
            : Share().IsMatch(said) ? new KitReply.Share()
            : Print().IsMatch(said) ? new KitReply.Print()
            : Undo().IsMatch(said) ? new KitReply.Undo()
            : null;
    }

    private static string Name(Match match) => match.Groups["name"].Value.Trim().Trim('"', '“', '”', '«', '»', '\'').Trim();

    [GeneratedRegex(@"^(?:(?:please|pls|plz|por favor|ok(?:ay)?|now|ahora|yes|s[ií]|great|perfect[oa]?|can (?:you|u|i)|could (?:you|i)|i(?:'d| would) like to|i want to|let'?s|puedes|quiero|quisiera|me puedes)[,\s]+)+|[,\s]+(?:please|pls|plz|por favor|porfa|thanks|thank you|gracias|for me|para m[ií])$", Loose)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"^(?:(?:show|see|list|view|what are|where are|give me|open|go to|ver|mu[eé]stra(?:me)?|mostrar|lista|cu[aá]les son|d[oó]nde est[aá]n|abre|ens[eé]ñame)\s+)?(?:me\s+)?(?:all\s+|todos\s+)?(?:of\s+)?(?:my|mis|the|los)\s+(?:saved\s+|unit\s+|own\s+|other\s+|otros\s+)?(?:kits|kitts|paquetes|text sets|units|unidades)(?:\s+(?:i saved|i have|that i saved|guardados|que guard[eé]|de unidad(?:es)?|que tengo))?$|^what kits do i have$|^(?:do i have|tengo) (?:any )?kits$|^qu[eé] kits tengo$", Loose)]
    private static partial Regex Mine();

    [GeneratedRegex(@"^(?:(?:open|load|bring up|pull up|reopen|abre|abrir|[aá]breme|carga|cargar)(?:\s+up)?(?:\s+(?:the|my|el|mi|la|a|un))?(?<kit>\s+(?:shared\s+)?(?:unit\s+)?(?:kit|paquete|text set)(?:\s+compartido)?)?|(?:show|see|get|use|mu[eé]stra(?:me)?|ver|ens[eé]ñame)(?:\s+me)?(?:\s+(?:the|my|el|mi))?(?<kit>\s+(?:unit\s+)?(?:kit|paquete|text set)))(?:\s+(?:called|named|llamado|titulado|with|con))?(?:\s+(?:the|el))?(?:\s+(?:code|c[oó]digo|link|enlace))?\s*:?\s+(?<name>\S.*?)(?<kit>\s+kit)?$", Loose)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?:(?:the|el|la)\s+)?(?:number|no\.?|#|n[uú]mero)?\s*(?:\d+|first|second|third|fourth|fifth|last|primer[oa]?|segund[oa]|tercer[oa]?|[uú]ltim[oa])(?:\s+one)?$", Loose)]
    private static partial Regex PointsAtNumber();

    [GeneratedRegex(@"^(?:delete|erase|throw away|borra(?:r)?|elimina(?:r)?)\s+(?:(?:the|my|this|that|el|mi|este|ese)\s+)?(?:unit\s+)?(?:kit|paquete)(?:\s+(?:called\s+|named\s+|llamado\s+)?(?<name>\S.*))?$", Loose)]
    private static partial Regex Delete();

    [GeneratedRegex(@"^(?:(?:hold|reserve|request|check out|put|place)\s+(?:a\s+|holds?\s+(?:on|for)\s+)?(?:all(?:\s+(?:of\s+)?(?:it|them|these|those|the\s+(?:books|titles|kit)))?|every(?:thing|\s+one(?:\s+of\s+them)?|\s+(?:book|title))|them(?:\s+all)?|these|those|it\s+all|the\s+(?:whole|entire)\s+(?:kit|set|thing|list|lot)|the\s+(?:books|titles|kit)|(?:whole|entire)\s+kit)(?:\s+on\s+hold)?|(?:apart|reserv|guard|pid|aparta|reserva|guarda)(?:ar?|e|a)?(?:me|nos)?(?:l[oa]s?)?(?:me)?\s+(?:todo(?:s)?|todas)(?:\s+(?:el\s+kit|los\s+(?:libros|t[ií]tulos)))?|(?:apart|reserv|resérv|apárt)(?:a|ar|e)(?:me|nos)?l[oa]s(?:\s+todos)?|(?:aparta|reserva|reservar|apartar)\s+(?:el\s+kit|los\s+libros|los\s+t[ií]tulos)(?:\s+completo)?|hold\s+(?:the\s+)?kit|hold\s+(?:the\s+)?lot)$", Loose)]
    private static partial Regex HoldAll();

    [GeneratedRegex(@"^(?:(?:save|keep|store|copy)(?:\s+(?:it|this|that|a copy|(?:the|this|my)\s+(?:kit|set|list)))?\s+(?:as|under(?:\s+the\s+name)?|named|called|with\s+the\s+name)|(?:call|name|rename)\s+(?:it|this|(?:the|this|my)\s+kit)(?:\s+(?:to|as))?|(?:gu[aá]rda(?:r|me)?(?:lo|la)?|guardar(?:lo)?|copia(?:lo|r)?|c[oó]pialo)(?:\s+(?:el|este|mi)\s+kit|\s+esto)?\s+(?:como|con\s+el\s+nombre(?:\s+de)?|bajo)|(?:ll[aá]mal[oe]|ponle(?:\s+de\s+nombre)?|n[oó]mbralo)(?:\s+como)?)\s*:?\s+(?<name>\S.*)$", Loose)]
    private static partial Regex SaveAs();

    [GeneratedRegex(@"^(?:(?:save|keep|store|copy)(?:\s+(?:it|this|that|a\s+copy|(?:the|this|my)\s+(?:kit|set|list)|kit))?|gu[aá]rdal[oa]|guarda(?:r)?(?:\s+(?:el|este|mi)\s+kit|\s+esto|lo)?|c[oó]pialo|copia(?:r)?(?:\s+(?:el|este)\s+kit)?)$", Loose)]
    private static partial Regex Save();

    [GeneratedRegex(@"^(?:share|send|compart(?:e|ir))(?:\s+(?:it|this|that|(?:the|this|my|el|este|mi)\s+kit|kit))?(?:\s+(?:with|to|con|a)\s+.{1,60})?$|^comp[aá]rtel[oa](?:\s+con\s+.{1,60})?$|^(?:get|give me|make)\s+(?:me\s+)?(?:a|the)\s+link$|^(?:dame|haz)\s+(?:un|el)\s+enlace$", Loose)]
    private static partial Regex Share();

    [GeneratedRegex(@"^(?:stop\s+sharing(?:\s+(?:it|this|the\s+kit))?|unshare(?:\s+(?:it|this|the\s+kit))?|(?:withdraw|remove|delete|cancel|take\s+back|turn\s+off|revoke)\s+(?:the\s+|its\s+)?link|(?:deja|dejar)\s+de\s+compartir(?:lo)?|(?:quita|retira|borra|elimina|cancela)\s+el\s+enlace|ya\s+no\s+(?:lo\s+)?compartas)$", Loose)]
    private static partial Regex Withdraw();

    [GeneratedRegex(@"^(?:print|export|download|imprim(?:e|ir)|exporta(?:r)?|descarga(?:r)?|baja(?:r)?)(?:\s+(?:it|this|that|(?:the|this|my|el|este|mi)\s+(?:kit|list|lista)|kit))?(?:\s+(?:as|to|in|como|a|en)\s+(?:a\s+|an\s+|un\s+)?(?:csv|excel|spreadsheet|pdf|file|html|page|hoja(?:\s+de\s+c[aá]lculo)?|archivo|p[aá]gina))?$|^(?:csv|excel|spreadsheet|printable(?:\s+(?:page|list|version))?|impr[ií]melo|exp[oó]rtalo|p[aá]gina\s+para\s+imprimir)$", Loose)]
    private static partial Regex Print();

    [GeneratedRegex(@"^(?:undo(?:\s+(?:it|that|this))?|put\s+(?:it|that|that\s+one)\s+back|go\s+back|as\s+(?:it\s+was\s+)?before|deshacer|deshazlo|deshaz(?:\s+eso)?|regr[eé]sal[oa]|ponl[oa]\s+otra\s+vez|como\s+estaba(?:\s+antes)?)$", Loose)]
    private static partial Regex Undo();
}

/// <summary>The code of a link, alone or in an address.</summary>
internal static partial class KitCode
{
    /// <summary>The code in a text; null for none.</summary>
    public static string? In(string text) => Code().Match(text) is { Success: true } match ? match.Groups["code"].Value : null;

    // Nobody calls a kit by 32 letters, digits and dashes of both cases.
    [GeneratedRegex(@"(?:^|[\s/])(?<code>(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[a-z])[A-Za-z0-9_-]{32})(?:$|[\s?#/])")]
    private static partial Regex Code();
}
