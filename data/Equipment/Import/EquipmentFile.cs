using System.Globalization;
using CsvHelper;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Equipment.Import;

/// <summary>A row of a file of equipment.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Resource">The thing.</param>
/// <param name="Quantity">How many of it are in no cart or kit; 0 where all are in some.</param>
/// <param name="Parts">What a cart or kit is made of: keys, and how many of each.</param>
internal sealed record EquipmentRow(int Line, Resource Resource, int Quantity, IReadOnlyList<(string Key, int Quantity)> Parts);

/// <summary>Reads equipment from CSV: a line of column names, then one thing a line. <c>docs/operations.md</c> describes the columns.</summary>
internal static class EquipmentFile
{
    private static readonly string[] s_needed = ["key", "kind", "name", "quantity"];

    /// <summary>Reads it all.</summary>
    /// <exception cref="InvalidDataException">It has not the columns that are needed.</exception>
    public static (IReadOnlyList<EquipmentRow> Rows, IReadOnlyList<EquipmentProblem> Problems) Read(TextReader text)
    {
        using var csv = CsvTable.Open(text);
        if (!csv.Read() || !csv.ReadHeader() || !s_needed.All(name => csv.Column(name) >= 0))
        {
            throw new InvalidDataException("The columns key, kind, name and quantity are needed.");
        }

        var (rows, problems) = (new List<EquipmentRow>(), new List<EquipmentProblem>());
        while (csv.Read())
        {
            var line = csv.Parser.RawRow;
            try
            {
                rows.Add(Row(csv, line));
            }
            catch (FormatException wrong)
            {
                problems.Add(new EquipmentProblem(line, EquipmentProblemKind.Value, wrong.Message));
            }
        }

        var byKey = rows.GroupBy(row => row.Resource.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        problems.AddRange(rows.Where(row => byKey[row.Resource.Key] != row).Select(row => new EquipmentProblem(row.Line, EquipmentProblemKind.Twice, row.Resource.Key)));
        problems.AddRange(rows.SelectMany(row => row.Parts.Where(part => !byKey.TryGetValue(part.Key, out var found) || found.Resource.IsContainer)
            .Select(part => new EquipmentProblem(row.Line, EquipmentProblemKind.Part, part.Key))));
        return (rows, problems);
    }

    private static EquipmentRow Row(CsvReader csv, int line)
    {
        var kind = Enum.TryParse<ResourceKind>(Needed("kind"), ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw new FormatException("kind");
        var resource = new Resource
        {
            Key = Needed("key"),
            Kind = kind,
            Name = Needed("name"),
            SpanishName = Given("spanishname"),
            Synonyms = [.. Many("synonyms")],
            Category = Given("category"),
            Location = Given("location"),
            SpanishLocation = Given("spanishlocation"),
            School = Given("school"),
            Seats = Number("seats", 1),
            NeedsApproval = Given("approval") is { } approval && (approval.ToLowerInvariant() switch { "yes" or "true" => true, "no" or "false" => false, _ => throw new FormatException("approval") }),
            LeadMinutes = Number("leadminutes", 0) ?? 0,
            LongestMinutes = Number("longestminutes", 1),
            MostAtOnce = Number("mostatonce", 1),
            BufferBeforeMinutes = Number("bufferbefore", 0, 1440) ?? 0,
            BufferAfterMinutes = Number("bufferafter", 0, 1440) ?? 0,
            DaysAhead = Number("daysahead", 1),
        };
        if (Given("roles") is not null)
        {
            resource.Roles = [.. Many("roles").Select(role => Enum.TryParse<Role>(role, ignoreCase: true, out var each) && Enum.IsDefined(each) && each != Role.Visitor ? each : throw new FormatException("roles"))];
        }

        var quantity = Number("quantity", 0) ?? throw new FormatException("quantity");
        List<(string, int)> parts = [.. Many("parts").Select(part => part.Split(':')).Select(part =>
            part.Length == 2 && int.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? (part[0].Trim(), count) : throw new FormatException("parts"))];
        return kind != ResourceKind.Units && quantity != 1 ? throw new FormatException("quantity")
            : parts.Count > 0 && !resource.IsContainer ? throw new FormatException("parts")
            : new EquipmentRow(line, resource, quantity, parts);

        string? Given(string column) => csv.TryGetField<string>(column, out var text) && text?.Trim() is { Length: > 0 and <= 500 } value ? value : null;

        string Needed(string column) => Given(column) ?? throw new FormatException(column);

        string[] Many(string column) => Given(column)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

        int? Number(string column, int least, int most = 1_000_000) => Given(column) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new FormatException(column);
    }
}
