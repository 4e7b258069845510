using System.Globalization;
using System.Text.RegularExpressions;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Reads what somebody wants done with the kit that is looked at. Null for what is about something else.</summary>
/// <param name="detector">Finds the language of sentences that show one.</param>
internal sealed partial class KitReplyReader(LanguageDetector detector)
{
    private const int LongestReply = 30;
    private const int LongestName = 120;
    private const int UsualMore = 2;

    /// <summary>A request that may begin a conversation about kits.</summary>
    public KitReply Start(string text, string language) =>
        KitCommands.Read(text, hasKit: false) ?? new KitReply.New(KitWishReader.Read(text, detector.Detect(text) ?? language));

    /// <summary>A reply to a kit that is looked at; null where it is none.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="language">The language to read it in where it does not show one itself.</param>
    /// <param name="titles">The titles of the kit, in the order of their numbers.</param>
    /// <param name="request">What the kit was made for.</param>
    public KitReply? Read(string text, string language, IReadOnlyList<string> titles, KitRequest request)
    {
        var spoken = detector.Detect(text) ?? language;
        if (Phrasing.AsksForWork(text) && KitCommands.Read(text, hasKit: true) is not KitReply.Print)
        {
            return null;
        }

        if (KitCommands.Read(text, hasKit: true) is { } command)
        {
            return command;
        }

        var wish = KitWishReader.Read(text, spoken);
        if (KitWords.SpeaksOfKit(text, spoken) && wish.Topics.Count > 0 && !Removes().IsMatch(text) && !Adds().IsMatch(text))
        {
            return new KitReply.New(wish);
        }

        if (Sentence.Of(text, spoken).Count is 0 or > LongestReply)
        {
            return null;
        }

        return Harder(text, spoken) ?? Removal(text, titles, wish) ?? MoreOf(text, spoken, wish, request) ?? Addition(text, wish) ?? PointedAt(text, titles) ?? Change(text, spoken, wish);
    }

    private static KitReply? Harder(string text, string language)
    {
        var sentence = Sentence.Of(text, language);
        for (var at = 0; at < sentence.Count && sentence.Count <= 9; at++)
        {
            if (sentence.Match(at, "change") is { Length: > 0, Value: "easier" or "harder" or "younger" or "older" } change)
            {
                return new KitReply.Harder(change.Value is "easier" or "younger" ? -1 : 1);
            }
        }

        return null;
    }

    private static KitReply? Removal(string text, IReadOnlyList<string> titles, KitWish wish)
    {
        if (Removes().Match(text.Trim().TrimEnd('.', '!')) is not { Success: true } match)
        {
            return null;
        }

        var what = match.Groups["what"].Value.Trim().TrimStart(',', ' ');
        if (Declines().IsMatch(Phrases.Plain(text)))
        {
            return null;
        }

        if (Numbers(what) is { Count: > 0 } numbers)
        {
            return new KitReply.Remove(numbers);
        }

        if (PointsAtIt().IsMatch(what))
        {
            return new KitReply.Remove([]);
        }

        if (NumberNamed(what, titles) is { } number)
        {
            return new KitReply.Remove([number]);
        }

        return wish.WithoutFormats.Count + wish.Without.Count > 0 || wish.Fiction is not null ? new KitReply.Changed(wish with { Topics = [] }, IsBesides: true)
            : what.Length is > 0 and <= LongestName ? new KitReply.RemoveNamed(what)
            : null;
    }

    private static KitReply? MoreOf(string text, string language, KitWish wish, KitRequest request)
    {
        if (!SaysMore().IsMatch(Phrases.Plain(text)) || wish.Topics.Count > 0 || wish.Formats.Count > 0)
        {
            return null;
        }

        if (wish.Groups is [{ } group, ..])
        {
            return new KitReply.More(group.Language, group.Grade, Math.Max(1, group.Count.Value));
        }

        var read = Sentence.Of(text, language);
        var spoken = wish.Language ?? Enumerable.Range(0, read.Count).Select(at => read.Match(at, "language")).Where(found => found.Length > 0).Select(found => found.Value).FirstOrDefault();
        return spoken is not null ? new KitReply.More(spoken, null, UsualMore)
            : wish.Grades is { } grades && request.Groups.Any(other => other.Grade == grades.Low) ? new KitReply.More(null, grades.Low, UsualMore)
            : wish.Students is { } students && request.Students is { } before ? new KitReply.Changed(wish with { Students = before + students }, IsBesides: true)
            : null;
    }

