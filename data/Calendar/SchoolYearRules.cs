namespace LibraryBot.Data.Calendar;

/// <summary>What a school's days must satisfy: every schedule that is named exists, ends come after beginnings.</summary>
internal static class SchoolYearRules
{
    /// <summary>All problems of the library's own days and of each school it serves.</summary>
    public static IEnumerable<string> Check(LibraryProfile profile) =>
        CheckYear("$.calendar", profile.Calendar, profile.BellSchedules)
            .Concat(profile.Schools.SelectMany(school => CheckSchool(profile, $"$.schools['{school.Key}']", school.Value)));

    private static IEnumerable<string> CheckSchool(LibraryProfile profile, string path, ServedSchool school)
    {
        var schedules = school.BellSchedules ?? profile.BellSchedules;
        var own = (school.BellSchedules ?? new Dictionary<string, IReadOnlyList<BellPeriod>>())
            .SelectMany(schedule => LibraryProfileRules.CheckSchedule($"{path}.bellSchedules['{schedule.Key}']", schedule.Value))
            .Concat((school.ClosedDays ?? []).SelectMany((days, index) => LibraryProfileRules.CheckClosedDay($"{path}.closedDays[{index}]", days)))
            .Concat(CheckYear($"{path}.calendar", school.Calendar, schedules));

        // The school's schedules may lack one that the library's calendar, which it shares, asks for.
        return school.Calendar is null && school.BellSchedules is not null
            ? own.Concat(CheckYear($"{path}.bellSchedules, asked for by $.calendar", profile.Calendar, schedules))
            : own;
    }

    private static IEnumerable<string> CheckYear(string path, SchoolYear? year, IReadOnlyDictionary<string, IReadOnlyList<BellPeriod>> schedules)
    {
        if (year is null)
        {
            return [];
        }

        IEnumerable<string> Known(string at, string? name) => name is null || schedules.ContainsKey(name)
            ? []
            : [$"{at}: there is no bell schedule \"{name}\"."];

        return Known($"{path}.defaultSchedule", year.DefaultSchedule)
            .Concat(year.Weekdays.SelectMany(day => Known($"{path}.weekdays.{day.Key}", day.Value)))
            .Concat(year.Cycle is { } cycle ? CheckCycle($"{path}.cycle", year, cycle, Known) : [])
            .Concat(year.SpecialDays.SelectMany((day, index) => CheckSpecialDay($"{path}.specialDays[{index}]", year, day, index, Known)))
            .Concat(year.Terms.SelectMany((term, index) =>
                (term.From > term.To ? [$"{path}.terms[{index}]: from {term.From:yyyy-MM-dd} is after to {term.To:yyyy-MM-dd}."] : Array.Empty<string>())
                .Concat(LibraryProfileRules.CheckText($"{path}.terms[{index}].name", term.Name))));
    }

    private static IEnumerable<string> CheckCycle(string path, SchoolYear year, DayCycle cycle, Func<string, string?, IEnumerable<string>> known)
    {
        if (cycle.Days.Count < 2 || cycle.Days.Any(string.IsNullOrWhiteSpace) || cycle.Days.Distinct(StringComparer.OrdinalIgnoreCase).Count() < cycle.Days.Count)
        {
            yield return $"{path}.days: a cycle needs two days or more, each with a name of its own.";
        }

        if (!(year.Weekdays.Count == 0 ? cycle.StartsOn.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) : year.Weekdays.ContainsKey(cycle.StartsOn.DayOfWeek)))
        {
            yield return $"{path}.startsOn: {cycle.StartsOn:yyyy-MM-dd} is a {cycle.StartsOn.DayOfWeek}, which is no school day.";
        }

        foreach (var (day, schedule) in cycle.Schedules)
        {
            if (!cycle.Days.Contains(day, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"{path}.schedules['{day}']: there is no such day in the cycle.";
            }

            foreach (var problem in known($"{path}.schedules['{day}']", schedule))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> CheckSpecialDay(string path, SchoolYear year, SpecialDay day, int index, Func<string, string?, IEnumerable<string>> known) =>
        known($"{path}.schedule", day.Schedule)
            .Concat(year.SpecialDays.Take(index).Any(other => other.Date == day.Date) ? [$"{path}.date: {day.Date:yyyy-MM-dd} is given twice."] : [])
            .Concat(day.Reason is { } reason ? LibraryProfileRules.CheckText($"{path}.reason", reason) : []);
}
