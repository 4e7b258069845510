using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Sample;

/// <summary>What is lent in the sample library to people of whom one knows.</summary>
internal static class SampleLoans
{
    /// <summary>Reads them anew, for copies by their barcodes and people that have theirs, lent so many days before now.</summary>
    public static IEnumerable<Loan> Read(IReadOnlyDictionary<string, Copy> copies, IReadOnlyDictionary<string, Person> people, DateTimeOffset now) =>
        SampleFiles.ReadRows("loans.csv").Select(row => new Loan
        {
            CopyId = copies[row["barcode"]!].Id,
            PersonId = people[row["person"]!].Id,
            LentAt = now.AddDays(-int.Parse(row["daysago"]!, CultureInfo.InvariantCulture)),
            Renewals = int.Parse(row["renewals"]!, CultureInfo.InvariantCulture),
        });
}
