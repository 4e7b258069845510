using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads subject headings (600-651, 653, 690-691) and genre and form terms (655, and form subdivisions).</summary>
internal static class MarcSubjects
{
    private const int Longest = 500;
    private const int Most = 100;

    /// <summary>Sets them, each once whatever vocabularies it came from.</summary>
    public static void Read(MarcRecord record, Title title)
    {
        var subjects = new Distinct();
        var genres = new Distinct();
        foreach (var field in record.Fields.Where(field => field.Value is null))
        {
            switch (field.Tag)
            {
                case "600" or "610" or "611" or "630" or "647" or "648" or "650" or "651" or "690" or "691":
                    subjects.Add(Heading(field, "abcdfgklmnopqrt"));
                    foreach (var form in field.All('v'))
                    {
                        genres.Add(Isbd.Trim(form));
                    }

                    break;
                case "653":
                    foreach (var term in field.All('a'))
                    {
                        subjects.Add(Isbd.Trim(term));
                    }

                    break;
                case "655":
                    genres.Add(Heading(field, "ab"));
                    break;
            }
        }

        (title.Subjects, title.Genres) = (subjects.Values, genres.Values);
    }

    private static string Heading(MarcField field, string main)
    {
        var parts = new List<string>();
        if (Isbd.Trim(field.Join(main)) is { Length: > 0 } heading)
        {
            parts.Add(heading);
        }

        foreach (var subfield in field.Subfields)
        {
            if (subfield.Code is 'v' or 'x' or 'y' or 'z' && Isbd.Trim(subfield.Value) is { Length: > 0 } part)
            {
                parts.Add(part);
            }
        }

        return string.Join(" -- ", parts);
    }

    private sealed class Distinct
    {
        private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Values { get; } = [];

        public void Add(string value)
        {
            if (value.Length > 0 && Values.Count < Most && seen.Add(value))
            {
                Values.Add(Spaces.Cut(value, Longest));
            }
        }
    }
}
