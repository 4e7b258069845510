using System.Globalization;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Makes a title with its copies out of a MARC 21 bibliographic record.</summary>
internal static class TitleMapper
{
    /// <summary>Leader/06 of bibliographic records.</summary>
    private const string BibliographicTypes = "acdefgijkmoprt";

    /// <summary>Whether the record describes a work. A blank or unknown type is taken for a book; authority and other kinds are not.</summary>
    public static bool IsBibliographic(MarcRecord record) => !"uvxyzqw".Contains(record.LeaderAt(6), StringComparison.Ordinal);

    /// <summary>Whether the record says where copies of another record's title are (leader/06 u, v, x, y).</summary>
    public static bool IsHoldings(MarcRecord record) => "uvxy".Contains(record.LeaderAt(6), StringComparison.Ordinal);

    /// <summary>The title, or null where the record has neither a title nor anything to know one by; problems are added to the list.</summary>
    public static Title? Map(MarcRecord record, List<Problem> problems)
    {
        var languages = MarcLanguages.Read(record);
        var names = MarcTitles.Read(record, languages.Count > 0 ? languages[0] : null);
        var contributors = MarcContributors.Read(record);
        var isbns = ReadIsbns(record, problems);
        if (names.Proper.Length == 0)
        {
            problems.Add(new Problem(ProblemKind.NoTitle));
            var stand = contributors.Count > 0 ? contributors[0].Name : isbns.Count > 0 ? isbns[0].Isbn : null;
            if (stand is null)
            {
                return null;
            }

            names = names with { Proper = $"[{stand}]", Sort = SortTitles.Make(stand, null) };
        }

        var control = record.Control("001") is { } number && Spaces.Collapse(number) is { Length: > 0 } given ? given : null;
        if (control is null)
        {
            problems.Add(new Problem(ProblemKind.NoControlNumber));
        }

        if (!BibliographicTypes.Contains(record.LeaderAt(6), StringComparison.Ordinal))
        {
            problems.Add(new Problem(ProblemKind.UnreadableValue, "leader/06 " + record.LeaderAt(6)));
        }

        var title = new Title
        {
            Key = control is null ? "" : RecordKeys.FromControlNumber(record.Control("003"), control),
            TitleProper = names.Proper,
            Subtitle = names.Subtitle,
            SortTitle = names.Sort,
            OtherTitles = names.Others,
            Contributors = contributors,
            Edition = record.First("250")?.Join("ab") is { Length: > 0 } edition ? Isbd.TrimSupplied(edition) : null,
            Isbns = isbns,
            CallNumber = MarcCallNumbers.Read(record),
            Summary = MarcNotes.Summary(record),
            Languages = languages,
            Pages = MarcNotes.Pages(record),
            Audience = MarcNotes.ReadAudience(record),
            Awards = MarcNotes.Awards(record),
            Link = MarcNotes.Link(record),
        };
        MarcPublication.Read(record, title);
        MarcSubjects.Read(record, title);
        MarcSeries.Read(record, title);
        title.Format = MarcFormats.Read(record, title);
        title.AvailableAs = MarcFormats.ReadOthers(record, title.Format);
        MarcLevels.Read(record, title, problems);
        if (title.Key.Length == 0)
        {
            title.Key = RecordKeys.Derive(title);
        }

        title.Copies = MarcCopies.Read(record, title.Key, problems);
        title.CallNumber ??= title.Copies.Select(copy => copy.CallNumber).FirstOrDefault(number => number is not null);
        return title;
    }

    /// <summary>The number in a text of digits, or null.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<TitleIsbn> ReadIsbns(MarcRecord record, List<Problem> problems)
    {
        var isbns = new List<TitleIsbn>();
        foreach (var text in record.All("020").SelectMany(field => field.All('a')))
        {
            if (Isbn.Find(text) is { } isbn)
            {
                if (!isbns.Exists(each => each.Isbn == isbn))
                {
                    isbns.Add(new TitleIsbn { Isbn = isbn });
                }
            }
            else if (char.IsAsciiDigit(text[0]))
            {
                problems.Add(new Problem(ProblemKind.InvalidIsbn, Spaces.Cut(text, 40)));
            }
        }

        return isbns;
    }
}
