using System.Globalization;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Kits;

namespace LibraryBot.Pages;

/// <summary>A kit as CSV, in the current culture.</summary>
internal static class KitCsv
{
    /// <summary>The file.</summary>
    public static byte[] Of(Kit kit, LibraryProfile library)
    {
        var numbers = KitText.Numbers(kit);
        var csv = new CsvFile();
        csv.Add(
        [
            KitPageStrings.CsvSection, KitPageStrings.CsvNumber, KitPageStrings.CsvTitle, KitPageStrings.CsvAuthor, KitPageStrings.CsvFormat, KitPageStrings.CsvGrades, KitPageStrings.CsvLexile,
            KitPageStrings.CsvLanguages, KitPageStrings.CsvCallNumber, KitPageStrings.CsvPlace, KitPageStrings.CsvCopies, KitPageStrings.CsvIn, KitPageStrings.CsvBack, KitPageStrings.CsvNote, KitPageStrings.CsvLink,
        ]);
        foreach (var (section, title) in kit.Sections.SelectMany(section => section.Titles.Select(title => (section, title))))
        {
            csv.Add(
            [
                KitText.Section(section), Number(numbers[title.Title.Id]), title.Title.TitleProper, KitText.Authors(title.Title), KitText.Format(title.Title), KitText.Grades(title.Title),
                title.Title.Lexile is null ? null : KitText.Lexile(title.Title), KitText.Languages(title.Title), KitText.CallNumber(title.Title), KitText.Place(title, library), Number(title.Copies), Number(title.In),
                title.BackOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), KitText.Note(title), title.Title.Link,
            ]);
        }

        return csv.ToBytes();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
