using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Sample;

/// <summary>The open holds of the sample library.</summary>
internal static class SampleHolds
{
    /// <summary>Reads them anew, for titles and people that have their ids, placed so many days before now.</summary>
    public static IReadOnlyList<Hold> Read(IReadOnlyDictionary<string, Title> titles, IReadOnlyDictionary<string, Person> people, DateTimeOffset now)
    {
        using var csv = new CsvReader(new StreamReader(SampleFiles.Open("holds.csv")), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<Row>().Select(row => new Hold
        {
            TitleId = titles[row.Title].Id,
            PersonId = people[row.Person].Id,
            Status = row.Status,
            PlacedAt = now.AddDays(-row.DaysAgo),
        })];
    }

    private sealed record Row(
        [Name("title")] string Title,
        [Name("person")] string Person,
        [Name("status")] HoldStatus Status,
        [Name("daysago")] int DaysAgo);
}
