using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Sample;

/// <summary>The open holds of the sample library.</summary>
internal static class SampleHolds
{
    /// <summary>Reads them anew, for titles by their ids and people that have theirs, placed so many days before now.</summary>
    public static IEnumerable<Hold> Read(IReadOnlyDictionary<string, int> titles, IReadOnlyDictionary<string, Person> people, DateTimeOffset now) =>
        SampleFiles.ReadRows("holds.csv").Select(row => new Hold
        {
            TitleId = titles[row["title"]!],
            PersonId = people[row["person"]!].Id,
            Status = Enum.Parse<HoldStatus>(row["status"]!),
            PlacedAt = now.AddDays(-int.Parse(row["daysago"]!, CultureInfo.InvariantCulture)),
        });
}
