using System.Globalization;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Sample;

/// <summary>The people of the sample school, all fictional.</summary>
internal static class SamplePeople
{
    /// <summary>Reads them anew.</summary>
    public static IEnumerable<Person> Read() => SampleFiles.ReadRows("people.csv").Select(row => new Person
    {
        Key = row["key"]!,
        DisplayName = row["name"]!,
        Role = Enum.Parse<Role>(row["role"]!),
        Grade = row["grade"] is { Length: > 0 } grade ? int.Parse(grade, CultureInfo.InvariantCulture) : null,
        Language = row["language"],
        Email = row["email"] is { Length: > 0 } email ? email : null,
    });
}
