using System.Globalization;
using LibraryBot.Data.Catalog.Import.Mapping;

namespace LibraryBot.Data.Catalog.Import.Csv;

/// <summary>Reads titles and copies out of rows, by the columns documented in docs/import.md.</summary>
internal static class CsvTitles
{
    /// <summary>The title of a row, without copies; null where it has no title.</summary>
    public static Title? ReadTitle(CsvRow row, List<Problem> problems)
    {
        if (row["title"] is not { } proper)
        {
            problems.Add(new Problem(ProblemKind.NoTitle));
            return null;
        }

        var languages = row.All("languages").Select(text => MarcLanguages.Parse(text) ?? Unreadable("languages", text, problems)).OfType<string>().ToList();
        var title = new Title
        {
            Key = row["key"] is { } key ? RecordKeys.Shorten(key) : "",
            TitleProper = Spaces.Cut(proper, 2000),
            Subtitle = row["subtitle"],
            SortTitle = SortTitles.Make(proper, languages.FirstOrDefault()),
            Contributors = [.. row.All("contributors").Select(ReadContributor)],
            Edition = row["edition"],
            Publisher = row["publisher"],
            Year = Number("year", row, 1000, 2100, problems),
            CallNumber = row["callnumber"],
            Subjects = [.. row.All("subjects")],
            Genres = [.. row.All("genres")],
            Summary = row["summary"] is { } summary ? Spaces.Cut(Spaces.Collapse(summary), 8000) : null,
            SeriesName = row["series"],
            SeriesNumber = row["seriesnumber"],
            Languages = languages,
            Pages = Number("pages", row, 1, 20_000, problems),
            Format = Named<TitleFormat>("format", row, problems) ?? TitleFormat.Book,
            Audience = Named<Audience>("audience", row, problems) ?? Audience.Unknown,
            Awards = [.. row.All("awards")],
            Link = row["link"] is { } link ? MarcNotes.SafeLink(link) ?? Unreadable("link", link, problems) : null,
        };
        ReadIsbns(row, title, problems);
        ReadLevels(row, title, problems);
        foreach (var form in row.All("availableas"))
        {
            title.AvailableAs |= ParseName<AlternativeFormats>(form) ?? (Unreadable("availableas", form, problems) is null ? AlternativeFormats.None : default);
        }

        title.Key = title.Key.Length == 0 ? RecordKeys.Derive(title) : title.Key;
        return title;
    }

    /// <summary>The copy of a row, or null where it has no barcode.</summary>
    /// <param name="row">The row.</param>
    /// <param name="today">The day from which <c>dueindays</c> counts.</param>
    /// <param name="problems">Where problems are added.</param>
    public static Copy? ReadCopy(CsvRow row, DateOnly today, List<Problem> problems)
    {
        if (row["barcode"] is not { } barcode)
        {
            return null;
        }

        var status = CopyStatus.Available;
        if (row["status"] is { } text)
        {
            if (CopyStatuses.Parse(text) is { } known)
            {
                status = known;
            }
            else
            {
                problems.Add(new Problem(ProblemKind.UnknownStatus, Spaces.Cut(text, 60)));
                status = CopyStatus.InProcess;
            }
        }

        return new Copy
        {
            Barcode = Spaces.Cut(barcode, 100),
            Branch = row["branch"],
            Location = row["location"],
            CallNumber = row["copycallnumber"] ?? row["callnumber"],
            Status = status,
            DueOn = Number("dueindays", row, -36500, 36500, problems) is { } days ? today.AddDays(days) : Date(row["due"], problems),
        };
    }

    private static void ReadIsbns(CsvRow row, Title title, List<Problem> problems)
    {
        foreach (var text in row.All("isbns"))
        {
            if (Isbn.Find(text) is not { } isbn)
            {
                problems.Add(new Problem(ProblemKind.InvalidIsbn, Spaces.Cut(text, 40)));
            }
            else if (!title.Isbns.Exists(each => each.Isbn == isbn))
            {
                title.Isbns.Add(new TitleIsbn { Isbn = isbn });
            }
        }
    }

    private static void ReadLevels(CsvRow row, Title title, List<Problem> problems)
    {
        if (row["grades"] is { } grades)
        {
            if (Grades.Parse(grades) is { } range)
            {
                (title.GradeLow, title.GradeHigh) = (range.Low, range.High);
            }
            else
            {
                Unreadable("grades", grades, problems);
            }
        }

        if (row["lexile"] is { } measure)
        {
            var lexile = Lexile.Parse(measure);
            (title.Lexile, title.LexileCode) = (lexile?.Measure, lexile?.Code);
            _ = lexile is null ? Unreadable("lexile", measure, problems) : null;
        }

        foreach (var level in row.All("readinglevels"))
        {
            var colon = level.LastIndexOf(':');
            if (colon > 0 && colon < level.Length - 1)
            {
                title.ReadingLevels.Add(new ReadingLevel(level[..colon].Trim(), level[(colon + 1)..].Trim()));
            }
            else
            {
                Unreadable("readinglevels", level, problems);
            }
        }
    }

    /// <summary>"Paulsen, Gary [author]": the name, and the role in brackets; an author where there is none.</summary>
    private static Contributor ReadContributor(string text)
    {
        var bracket = text.LastIndexOf('[');
        return bracket > 0 && text.EndsWith(']')
            ? new Contributor(text[..bracket].Trim(), text[(bracket + 1)..^1].Trim().ToLowerInvariant())
            : new Contributor(text, "author");
    }

    private static int? Number(string column, CsvRow row, int low, int high, List<Problem> problems)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }

        Unreadable(column, text, problems);
        return null;
    }

    private static DateOnly? Date(string? text, List<Problem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "M/d/yyyy", "M/d/yy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Unreadable("due", text, problems);
        return null;
    }

    private static TName? Named<TName>(string column, CsvRow row, List<Problem> problems)
        where TName : struct, Enum
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        var value = ParseName<TName>(text);
        _ = value is null ? Unreadable(column, text, problems) : null;
        return value;
    }

    private static TName? ParseName<TName>(string text)
        where TName : struct, Enum
    {
        var name = string.Concat(text.Where(char.IsLetter));
        return Array.Find(Enum.GetNames<TName>(), each => each.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<TName>(found) : null;
    }

    private static string? Unreadable(string column, string text, List<Problem> problems)
    {
        problems.Add(new Problem(ProblemKind.UnreadableValue, $"{column}: {Spaces.Cut(text, 60)}"));
        return null;
    }
}
