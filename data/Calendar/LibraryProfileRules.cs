using LibraryBot.Data.Kits;
using LibraryBot.Data.Research;

namespace LibraryBot.Data.Calendar;

/// <summary>What a school's file must satisfy beyond being well-formed. Each problem starts with its JSON path.</summary>
internal static class LibraryProfileRules
{
    /// <summary>The languages the bot speaks.</summary>
    private static readonly string[] Languages = ["en", "es"];

    /// <summary>All problems, in the order of the file's members; none where the profile can be used.</summary>
    public static IEnumerable<string> Check(LibraryProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Name))
        {
            yield return "$.name: the library needs a name.";
        }

        if (string.IsNullOrWhiteSpace(profile.School))
        {
            yield return "$.school: the school needs a name.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _))
        {
            yield return $"$.timeZone: \"{profile.TimeZone}\" is not a known time zone; write an IANA name like \"America/Chicago\".";
        }

        if (profile.Contact is { } contact && string.IsNullOrWhiteSpace(contact.Name))
        {
            yield return "$.contact.name: the contact needs a name.";
        }

        var nested = (profile.Where.Count == 0 ? [] : CheckText("$.where", profile.Where))
            .Concat(profile.Hours.SelectMany(day => CheckOrder($"$.hours.{day.Key}", "opens", day.Value.Opens, "closes", day.Value.Closes)))
            .Concat(profile.ClosedDays.SelectMany((days, index) => CheckClosedDay($"$.closedDays[{index}]", days)))
            .Concat(profile.BellSchedules.SelectMany(schedule => CheckSchedule($"$.bellSchedules['{schedule.Key}']", schedule.Value)))
            .Concat(SchoolYearRules.Check(profile))
            .Concat(profile.QuickLinks.SelectMany((link, index) => CheckLink($"$.quickLinks[{index}]", link)))
            .Concat(profile.InformationDatabases.SelectMany((database, index) => CheckDatabase($"$.informationDatabases[{index}]", database)))
            .Concat(profile.Shelves.SelectMany(shelf => CheckText($"$.shelves['{shelf.Key}']", shelf.Value)));
        foreach (var problem in nested)
        {
            yield return problem;
        }
    }

    internal static IEnumerable<string> CheckClosedDay(string path, ClosedDay days) =>
        (days.From > days.To ? [$"{path}: from {days.From:yyyy-MM-dd} is after to {days.To:yyyy-MM-dd}."] : Array.Empty<string>())
        .Concat(CheckText($"{path}.reason", days.Reason));

    internal static IEnumerable<string> CheckSchedule(string path, IReadOnlyList<BellPeriod> periods)
    {
        if (periods.Count == 0)
        {
            yield return $"{path}: a bell schedule needs at least one period.";
        }

        for (var index = 0; index < periods.Count; index++)
        {
            var period = periods[index];
            if (string.IsNullOrWhiteSpace(period.Name))
            {
                yield return $"{path}[{index}].name: the period needs a name.";
            }

            foreach (var problem in CheckOrder($"{path}[{index}]", "starts", period.Starts, "ends", period.Ends))
            {
                yield return problem;
            }

            if (period.Number is < 0 or > 20)
            {
                yield return $"{path}[{index}].number: periods are numbered from 0 to 20.";
            }

            if (period.Aliases.Any(string.IsNullOrWhiteSpace))
            {
                yield return $"{path}[{index}].aliases: an alias is empty.";
            }

            if (BellSchedule.NumberOf(period) is { } number && periods.Take(index).Any(other => BellSchedule.NumberOf(other) == number))
            {
                yield return $"{path}[{index}]: there is a period {number} above it already.";
            }

            if (index > 0 && period.Starts < periods[index - 1].Ends)
            {
                yield return $"{path}[{index}]: starts {period.Starts:HH:mm} before the period above it ends at {periods[index - 1].Ends:HH:mm}.";
            }
        }
    }

    private static IEnumerable<string> CheckLink(string path, QuickLink link) =>
        (link.Url is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? Array.Empty<string>() : [$"{path}.url: \"{link.Url}\" is not a full web address."])
        .Concat(CheckText($"{path}.text", link.Text));

    private static IEnumerable<string> CheckDatabase(string path, InformationDatabase database)
    {
        if (string.IsNullOrWhiteSpace(database.Name))
        {
            yield return $"{path}.name: the database needs a name.";
        }

        if (database.Url is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            yield return $"{path}.url: \"{database.Url}\" is not a full web address.";
        }

        if (database.GradeLow is < -1 or > 12 || database.GradeHigh is < -1 or > 12 || database.GradeLow > database.GradeHigh)
        {
            yield return $"{path}: gradeLow to gradeHigh are grades from -1 (pre-K) to 12, the lower first.";
        }

        if (database.Languages.Any(code => !KitRequest.IsLanguage(code)))
        {
            yield return $"{path}.languages: a language is a MARC code of three letters, like \"eng\" or \"spa\".";
        }

        foreach (var problem in database.About.Count == 0 ? [] : CheckText($"{path}.about", database.About))
        {
            yield return problem;
        }
    }

    internal static IEnumerable<string> CheckText(string path, IReadOnlyDictionary<string, string> text) =>
        text.Keys.Where(language => !Languages.Contains(language, StringComparer.Ordinal))
            .Select(language => $"{path}.{language}: the bot speaks \"en\" and \"es\".")
            .Concat(text.TryGetValue("en", out var english) && !string.IsNullOrWhiteSpace(english)
                ? []
                : [$"{path}.en: the English text is missing; it is also shown where the Spanish one is."]);

    private static IEnumerable<string> CheckOrder(string path, string firstName, TimeOnly first, string secondName, TimeOnly second) =>
        first < second ? [] : [$"{path}: {firstName} {first:HH:mm} is not before {secondName} {second:HH:mm}."];
}
