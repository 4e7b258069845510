using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>
/// Reads what kind of thing a title is. Leader/06-07 gives the kind of material; 245 $h, 007, 008/23, 338 and 655 tell large print,
/// braille, electronic and spoken books; genre terms and the shelf tell graphic novels and picture books.
/// </summary>
internal static partial class MarcFormats
{
    /// <summary>The format; subjects, genres, ISBNs and call number of the title are read already.</summary>
    public static TitleFormat Read(MarcRecord record, Title title)
    {
        var designation = record.First("245")?['h'] ?? "";
        return OfDesignation(designation) ?? record.LeaderAt(6) switch
        {
            'c' or 'd' => TitleFormat.Score,
            'e' or 'f' => TitleFormat.Map,
            'g' => TitleFormat.Video,
            'i' => TitleFormat.Audiobook,
            'j' => TitleFormat.Music,
            'm' => title.Isbns.Count > 0 || HasTerm(title.Genres, "electronic book") ? TitleFormat.EBook : TitleFormat.Electronic,
            'o' => TitleFormat.Kit,
            'k' or 'p' or 'r' => TitleFormat.Other,
            _ => OfText(record, title, designation),
        };
    }

    /// <summary>The other forms the record names: in 530, 533, 580, 775 and 776.</summary>
    public static AlternativeFormats ReadOthers(MarcRecord record, TitleFormat own)
    {
        var others = AlternativeFormats.None;
        foreach (var field in record.Fields)
        {
            if (field.Tag is "530" or "533" or "580" or "775" or "776")
            {
                var text = field.Join("aitbn");
                others |= LargePrint().IsMatch(text) ? AlternativeFormats.LargePrint : 0;
                others |= Audio().IsMatch(text) ? AlternativeFormats.Audio : 0;
                others |= text.Contains("braille", StringComparison.OrdinalIgnoreCase) ? AlternativeFormats.Braille : 0;
            }
        }

        return others & ~(own switch
        {
            TitleFormat.LargePrint => AlternativeFormats.LargePrint,
            TitleFormat.Audiobook or TitleFormat.Music => AlternativeFormats.Audio,
            TitleFormat.Braille => AlternativeFormats.Braille,
            _ => AlternativeFormats.None,
        });
    }

    private static TitleFormat? OfDesignation(string designation) => designation switch
    {
        "" => null,
        _ when Has(designation, "video") || Has(designation, "motion picture") || Has(designation, "dvd") => TitleFormat.Video,
        _ when Has(designation, "kit") => TitleFormat.Kit,
        _ when Has(designation, "braille") => TitleFormat.Braille,
        _ when LargePrint().IsMatch(designation) => TitleFormat.LargePrint,
        _ when Has(designation, "map") || Has(designation, "cartographic") => TitleFormat.Map,
        _ => null,
    };

    private static TitleFormat OfText(MarcRecord record, Title title, string designation)
    {
        var carriers = string.Join(' ', record.All("338").Concat(record.All("337")).Select(field => field['a']));
        if (Has(designation, "sound recording") || Has(carriers, "audio"))
        {
            return TitleFormat.Audiobook;
        }

        if (Has(carriers, "video"))
        {
            return TitleFormat.Video;
        }

        var electronic = IsElectronic(record, title, designation, carriers);
        if (record.LeaderAt(7) is 's' or 'b')
        {
            return TitleFormat.Magazine;
        }

        return record.LeaderAt(7) == 'i' && electronic ? TitleFormat.Electronic : OfBook(record, title, electronic);
    }

    private static TitleFormat OfBook(MarcRecord record, Title title, bool electronic)
    {
        var (form, physical) = (FormOfItem(record), record.Control("007") ?? "");
        var words = string.Join(' ', record.All("340").Select(field => field.Join("an")).Concat(record.All("300").Select(field => field.Join("a"))).Append(title.Edition));
        if (form == 'f' || physical.StartsWith("tc", StringComparison.Ordinal) || physical.StartsWith('f') || HasTerm(title.Genres, "braille") || Has(words, "braille"))
        {
            return TitleFormat.Braille;
        }

        if (form == 'd' || physical.StartsWith("tb", StringComparison.Ordinal) || LargePrint().IsMatch(words) || title.Genres.Exists(LargePrint().IsMatch))
        {
            return TitleFormat.LargePrint;
        }

        if (electronic)
        {
            return TitleFormat.EBook;
        }

        if (title.Genres.Exists(GraphicTerm().IsMatch) || title.Subjects.Exists(GraphicHeading().IsMatch) || GraphicShelf().IsMatch(title.CallNumber ?? "") || IsComicsCoded(record))
        {
            return TitleFormat.GraphicNovel;
        }

        return title.Genres.Exists(PictureTerm().IsMatch) || title.Subjects.Exists(PictureHeading().IsMatch) || PictureShelf().IsMatch(title.CallNumber ?? "")
            ? TitleFormat.PictureBook
            : TitleFormat.Book;
    }

    private static bool IsElectronic(MarcRecord record, Title title, string designation, string carriers) =>
        FormOfItem(record) is 'o' or 'q' or 's' || Has(designation, "electronic resource") || Has(carriers, "online resource") || Has(carriers, "computer")
        || HasTerm(title.Genres, "electronic book") || HasTerm(title.Genres, "libros electrónicos")
        || (record.Control("007") ?? "").StartsWith("cr", StringComparison.Ordinal)
        || record.First("300")?['a']?.Contains("online resource", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>008/23, where the field is whole.</summary>
    private static char FormOfItem(MarcRecord record) => record.Control("008") is { Length: 40 } field ? field[23] : ' ';

    /// <summary>008/24-27 has 6 for comics and graphic novels.</summary>
    private static bool IsComicsCoded(MarcRecord record) => record.LeaderAt(6) is 'a' or 't' && record.Control("008") is { Length: 40 } field && field.AsSpan(24, 4).Contains('6');

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool HasTerm(List<string> terms, string words) => terms.Exists(term => Has(term, words));

    [GeneratedRegex(@"large (?:print|type)|letra grande", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LargePrint();

    [GeneratedRegex(@"audio|sound recording|sound disc|compact disc|talking book", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Audio();

    [GeneratedRegex(@"^(?:graphic (?:novels?|nonfiction|books)|comic books|comics|manga|novelas? gráficas?|historietas|cómics?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GraphicTerm();

    [GeneratedRegex(@"^(?:graphic novels?|novelas gráficas)$|-- (?:comic books, strips, etc|graphic novels?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GraphicHeading();

    [GeneratedRegex(@"^(?:GN|GRAPHIC|J ?GN|GRAPHIC NOVEL|MANGA)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GraphicShelf();

    [GeneratedRegex(@"^(?:picture books|stories in pictures|board books|libros ilustrados|álbumes ilustrados)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureTerm();

    [GeneratedRegex(@"^(?:picture books for children|picture books|libros ilustrados para niños)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureHeading();

    [GeneratedRegex(@"^(?:E|JE|EASY|PIC|PICTURE|PB|P)\s+[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex PictureShelf();
}
