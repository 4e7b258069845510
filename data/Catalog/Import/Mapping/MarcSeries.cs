using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads the series: 490, else 440, 830, 800 and their like; the number from whichever has one.</summary>
internal static partial class MarcSeries
{
    private static readonly string[] Tags = ["490", "440", "830", "800", "810", "811"];

    /// <summary>Sets name and number.</summary>
    public static void Read(MarcRecord record, Title title)
    {
        foreach (var field in Tags.SelectMany(record.All))
        {
            var text = field.Tag is "800" or "810" or "811" ? field['t'] : field.Tag == "490" ? field['a'] : field.Join("anp");
            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            var number = field['v'];
            if (number is null && text.LastIndexOf(" ; ", StringComparison.Ordinal) is > 0 and var at)
            {
                (text, number) = (text[..at], text[(at + 3)..]);
            }

            var responsible = text.IndexOf(" / ", StringComparison.Ordinal);
            title.SeriesName ??= Spaces.Cut(Isbd.Trim(responsible > 0 ? text[..responsible] : text), 300) is { Length: > 0 } name ? name : null;
            title.SeriesNumber ??= number is null ? null : Number(number);
            if (title.SeriesName is not null && title.SeriesNumber is not null)
            {
                return;
            }
        }
    }

    private static string? Number(string text)
    {
        var number = Designation().Replace(Isbd.TrimSupplied(text), "");
        return number.Length == 0 ? null : Spaces.Cut(number, 60);
    }

    [GeneratedRegex(@"^(?:book|bk|volume|vol|v|number|no|nr|number|part|pt|libro|tomo|número|núm|episode|#)\b?\.?\s*#?(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Designation();
}
