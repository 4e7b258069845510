using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>The names a work goes by.</summary>
/// <param name="Proper">The title proper; empty where the record has none.</param>
/// <param name="Subtitle">Other title information, or null.</param>
/// <param name="Sort">The title as it files.</param>
/// <param name="Others">The other titles, without the title proper.</param>
internal sealed record TitleNames(string Proper, string? Subtitle, string Sort, List<string> Others);

/// <summary>Reads the title fields of a record: 245 first, then 130, 240, 246, 730, 740 and what 880 links to them.</summary>
internal static class MarcTitles
{
    private const int Longest = 2000;
    private static readonly string[] OtherTags = ["130", "240", "246", "730", "740"];

    /// <summary>Reads them; the language decides which words are articles.</summary>
    public static TitleNames Read(MarcRecord record, string? language)
    {
        var others = new List<string>();
        var proper = "";
        string? subtitle = null;
        int? nonfiling = null;
        if (record.First("245") is { } field)
        {
            (proper, subtitle) = Split(field, others);
            nonfiling = char.IsAsciiDigit(field.Indicator2) ? field.Indicator2 - '0' : null;
        }

        foreach (var tag in OtherTags)
        {
            foreach (var other in record.All(tag))
            {
                Add(others, Isbd.Trim(other.Join(tag is "246" or "740" ? "abnp" : "anpmrk")));
            }
        }

        foreach (var linked in record.All("880"))
        {
            if (linked['6'] is { Length: >= 3 } link && link[..3] is "245" or "246" or "130" or "240" or "730" or "740")
            {
                Add(others, Isbd.Trim(linked.Join("abnp")));
            }
        }

        if (proper.Length == 0 && others.Count > 0)
        {
            (proper, nonfiling) = (others[0], null);
        }

        others.RemoveAll(other => string.Equals(other, proper, StringComparison.OrdinalIgnoreCase));
        var sort = proper.Length == 0 ? "" : SortTitles.Make(proper, language, nonfiling);
        return new TitleNames(proper, subtitle is { Length: > 0 } ? subtitle : null, sort, others);
    }

    private static (string Proper, string? Subtitle) Split(MarcField field, List<string> others)
    {
        var raw = field['a'] ?? "";
        var rest = field['b'];
        var responsible = field['c'] is not null ? -1 : raw.IndexOf(" / ", StringComparison.Ordinal);
        raw = responsible > 0 ? raw[..responsible] : raw;
        if (rest is null && raw.IndexOf(" : ", StringComparison.Ordinal) is > 0 and var colon)
        {
            (raw, rest) = (raw[..colon], raw[(colon + 3)..]);
        }

        var proper = Isbd.TrimSupplied(raw);
        foreach (var subfield in field.Subfields)
        {
            if (subfield.Code is 'n' or 'p' && Isbd.Trim(subfield.Value) is { Length: > 0 } part)
            {
                proper += proper.Length == 0 ? part : Joint(proper, subfield.Code, field) + part;
            }
        }

        var subtitle = rest is null ? null : Isbd.Trim(string.Join(' ', field.All('b').DefaultIfEmpty(rest)));
        if (subtitle is not null && (raw.TrimEnd().EndsWith('=') || field['h']?.TrimEnd().EndsWith('=') == true))
        {
            // The same title in another language is another title, not a subtitle.
            Add(others, subtitle);
            subtitle = null;
        }

        return (Spaces.Cut(proper, Longest), subtitle is null ? null : Spaces.Cut(subtitle, Longest));
    }

    private static string Joint(string before, char code, MarcField field) =>
        code == 'p' && field['n'] is not null ? ", " : before[^1] is '.' or '?' or '!' ? " " : ". ";

    private static void Add(List<string> titles, string title)
    {
        if (title.Length > 0 && !titles.Contains(title, StringComparer.OrdinalIgnoreCase))
        {
            titles.Add(Spaces.Cut(title, Longest));
        }
    }
}