    private static KitReply? Addition(string text, KitWish wish)
    {
        if (Adds().Match(text.Trim().TrimEnd('.', '!')) is not { Success: true } match)
        {
            return null;
        }

        // "Add some videos", "add two in Spanish" say more of what there should be; else it is a title.
        var isKind = wish.Formats.Count > 0 || wish.Groups.Count > 0 || wish.Students is not null || wish.Standards.Count > 0;
        return isKind && (wish.Topics.Count == 0 || wish.Standards.Count > 0) ? new KitReply.Changed(wish with { Topics = [] }, IsBesides: true)
            : match.Groups["what"].Value.Trim().Trim('"', '“', '”', '«', '»') is { Length: > 1 and <= LongestName } name ? new KitReply.Add(name)
            : null;
    }

    private static KitReply? PointedAt(string text, IReadOnlyList<string> titles)
    {
        var plain = Phrases.Plain(text);
        return Points().IsMatch(plain) && Numbers(plain) is [var number] ? new KitReply.About(number)
            : NumberNamed(TellsAbout().Replace(plain, string.Empty), titles, whole: true) is { } named ? new KitReply.About(named)
            : null;
    }

    private static KitReply? Change(string text, string language, KitWish wish)
    {
        var plain = Phrases.Plain(text);
        var besides = Besides().IsMatch(plain);
        if (wish.HasOnlyTopics && Changes().IsMatch(plain) && KitWishReader.BareCount(text, language) is { } students)
        {
            return new KitReply.Changed(new KitWish { Students = students }, IsBesides: true);
        }

        // "About deserts instead" is a change; whoever names a thing to read asks for books.
        return wish.HasOnlyTopics
            ? wish.Topics.Count > 0 && (Instead().IsMatch(plain) || (besides && SaysAbout().IsMatch(plain))) && !SpeaksOfBooks().IsMatch(plain) ? new KitReply.Changed(wish, besides) : null
            : wish.Topics.Count == 0 && !AsksForBooks().IsMatch(plain) ? new KitReply.Changed(wish, IsBesides: true)
            : null;
    }

    private static int? NumberNamed(string what, IReadOnlyList<string> titles, bool whole = false)
    {
        var said = WithoutArticle(Phrases.Plain(what));
        if (said.Length < 3)
        {
            return null;
        }

        var found = titles.Index().Where(title => WithoutArticle(Phrases.Plain(title.Item)) is var name && (name == said || (!whole && said.Length > 4 && name.Contains(said, StringComparison.Ordinal))))
            .Select(title => title.Index + 1).ToList();
        return found.Count > 0 && (found.Count == 1 || titles.Where((_, at) => found.Contains(at + 1)).Distinct().Count() == 1) ? found[0] : null;
    }

