using System.Globalization;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>
/// Reads the copies a record lists: 852 with barcodes (Evergreen, Follett Destiny and others), else 952 (Koha), 949 (Sirsi, Innovative) or
/// 876; 852 without barcodes where there is nothing better. Evergreen writes its copies in 852 alone, so in its records (901 $t) the other
/// fields, left from systems before it, are not read.
/// </summary>
internal static class MarcCopies
{
    private const int Longest = 100;

    /// <summary>The copies; one without a barcode gets one derived from the key, with a problem.</summary>
    public static List<Copy> Read(MarcRecord record, string key, List<Problem> problems)
    {
        var copies = new List<Copy>();
        foreach (var field in record.All("852"))
        {
            foreach (var barcode in field.All('p'))
            {
                copies.Add(OfHolding(field, barcode, problems));
            }
        }

        if (copies.Count == 0 && record.First("901")?['t'] != "biblio")
        {
            copies.AddRange(record.All("952").Where(field => field['p'] is not null).Select(field => OfKoha(field, problems)));
            copies.AddRange(copies.Count > 0 ? [] : record.All("949").Where(field => LooksLikeBarcode(field['i'])).Select(OfSirsi));
            copies.AddRange(copies.Count > 0 ? [] : record.All("876").Where(field => field['p'] is not null).Select(field => OfItem(field, record.First("852"), problems)));
        }

        if (copies.Count == 0)
        {
            AddWithoutBarcodes(record, key, copies, problems);
        }

        return copies;
    }

    private static Copy OfHolding(MarcField field, string barcode, List<Problem> problems) => new()
    {
        Barcode = Text(barcode),

        // Of two libraries the first owns the copy and the second keeps it.
        Branch = Optional(field.All('b').LastOrDefault()),
        Location = Optional(field['c']),
        CallNumber = Optional(string.Join(' ', new[] { field['k'], field['j'] ?? Join(field['h'], field['i']), field['m'] }.Where(part => part is not null))),
        Status = Status(field['s'], problems),
    };

    private static Copy OfKoha(MarcField field, List<Problem> problems) => new()
    {
        Barcode = Text(field['p']!),
        Branch = Optional(field['b'] ?? field['a']),
        Location = Optional(field['c']),
        CallNumber = Optional(field['o']),
        DueOn = Date(field['q'], problems),
        Status = IsSet(field['0']) ? CopyStatus.Withdrawn
            : IsSet(field['1']) ? CopyStatus.Lost
            : IsSet(field['4']) ? CopyStatus.InRepair
            : field['q'] is not null ? CopyStatus.CheckedOut
            : IsSet(field['7']) ? CopyStatus.LibraryUseOnly
            : CopyStatus.Available,
    };

    private static Copy OfSirsi(MarcField field) => new()
    {
        Barcode = Text(field['i']!),
        Branch = Optional(field['m']),
        Location = Optional(field['l']),
        CallNumber = Optional(field['a']),
        Status = CopyStatuses.Parse(field['k'] ?? "") ?? CopyStatus.Available,
    };

    private static Copy OfItem(MarcField field, MarcField? holding, List<Problem> problems) => new()
    {
        Barcode = Text(field['p']!),
        Branch = Optional(holding?['b']),
        Location = Optional(field['l'] ?? holding?['c']),
        CallNumber = Optional(holding is null ? null : holding['j'] ?? Join(holding['h'], holding['i'])),
        Status = Status(field['j'], problems),
    };

    private static void AddWithoutBarcodes(MarcRecord record, string key, List<Copy> copies, List<Problem> problems)
    {
        foreach (var field in record.All("852").Where(field => (field['h'] ?? field['j'] ?? field['c']) is not null))
        {
            var copy = OfHolding(field, $"{Spaces.Cut(key, Longest - 6)}#{(copies.Count + 1).ToString(CultureInfo.InvariantCulture)}", problems);
            problems.Add(new Problem(ProblemKind.NoBarcode, copy.CallNumber ?? copy.Location ?? ""));
            copies.Add(copy);
        }
    }

    private static CopyStatus Status(string? text, List<Problem> problems)
    {
        if (text is null)
        {
            return CopyStatus.Available;
        }

        if (CopyStatuses.Parse(text) is { } status)
        {
            return status;
        }

        // Nobody should walk to a shelf for a copy whose state is not understood.
        problems.Add(new Problem(ProblemKind.UnknownStatus, Spaces.Cut(text, 60)));
        return CopyStatus.InProcess;
    }

    private static DateOnly? Date(string? text, List<Problem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Length >= 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        problems.Add(new Problem(ProblemKind.UnreadableValue, "952 $q " + Spaces.Cut(text, 40)));
        return null;
    }

    private static bool IsSet(string? flag) => flag is not (null or "0" or "");

    private static bool LooksLikeBarcode(string? text) => text is not null && text.Count(char.IsAsciiDigit) >= 4 && !text.Contains(' ', StringComparison.Ordinal);

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : first + " " + second;

    private static string? Optional(string? text) => text is null || Text(text) is not { Length: > 0 } value ? null : value;

    private static string Text(string text) => Spaces.Cut(Spaces.Collapse(text), Longest);
}
