namespace LibraryBot.Data.Calendar;

/// <summary>A place in a text.</summary>
/// <param name="Start">The first character's index.</param>
/// <param name="Length">How many characters.</param>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>What a sentence says about when.</summary>
/// <param name="Time">When, or why not.</param>
/// <param name="Spans">The parts of the sentence that said it, in order; a caller takes them out to read the rest.</param>
/// <param name="Duration">How long it is to be, where that was said and no beginning was; null otherwise.</param>
public sealed record SchoolTimeReading(SchoolTime Time, IReadOnlyList<TextSpan> Spans, TimeSpan? Duration = null)
{
    /// <summary>The sentence without what said when, its words one blank apart.</summary>
    public string WithoutTimes(string text)
    {
        var rest = new System.Text.StringBuilder(text);
        foreach (var span in Spans.OrderByDescending(span => span.Start))
        {
            rest.Remove(span.Start, span.Length).Insert(span.Start, ' ');
        }

        return string.Join(' ', rest.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>A time at school.</summary>
/// <param name="Date">The school's date.</param>
/// <param name="Start">Its first instant, in UTC.</param>
/// <param name="End">The instant it ends, in UTC.</param>
/// <param name="Periods">The periods it was said by, in order; empty where it was said by the clock or not at all.</param>
public sealed record SchoolInterval(DateOnly Date, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<BellPeriod> Periods)
{
    /// <summary>Whether its end was said. "At two" has none: it lasts an hour until somebody says otherwise.</summary>
    public bool EndSaid { get; init; } = true;
}

/// <summary>When somebody means.</summary>
public abstract record SchoolTime
{
    private SchoolTime()
    {
    }

    /// <summary>Nothing was said about when.</summary>
    public sealed record None : SchoolTime;

    /// <summary>It is clear.</summary>
    /// <param name="Intervals">Never none; in order.</param>
    /// <param name="LeftOut">The days of a run or a series on which there is no school.</param>
    /// <param name="TimeSaid">False where only days were said: the intervals are whole school days.</param>
    public sealed record Found(IReadOnlyList<SchoolInterval> Intervals, IReadOnlyList<SchoolDay.Closed> LeftOut, bool TimeSaid) : SchoolTime
    {
        /// <summary>Whether it is a series whose end was not said; it then goes to the end of the longest term it begins in, at most a year.</summary>
        public bool OpenEnded { get; init; }
    }

    /// <summary>It may mean one of several things.</summary>
    /// <param name="Readings">Two or more.</param>
    public sealed record Ambiguous(IReadOnlyList<Found> Readings) : SchoolTime;

    /// <summary>It is over.</summary>
    /// <param name="Said">What was meant; empty where the day had no school.</param>
    /// <param name="Next">The next time of the same kind; null where there is none within a year.</param>
    public sealed record Past(IReadOnlyList<SchoolInterval> Said, SchoolInterval? Next) : SchoolTime;

    /// <summary>There is no school.</summary>
    /// <param name="Day">The day, with its name where the school gave one.</param>
    /// <param name="NextSchoolDay">The first school day after it; null where none is known within a year.</param>
    public sealed record Closed(SchoolDay.Closed Day, DateOnly? NextSchoolDay) : SchoolTime;

    /// <summary>There is no such time.</summary>
    /// <param name="Why">What is wrong.</param>
    /// <param name="Said">The words.</param>
    public sealed record Invalid(InvalidTime Why, string Said) : SchoolTime;
}

/// <summary>What is wrong with a time.</summary>
public enum InvalidTime
{
    /// <summary>No such hour or minute, or an end before its beginning.</summary>
    Clock,

    /// <summary>No such date.</summary>
    Date,

    /// <summary>No such period on that day.</summary>
    Period,
}