    private static List<int> Numbers(string what)
    {
        var numbers = new List<int>();
        foreach (var language in new[] { "en", "es" })
        {
            var sentence = Sentence.Of(what, language);
            for (var at = 0; at < sentence.Count && numbers.Count < 20; at++)
            {
                var plain = sentence.Tokens[at].Plain;
                var number = sentence.Match(at, "ordinal") is { Length: > 0 } ordinal ? int.Parse(ordinal.Value, CultureInfo.InvariantCulture)
                    : int.TryParse(plain.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is > 0 and < 200 ? digits
                    : at > 0 && sentence.Tokens[at - 1].Plain is "number" or "numero" or "no" or "num" && SaidCount.At(sentence, at) is { IsGuess: false, IsHalf: false } count ? count.Value
                    : 0;
                if (number != 0 && !numbers.Contains(number))
                {
                    numbers.Add(number);
                }
                else if (number == 0 && !IsPointing().IsMatch(plain))
                {
                    numbers.Clear();
                    break;
                }
            }

            if (numbers.Count > 0)
            {
                break;
            }
        }

        return numbers;
    }

    private static string WithoutArticle(string plain) => plain.Split(' ', 2) is ["the" or "a" or "an" or "el" or "la" or "los" or "las" or "un" or "una", var rest] ? rest : plain;

    [GeneratedRegex(@"^(?:(?:please|can you|ok|now|and|y|por favor|but|pero)[,\s]+)*(?:remove|take\s+(?:out|off|away)|drop|delete|get\s+rid\s+of|without|leave\s+out|skip|lose|no|not|exclude|quita(?:r|me|le)?|qu[ií]tal[oae]s?|saca(?:r)?|s[aá]cal[oa]s?|elimina(?:r)?|borra(?:r)?|sin|menos|excepto|no\s+quiero|i\s+(?:don'?t|do\s+not)\s+(?:want|like)|everything\s+but)\b\s*(?<what>.*?)(?:\s+(?:please|por\s+favor|out|de\s+la\s+lista|from\s+(?:it|the\s+(?:kit|list))|del\s+kit))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Removes();

    [GeneratedRegex(@"^(?:(?:please|can you|ok|now|and|also|y|tambi[eé]n|por favor)[,\s]+)*(?:add|include|put\s+in|throw\s+in|agr[eé]ga(?:r|le|me)?|a[ñn]ad(?:e|ir|ele)|a[ñn][aá]dele|incluye|incluir|mete|pon|suma)\s+(?:also\s+|tambi[eé]n\s+)?(?:(?:the\s+book|el\s+libro|a\s+copy\s+of|una?\s+copia\s+de)\s+)?(?<what>.+?)(?:\s+(?:too|also|tambi[eé]n|please|por\s+favor|to\s+(?:it|the\s+kit)|al\s+kit))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adds();

    [GeneratedRegex(@"^(?:it|that|this|that\s+one|this\s+one|that\s+book|the\s+one|one|es[eao]|est[eao]|[eé]se|[eé]ste|lo|la|ese\s+libro|uno)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointsAtIt();

    [GeneratedRegex("^(?:no|not|nope|nah|no (?:thanks|thank you|gracias|problem|worries|es necesario|hace falta)|nothing(?: else)?|thats all|eso es todo)$")]
    private static partial Regex Declines();

    [GeneratedRegex("^(?:the|one|ones|number|numbers|num|no|numero|numeros|and|y|el|la|los|las|book|books|libro|libros|title|titulo|of|de|them|please|me|about|tell|show|muestrame|sobre|more|s|a)$")]
    private static partial Regex IsPointing();

    [GeneratedRegex(@"^(?:(?:tell me (?:more )?about|show me|what about|more about|muestrame|cuentame (?:mas )?(?:de|sobre)|que tal|sobre) )?(?:the |el |la )?(?:number |numero )?[a-z0-9]+(?: one)?$")]
    private static partial Regex Points();

    [GeneratedRegex("^(?:tell me (?:more )?about|what about|what is|more about|cuentame (?:mas )?(?:de|sobre)|que es) ")]
    private static partial Regex TellsAbout();

    [GeneratedRegex(@"\b(?:more|extra|additional|another|mas|otr[oa]s?|adicionales)\b")]
    private static partial Regex SaysMore();

    [GeneratedRegex(@"\b(?:instead|make it|actually|change|now|en vez|mejor|cambia\w*|ahora|que sean|somos|son|there are|we are|i have|tengo)\b")]
    private static partial Regex Changes();

    [GeneratedRegex(@"\b(?:instead|make it|change (?:it|the topic) to|mejor|en vez|en lugar|cambia\w*)\b")]
    private static partial Regex Instead();

    [GeneratedRegex(@"\b(?:also|too|and also|as well|tambien|ademas)\b|^(?:and|plus|y)\b")]
    private static partial Regex Besides();

    [GeneratedRegex(@"\b(?:about|on|sobre|acerca de)\b")]
    private static partial Regex SaysAbout();

    [GeneratedRegex(@"\b(?:books?|stor(?:y|ies)|novels?|libros?|cuentos?|novelas?)\b")]
    private static partial Regex SpeaksOfBooks();

    [GeneratedRegex(@"\b(?:recommend|do you have|looking for|a book|i need a|something|recomiend\w*|tienes|tienen|busco|un libro|algo)\b")]
    private static partial Regex AsksForBooks();
}
