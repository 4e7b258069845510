using LibraryBot.Data.Calendar;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Orientation;

/// <summary>Says when the library is open, from the school's hours and closed days.</summary>
internal sealed class HoursAnswers(LibraryProfile profile, OpeningTimes times)
{
    /// <summary>The answer to a question about hours, in the current culture.</summary>
    public string To(string question) => Answer(question)
        // The Spanish "p. m." ends a sentence by itself.
        .Replace("m..", "m.", StringComparison.Ordinal);

    private string Answer(string question) =>
        profile.Hours.Count == 0 ? OrientationStrings.HoursUnknown
        : DayAsked.In(question, times.Today, profile) is { } day ? On(day)
        : DayAsked.Week(question, times.Today) is { } monday ? InWeek(monday)
        : $"{Now()}\n\n{Week()}";

    private string On(DateOnly day)
    {
        var name = day == times.Today ? Words.Of(OrientationStrings.TodayIs, Words.Day(day)) : Words.Day(day);
        switch (times.On(day))
        {
            case OpenOnDay.Open open:
                var closedAlready = day == times.Today && times.Now() is OpenNow.Closed { Next: { } next } && DateOnly.FromDateTime(next.DateTime) != day;
                return Words.Sentence(Words.Of(closedAlready ? OrientationStrings.WasOpenOn : OrientationStrings.OpenOn, name, Words.Time(open.Opens), Words.Time(open.Closes)));
            case OpenOnDay.Closed closed:
                var sentence = closed.Reason is { } reason
                    ? Words.Of(OrientationStrings.ClosedOnBecause, name, reason.Here())
                    : Words.Of(OrientationStrings.ClosedOn, name);
                return Words.Sentence(closed.NextOpenDay is { } again && times.On(again) is OpenOnDay.Open hours
                    ? $"{sentence} {Words.Of(OrientationStrings.OpensAgain, Words.Day(again), Words.Time(hours.Opens))}"
                    : sentence);
            default:
                throw new InvalidOperationException("A day is open or closed.");
        }
    }

    // Day by day, for a week may have closed days; what is past, and days that are always closed, go without saying.
    private string InWeek(DateOnly monday)
    {
        List<string> lines = [.. Enumerable.Range(0, 7).Select(monday.AddDays).Where(day => day >= times.Today && profile.Hours.ContainsKey(day.DayOfWeek)).Select(Briefly)];
        return lines.Count == 0 ? $"{Now()}\n\n{Week()}" : string.Join("\n\n", lines);
    }

    private string Briefly(DateOnly day) => Words.Sentence(times.On(day) switch
    {
        OpenOnDay.Open open => Words.Of(OrientationStrings.OpenOn, Words.Day(day), Words.Time(open.Opens), Words.Time(open.Closes)),
        OpenOnDay.Closed { Reason: { } reason } => Words.Of(OrientationStrings.ClosedOnBecause, Words.Day(day), reason.Here()),
        _ => Words.Of(OrientationStrings.ClosedOn, Words.Day(day)),
    });

    private string Now() => times.Now() switch
    {
        OpenNow.Open open => Words.Of(OrientationStrings.OpenNow, Words.Time(TimeOnly.FromDateTime(open.Until.DateTime))),
        OpenNow.Closed { Next: { } next } closed => $"{ClosedNow(closed)} {OpensNext(next)}",
        OpenNow.Closed closed => ClosedNow(closed),
        _ => throw new InvalidOperationException("The library is open or closed."),
    };

    private static string ClosedNow(OpenNow.Closed closed) => closed.Reason is { } reason
        ? Words.Of(OrientationStrings.ClosedNowBecause, reason.Here())
        : OrientationStrings.ClosedNow;

    private string OpensNext(DateTimeOffset next)
    {
        var day = DateOnly.FromDateTime(next.DateTime);
        var time = Words.Time(TimeOnly.FromDateTime(next.DateTime));
        return day == times.Today ? Words.Of(OrientationStrings.OpensToday, time)
            : day == times.Today.AddDays(1) ? Words.Of(OrientationStrings.OpensTomorrow, time)
            : Words.Of(OrientationStrings.OpensAgain, Words.Day(day), time);
    }

    private string Week()
    {
        // Monday first; days with the same hours share a line.
        var lines = profile.Hours
            .OrderBy(hours => ((int)hours.Key + 6) % 7)
            .GroupBy(hours => hours.Value)
            .Select(same => Words.Of(
                OrientationStrings.WeekLine,
                Words.Sentence(Words.List(same.Select(hours => System.Globalization.CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(hours.Key)))),
                Words.Time(same.Key.Opens),
                Words.Time(same.Key.Closes)));
        return $"{OrientationStrings.WeekHeading}\n\n{string.Join("\n\n", lines)}";
    }
}
