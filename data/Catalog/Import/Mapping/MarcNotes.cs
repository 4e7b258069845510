using System.Net;
using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads summary (520), extent (300), audience (008/22), awards (586) and link (856).</summary>
internal static partial class MarcNotes
{
    private const int LongestSummary = 8000;

    /// <summary>The first summary, or else the first review or other note of 520; tags of a mark-up language taken out.</summary>
    public static string? Summary(MarcRecord record)
    {
        var field = record.All("520").Where(each => each.Indicator1 != '4').OrderBy(each => each.Indicator1 is '1' or '2' ? 1 : 0).FirstOrDefault(each => each['a'] is not null);
        var text = field?.Join("ab");
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        text = text.Contains('<', StringComparison.Ordinal) ? Markup().Replace(text, " ") : text;
        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        return Spaces.Cut(Spaces.Collapse(text), LongestSummary) is { Length: > 0 } summary ? summary : null;
    }

    /// <summary>
    /// The highest of the numbers before "p." or "pages": "viii, 312 p." has 312 and "120, [8] p." 120. Null for "1 v. (unpaged)" and for
    /// works of several volumes.
    /// </summary>
    public static int? Pages(MarcRecord record)
    {
        foreach (var text in record.All("300").Select(field => field['a']).OfType<string>())
        {
            if (!Volumes().IsMatch(text) && Paging().Match(text) is { Success: true } match)
            {
                var pages = Figures().Matches(match.Groups[1].Value).Select(each => TitleMapper.Number(each.Value) ?? 0).Max();
                return pages is > 0 and < 20_000 ? pages : null;
            }
        }

        return null;
    }

    /// <summary>008/22, where the field is whole and the material has an audience there.</summary>
    public static Audience ReadAudience(MarcRecord record)
    {
        if (record.LeaderAt(7) is 'b' or 's' or 'i' || record.LeaderAt(6) is 'e' or 'f' or 'p' || record.Control("008") is not { Length: 40 } field)
        {
            return Audience.Unknown;
        }

        return field[22] switch
        {
            'a' => Audience.Preschool,
            'b' => Audience.Primary,
            'c' => Audience.PreAdolescent,
            'd' => Audience.Adolescent,
            'e' => Audience.Adult,
            'f' => Audience.Specialized,
            'g' => Audience.General,
            'j' => Audience.Juvenile,
            _ => Audience.Unknown,
        };
    }

    /// <summary>Awards, each once.</summary>
    public static List<string> Awards(MarcRecord record) =>
        [.. record.All("586").SelectMany(field => field.All('a')).Select(text => Spaces.Cut(Isbd.Trim(text), 300)).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The first web address of the work itself or of a version of it; covers, tables of contents and the like are not.</summary>
    public static string? Link(MarcRecord record)
    {
        foreach (var field in record.All("856"))
        {
            var related = field.Indicator2 == '2' || About().IsMatch(field.Join("3yz"));
            var link = related ? null : field.All('u').Select(SafeLink).FirstOrDefault(each => each is not null);
            if (link is not null)
            {
                return link;
            }
        }

        return null;
    }

    /// <summary>The address where it is one of the web, else null.</summary>
    public static string? SafeLink(string text) =>
        text.Length <= 2000 && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? text.Trim() : null;

    [GeneratedRegex("<[^<>]{1,200}>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\D{0,3}(?:[2-9]|[1-9]\d+)\s*v(?:\.|ol)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Volumes();

    [GeneratedRegex(@"((?:\[?\d{1,5}\]?\s*,\s*)*\[?\d{1,5}\]?)\s*(?:unnumbered\s+|unpaged\s+|numbered\s+)?(?:p\b|pp\b|pages?\b|pgs?\b|páginas?\b|pág\b|seiten\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paging();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();

    [GeneratedRegex(@"cover|table of contents|description|biograph|sample|excerpt|image|thumbnail|review", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();
}
