using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Sample;

/// <summary>The people of the sample school, all fictional.</summary>
internal static class SamplePeople
{
    /// <summary>Reads them anew.</summary>
    public static IReadOnlyList<Person> Read()
    {
        using var csv = new CsvReader(new StreamReader(SampleFiles.Open("people.csv")), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<Row>().Select(row => new Person
        {
            Key = row.Key,
            DisplayName = row.Name,
            Role = row.Role,
            Grade = row.Grade,
            Language = row.Language,
            Email = row.Email is { Length: > 0 } ? row.Email : null,
        })];
    }

    private sealed record Row(
        [Name("key")] string Key,
        [Name("name")] string Name,
        [Name("role")] Role Role,
        [Name("grade")] int? Grade,
        [Name("language")] string Language,
        [Name("email")] string Email);
}
