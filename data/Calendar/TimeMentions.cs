using LibraryBot.Data.Calendar.Said;

namespace LibraryBot.Data.Calendar;

/// <summary>Finds dates and times in a sentence without a school's meaning: no periods, any hour, past or to come, weekends too.</summary>
public static class TimeMentions
{
    private const int LongestText = 2_000;

    /// <summary>Every date, time, duration and repetition, in the order of the sentence.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="now">The wall clock; a date without a year is the next one.</param>
    /// <param name="language">"en" or "es": it decides words that are one in both languages, and whether 3/4 is in March.</param>
    public static IReadOnlyList<TimeMention> Read(string text, DateTime now, string language)
    {
        var said = new SaidText(text.Length > LongestText ? text[..LongestText] : text, language == "es");
        return [.. new PhraseReader(said, new SaidMoment(now, null, said.Spanish)).Read().Select(phrase => Mention(phrase, said, now))];
    }

    private static TimeMention Mention(PhraseSaid phrase, SaidText said, DateTime now)
    {
        var start = said.Tokens[phrase.First].Start;
        var span = new TextSpan(start, said.Tokens[phrase.Next - 1].End - start);
        var date = phrase.Dates.FirstOrDefault();
        if (phrase.Every is not null)
        {
            return new TimeMention(MentionKind.Repetition, span, null, null, null);
        }

        if (date is { Impossible: true } || phrase.Time is TimeSaid.Impossible)
        {
            return new TimeMention(MentionKind.Impossible, span, null, null, null);
        }

        if (phrase.Time is TimeSaid.RightNow)
        {
            return new TimeMention(MentionKind.Moment, span, now, null, null);
        }

        var day = (date?.From ?? DateOnly.FromDateTime(now)).ToDateTime(TimeOnly.MinValue);
        if (phrase.Time is TimeSaid.Clock or TimeSaid.Part)
        {
            var (from, to) = Hours(phrase.Time, phrase.Duration);
            var isPoint = to is null && phrase.Time is TimeSaid.Clock { After: false, Before: false };
            var open = phrase.Time as TimeSaid.Clock;
            return new TimeMention(
                (date is not null, isPoint) switch { (true, true) => MentionKind.Moment, (true, false) => MentionKind.Moments, (false, true) => MentionKind.Time, _ => MentionKind.Times },
                span,
                open is { Before: true } ? null : Add(day, from),
                open is { Before: true } ? Add(day, from) : to is { } end ? Add(day, end) : null,
                null);
        }

        return date is not null && !(phrase.Duration is not null && !date.IsDay)
            ? new TimeMention(
                date is { IsDay: true, Since: false, Before: false } && phrase.Duration is null ? MentionKind.Date : MentionKind.Dates,
                span,
                date.Before ? null : day,
                date.Since && phrase.Duration is null ? null : date.Before ? day : phrase.Duration is { Days: > 0 } days ? Add(day, days.Days * 1440) : date.BothSaid ? date.To.ToDateTime(TimeOnly.MinValue) : date.To < DateOnly.MaxValue ? date.To.AddDays(1).ToDateTime(TimeOnly.MinValue) : DateTime.MaxValue,
                null)
            : date is not null ? new TimeMention(MentionKind.Dates, span, day, date.To.ToDateTime(TimeOnly.MinValue), null)
            : new TimeMention(MentionKind.Duration, span, null, null, phrase.Duration?.Length ?? TimeSpan.Zero);
    }

    private static (int From, int? To) Hours(TimeSaid time, DurationReader.Duration? duration) => time switch
    {
        TimeSaid.Part { Which: 1 } => (480, 720),
        TimeSaid.Part { Which: 2 } => (720, 960),
        TimeSaid.Part { Which: 3 } => (960, 1200),
        TimeSaid.Part => (1200, 1440),
        TimeSaid.Clock clock => (clock.Start, clock.End ?? (duration is { Minutes: > 0 } length ? clock.Start + length.Minutes : null)),
        _ => (0, null),
    };

    private static DateTime Add(DateTime day, int minutes) => (DateTime.MaxValue - day).TotalMinutes > minutes ? day.AddMinutes(minutes) : DateTime.MaxValue;
}

/// <summary>What a mention is of.</summary>
public enum MentionKind
{
    /// <summary>One day.</summary>
    Date,

    /// <summary>A run of days, or days from or until one.</summary>
    Dates,

    /// <summary>A time of a day.</summary>
    Moment,

    /// <summary>From one time of a day to another.</summary>
    Moments,

    /// <summary>A time of no particular day; its date is today's.</summary>
    Time,

    /// <summary>From one time to another of no particular day; the date is today's.</summary>
    Times,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>How often.</summary>
    Repetition,

    /// <summary>What cannot be: February 30, 25 o'clock.</summary>
    Impossible,
}

/// <summary>A date or time somebody mentioned.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where in the sentence.</param>
/// <param name="From">When it begins on the wall clock; null where it is open, or no time of the calendar.</param>
/// <param name="To">When it has ended on the wall clock; null where it is open, or a moment.</param>
/// <param name="Duration">How long, for a <see cref="MentionKind.Duration"/>.</param>
public sealed record TimeMention(MentionKind Kind, TextSpan Span, DateTime? From, DateTime? To, TimeSpan? Duration);
