namespace LibraryBot.Data.Calendar.Said;

/// <summary>What a school calls its periods, breaks and terms, as tokens. Made once for a school: a sentence asks for them at every word.</summary>
internal sealed class SchoolNames
{
    private readonly HashSet<string> firstWords;

    public SchoolNames(SchoolCalendar school)
    {
        Periods = [.. school.Schedules.SelectMany(schedule => schedule.Periods).SelectMany(period => period.Aliases.Append(period.Name)).Distinct()
            .Select(Words).Where(words => words.Length > 0).OrderByDescending(words => words.Length)];
        Closed = [.. school.ClosedDays.SelectMany(closed => closed.Reason.Values.Select(reason => (closed, Words(reason))))];
        Terms = [.. school.Terms.SelectMany(term => term.Name.Values.Select(name => (term, Words(name)))).Where(term => term.Item2.Length > 0)];
        firstWords = [.. Periods.Select(words => words[0]), .. Closed.SelectMany(closed => closed.Words), .. Terms.Select(term => term.Words[0]), .. school.CycleDays.SelectMany(Words)];
    }

    /// <summary>Names and aliases of periods, the longest first.</summary>
    public IReadOnlyList<string[]> Periods { get; }

    /// <summary>Closed days by each of their reasons.</summary>
    public IReadOnlyList<(ClosedDay Closed, string[] Words)> Closed { get; }

    /// <summary>Terms by each of their names.</summary>
    public IReadOnlyList<(SchoolTerm Term, string[] Words)> Terms { get; }

    /// <summary>Whether a name may begin with a word.</summary>
    public bool MayBegin(string word) => firstWords.Contains(word);

    private static string[] Words(string name) => [.. SaidToken.Split(name).Select(token => token.Plain)];
}
