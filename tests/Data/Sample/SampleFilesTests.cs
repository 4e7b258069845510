using System.Globalization;
using CsvHelper;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Sample;

namespace LibraryBot.Tests.Data.Sample;

/// <summary>What can be checked of the sample library's files without trusting the importer that reads them.</summary>
public sealed class SampleFilesTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Titles = Read("titles.csv");
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Copies = Read("copies.csv");
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> People = Read("people.csv");
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Holds = Read("holds.csv");
    private static readonly LibraryProfile Profile = LibraryProfile.LoadSample();

    [Fact]
    public void ItHasAtLeastFourHundredTitles() => Assert.InRange(Titles.Count, 400, 5000);

    [Fact]
    public void ItHasAGoodShelfOfSpanishAndBilingualTitles() =>
        Assert.InRange(Titles.Count(title => Many(title["languages"]).Contains("spa")), 60, 5000);

    [Fact]
    public void KeysAndBarcodesAreUnique()
    {
        Assert.Empty(Repeated(Titles.Select(title => title["key"])));
        Assert.Empty(Repeated(Copies.Select(copy => copy["barcode"])));
        Assert.Empty(Repeated(People.Select(person => person["key"])));
        Assert.Empty(Repeated(Holds.Select(hold => hold["title"] + " " + hold["person"])));
    }

    [Fact]
    public void EveryTitleSaysWhatAReaderNeeds() =>
        Assert.All(Titles, title =>
        {
            foreach (var column in new[] { "key", "title", "callnumber", "subjects", "genres", "summary", "languages", "format", "audience", "grades" })
            {
                Assert.False(string.IsNullOrWhiteSpace(title[column]), $"{title["key"]} has no {column}");
            }
        });

    [Fact]
    public void NothingIsStrayed() =>
        Assert.All(Titles.Concat(Copies).Concat(People).Concat(Holds), row => Assert.All(row.Values, value =>
        {
            Assert.Equal(value.Trim(), value);
            Assert.DoesNotContain('^', value);
            Assert.DoesNotContain(";;", value, StringComparison.Ordinal);
            Assert.DoesNotContain("||", value, StringComparison.Ordinal);
            Assert.True(value.IsNormalized(), value);
        }));

    [Fact]
    public void TheCheckDigitOfEveryIsbnIsRight()
    {
        var isbns = Titles.SelectMany(title => Many(title["isbns"])).ToList();

        Assert.NotEmpty(isbns);
        Assert.Empty(Repeated(isbns));
        Assert.All(isbns, isbn =>
        {
            Assert.Matches("^97[89][0-9]{10}$", isbn);
            Assert.Equal(0, isbn.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 1 : 3)).Sum() % 10);
        });
    }

    [Fact]
    public void LanguagesAreThoseOfMarc() =>
        Assert.All(Titles.SelectMany(title => Many(title["languages"])), language => Assert.Contains(language, new[] { "eng", "spa", "fre", "oji" }));

    [Fact]
    public void EveryFormatOccurs() =>
        Assert.Equal(
            Enum.GetNames<TitleFormat>().Order(StringComparer.Ordinal),
            Titles.Select(title => title["format"]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void GradesRunFromLowToHighWithinTheSchoolsOwn() =>
        Assert.All(Titles, title =>
        {
            var grades = title["grades"].Split('-').Select(grade => Array.IndexOf(["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8"], grade)).ToList();
            Assert.InRange(grades.Count, 1, 2);
            Assert.DoesNotContain(-1, grades);
            Assert.True(grades[0] <= grades[^1], title["key"]);
        });

    [Fact]
    public void YearsAreThoseOfPrintedBooks() =>
        Assert.All(Titles.Where(title => title["year"].Length > 0), title => Assert.InRange(int.Parse(title["year"], CultureInfo.InvariantCulture), 1900, 2025));

    [Fact]
    public void NoBookWonAnAwardBeforeItWasPublished() =>
        Assert.All(Titles.Where(title => title["year"].Length > 0 && !Many(title["languages"]).Contains("spa")), title => Assert.All(Many(title["awards"]), award =>
            Assert.InRange(
                int.Parse(award[^4..], CultureInfo.InvariantCulture) - int.Parse(title["year"], CultureInfo.InvariantCulture), 0, 2)));

    [Fact]
    public void EachYearHasOneNewberyAndOneCaldecottMedal()
    {
        var medals = Titles.Where(title => title["format"] is not ("Audiobook" or "LargePrint" or "Braille"))
            .SelectMany(title => Many(title["awards"])).Where(award => award.StartsWith("Newbery Medal", StringComparison.Ordinal) || award.StartsWith("Caldecott Medal", StringComparison.Ordinal));

        Assert.Empty(Repeated(medals));
    }

    [Fact]
    public void EveryLocationIsExplainedInBothLanguages() =>
        Assert.All(Copies.Select(copy => copy["location"]).Distinct(), location =>
        {
            Assert.True(Profile.Shelves.ContainsKey(location), location);
            Assert.Equal(["en", "es"], Profile.Shelves[location].Keys.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void EveryTextOfTheSchoolIsInBothLanguages() =>
        Assert.All(
            Profile.QuickLinks.Select(link => link.Text).Concat(Profile.ClosedDays.Select(days => days.Reason)).Append(Profile.Where),
            text => Assert.Equal(["en", "es"], text.Keys.Order(StringComparer.Ordinal)));

    [Fact]
    public void EveryTitleHasOneToSixCopies()
    {
        var copies = Copies.CountBy(copy => copy["key"]).ToDictionary();

        Assert.Equal(Titles.Select(title => title["key"]).Order(StringComparer.Ordinal), copies.Keys.Order(StringComparer.Ordinal));
        Assert.All(copies.Values, count => Assert.InRange(count, 1, 6));
    }

    [Fact]
    public void WhatIsCheckedOutIsDueAndNothingElseIs() =>
        Assert.All(Copies, copy =>
        {
            Assert.Equal(copy["status"] == nameof(CopyStatus.CheckedOut), copy["dueindays"].Length > 0);
            Assert.True(copy["dueindays"].Length == 0 || int.Parse(copy["dueindays"], CultureInfo.InvariantCulture) is >= -12 and <= 20, copy["barcode"]);
        });

    [Fact]
    public void MostCopiesAreInAndSomeAreNot()
    {
        Assert.InRange(Share(CopyStatus.Available), 0.65, 0.80);
        Assert.InRange(Share(CopyStatus.CheckedOut), 0.15, 0.25);
        Assert.All(
            [CopyStatus.OnOrder, CopyStatus.InProcess, CopyStatus.Lost, CopyStatus.Missing, CopyStatus.OnHoldShelf, CopyStatus.InRepair, CopyStatus.LibraryUseOnly],
            status => Assert.InRange(Share(status), 0.001, 0.05));
    }

    [Fact]
    public void ThePeopleTheBotIsTriedWithAreThere()
    {
        var roles = People.ToDictionary(person => person["key"], person => person["role"]);

        Assert.Equal(("Teacher", "Student", "Librarian"), (roles["teacher"], roles["student"], roles["librarian"]));
        Assert.Equal(["Family", "Librarian", "Staff", "Student", "Teacher", "Volunteer"], roles.Values.Distinct().Order(StringComparer.Ordinal));
        Assert.All(People.Where(person => person["role"] == "Student"), person => Assert.InRange(int.Parse(person["grade"], CultureInfo.InvariantCulture), 0, 8));
        Assert.All(People.Where(person => person["email"].Length > 0), person => Assert.EndsWith("example.org", person["email"], StringComparison.Ordinal));
    }

    [Fact]
    public void ThePeopleTheBotIsTriedWithHaveNoHolds() =>
        Assert.Empty(Holds.Select(hold => hold["person"]).Intersect(["teacher", "student", "librarian"]));

    [Fact]
    public void EveryCopyOnTheHoldShelfIsReadyForSomebody()
    {
        var kept = Copies.Where(copy => copy["status"] == nameof(CopyStatus.OnHoldShelf)).Select(copy => copy["key"]);
        var ready = Holds.Where(hold => hold["status"] == nameof(HoldStatus.Ready)).Select(hold => hold["title"]);

        Assert.Equal(kept.Order(StringComparer.Ordinal), ready.Order(StringComparer.Ordinal));
    }

    private static double Share(CopyStatus status) => (double)Copies.Count(copy => copy["status"] == status.ToString()) / Copies.Count;

    private static string[] Many(string field) => field.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Repeated(IEnumerable<string> values) => values.CountBy(value => value).Where(count => count.Value > 1).Select(count => count.Key);

    private static List<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var csv = new CsvReader(new StreamReader(SampleFiles.Open(file)), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(field => field.Key, field => (string)field.Value))];
    }
}
