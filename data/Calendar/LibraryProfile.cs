using System.Text.Json.Serialization;
using LibraryBot.Data.Research;

namespace LibraryBot.Data.Calendar;

/// <summary>The school's own facts, from its <c>library.json</c>: what the library is called, when it is open, where things stand.</summary>
public sealed record LibraryProfile
{
    /// <summary>The library's name, as it greets.</summary>
    public required string Name { get; init; }

    /// <summary>The school's name.</summary>
    public required string School { get; init; }

    /// <summary>The IANA time zone of the school's wall clock, "America/Chicago".</summary>
    public required string TimeZone { get; init; }

    /// <summary>Where the library is, in the words of the school, by language ("en", "es").</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>Whom to ask when the bot cannot help: name, e-mail, telephone.</summary>
    public LibraryContact? Contact { get; init; }

    /// <summary>Opening hours by weekday; a weekday without an entry is closed.</summary>
    public IReadOnlyDictionary<DayOfWeek, OpeningHours> Hours { get; init; } = new Dictionary<DayOfWeek, OpeningHours>();

    /// <summary>Days it is closed although the weekday is open.</summary>
    public IReadOnlyList<ClosedDay> ClosedDays { get; init; } = [];

    /// <summary>Bell schedules by name ("normal", "early release"), their periods in the order of the day.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<BellPeriod>> BellSchedules { get; init; } =
        new Dictionary<string, IReadOnlyList<BellPeriod>>();

    /// <summary>Which days are school days, and what kind of day each is; null where the school said nothing, which is Monday to Friday.</summary>
    public SchoolYear? Calendar { get; init; }

    /// <summary>
    /// What is different at the schools a library serves, by the name of the school. A person or a booking may name one; without a name
    /// the members above hold.
    /// </summary>
    public IReadOnlyDictionary<string, ServedSchool> Schools { get; init; } = new Dictionary<string, ServedSchool>();

    /// <summary>The links on the menu card.</summary>
    public IReadOnlyList<QuickLink> QuickLinks { get; init; } = [];

    /// <summary>The information databases, encyclopedias and websites the school has for looking things up, those it likes best first.</summary>
    public IReadOnlyList<InformationDatabase> InformationDatabases { get; init; } = [];

    /// <summary>The shelving locations in words that help find them, by location code, then by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Shelves { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary><see cref="TimeZone"/> as the system knows it, its changes of clock included.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Reads a school's file.</summary>
    /// <param name="path">The path of a <c>library.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It cannot be used; the message names the file, each JSON path and what is wrong there.</exception>
    public static LibraryProfile Load(string path)
    {
        using var file = File.OpenRead(path);
        return LibraryProfileReader.Read(file, path);
    }

    /// <summary>The profile of the sample library.</summary>
    public static LibraryProfile LoadSample()
    {
        using var file = Sample.SampleFiles.Open("library.json");
        return LibraryProfileReader.Read(file, "Sample/library.json");
    }
}

/// <summary>Whom to ask.</summary>
public sealed record LibraryContact(string Name, string? Email = null, string? Telephone = null);

/// <summary>From opening to closing on the school's wall clock.</summary>
public sealed record OpeningHours(TimeOnly Opens, TimeOnly Closes);

/// <summary>A run of days on which the library is closed, both ends included; the reason by language.</summary>
public sealed record ClosedDay(DateOnly From, DateOnly To, IReadOnlyDictionary<string, string> Reason);

/// <summary>One period of the school day.</summary>
/// <param name="Name">What it is called, "3rd period", "Lunch", "Block A".</param>
/// <param name="Starts">On the school's wall clock.</param>
/// <param name="Ends">On the school's wall clock.</param>
public sealed record BellPeriod(string Name, TimeOnly Starts, TimeOnly Ends)
{
    /// <summary>Its number, 0 to 20; null where it has none, or where its name says it ("3rd period").</summary>
    public int? Number { get; init; }

    /// <summary>What else people call it, in any language: "advisory", "almuerzo".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A link the school wants on the menu, its text by language.</summary>
public sealed record QuickLink(IReadOnlyDictionary<string, string> Text, Uri Url);
