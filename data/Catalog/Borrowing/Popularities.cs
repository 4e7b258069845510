namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>Counts how many people borrow a title, in groups large enough that no count tells about somebody.</summary>
internal static class Popularities
{
    /// <summary>The fewest people a group must have.</summary>
    public const int SmallestGroup = 10;

    private const int FewestReaders = 3;
    private const int Days = 365;

    /// <summary>The counts of all readers together and of each grade, over the last year of the loans.</summary>
    public static IReadOnlyList<TitlePopularity> Of(BorrowingHistory history)
    {
        if (history.Newest is not { } newest)
        {
            return [];
        }

        var since = newest.AddDays(-Days);
        var readers = Enumerable.Range(0, history.Readers)
            .Select(reader => (Grade: history.GradeOf(reader), Titles: history.Of(reader).Where(loan => loan.Value > since).Select(loan => loan.Key).ToList()))
            .Where(reader => reader.Titles.Count > 0)
            .ToList();
        return
        [
            .. Count(TitlePopularity.Everybody, [.. readers.Select(reader => reader.Titles)]),
            .. readers.Where(reader => reader.Grade is not null).GroupBy(reader => reader.Grade!.Value, reader => reader.Titles).SelectMany(grade => Count(grade.Key, [.. grade])),
        ];
    }

    private static IEnumerable<TitlePopularity> Count(int grade, List<List<int>> group) => group.Count < SmallestGroup
        ? []
        : group.SelectMany(titles => titles).CountBy(title => title)
            .Where(title => title.Value >= FewestReaders)
            .Select(title => new TitlePopularity { TitleId = title.Key, Grade = grade, Readers = title.Value });
}
