using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads publisher and year: 264 of publication, else 260, else the date in 008.</summary>
internal static partial class MarcPublication
{
    /// <summary>Sets them.</summary>
    public static void Read(MarcRecord record, Title title)
    {
        var fields = record.All("264").Where(field => field.Indicator2 == '1').Concat(record.All("260"))
            .Concat(record.All("264").Where(field => field.Indicator2 is not ('1' or '4'))).ToList();
        var publisher = fields.Select(field => field['b']).FirstOrDefault(each => each is not null);
        title.Publisher = publisher is null ? null : Spaces.Cut(Isbd.TrimSupplied(publisher), 300) is { Length: > 0 } name && name is not ("s.n" or "S.l") ? name : null;
        title.Year = fields.Select(field => Year(field['c'])).FirstOrDefault(year => year is not null) ?? YearOfFixedField(record.Control("008"));
    }

    private static int? Year(string? text) => text is not null && FourFigures().Match(text) is { Success: true } match ? Sensible(match.Value) : null;

    /// <summary>
    /// 008/07-10. The first eleven positions (day entered, kind of date, first date) hold no blanks, so they stand where they should even in
    /// a field whose blanks were lost.
    /// </summary>
    private static int? YearOfFixedField(string? field) => field is not null && FixedField().Match(field) is { Success: true } match ? Sensible(match.Groups[1].Value) : null;

    private static int? Sensible(string figures) => TitleMapper.Number(figures) is >= 1000 and <= 2100 and var year ? year : null;

    [GeneratedRegex(@"(?<!\d)[12]\d{3}(?!\d)")]
    private static partial Regex FourFigures();

    [GeneratedRegex(@"^\d{6}[cdeikmpqrstu](\d{4})")]
    private static partial Regex FixedField();
}
