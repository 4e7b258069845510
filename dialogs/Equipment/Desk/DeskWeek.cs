using System.Globalization;
using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>The week of a resource, and how much it is used. Not who has it.</summary>
internal sealed class DeskWeek(FreeEquipment equipment, Utilization utilization, BookingRules rules, EquipmentSettings settings, UsageLinks links)
{
    private const int MostRows = 15;

    /// <summary>Shows a week, Monday to Friday and what more is a school day.</summary>
    public async Task<Activity> OfAsync(Resource resource, DateOnly monday, CancellationToken cancellationToken)
    {
        var calendar = rules.CalendarOf(resource);
        var spans = await equipment.OccupancyAsync(
            resource.Id, calendar.Beginning(monday, settings.Earliest), calendar.Ending(monday.AddDays(6), settings.Latest), cancellationToken);
        var days = Enumerable.Range(0, 7).Select(monday.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || calendar.IsSchoolDay(day)).ToList();
        var entries = days.ConvertAll(day => new DeskEntry(Words.Sentence(Words.Day(day)), Lines(calendar, resource, spans, day)));
        var heading = Words.Of(DeskStrings.WeekHeading, EquipmentWords.Name(resource), Words.Day(monday));
        var card = DeskCards.List(heading, entries);
        card.Body.Insert(1, new AdaptiveImage($"data:image/png;base64,{Convert.ToBase64String(Picture(calendar, spans, days))}") { AltText = Words.Of(DeskStrings.WeekPicture, heading), Size = AdaptiveImageSize.Stretch });
        return CardParts.Message(null, card);
    }

    private static byte[] Picture(SchoolCalendar calendar, IReadOnlyList<OccupancySpan> spans, List<DateOnly> days) => WeekPicture.Draw(
        [
            .. days.Select(day => new PictureDay(
                day.ToString(DeskStrings.PictureDay, CultureInfo.CurrentCulture),
                calendar.On(day) is SchoolDay.Closed,
                [.. TakenOn(calendar, spans, day).Select(span => new PictureSpan(WallTime(calendar, span.Start), WallTime(calendar, span.End), span.Free, span.Total))])),
        ],
        hour => Words.Time(new TimeOnly(hour, 0)).Replace(":00", "", StringComparison.Ordinal));

    /// <summary>Shows how much of the open hours something was booked; all that can be booked where it is null.</summary>
    public async Task<Activity> UseAsync(Resource? resource, (DateOnly From, DateOnly To) period, CancellationToken cancellationToken)
    {
        var uses = await utilization.OfAsync(resource?.Id, period.From, period.To, cancellationToken);
        if (uses.Count == 0)
        {
            return GeneralAnswers.Text(DeskStrings.NoUse);
        }

        var (used, unused) = (uses.Where(use => use.Bookings + use.NoShows > 0).OrderByDescending(use => use.Rate), uses.Where(use => use.Bookings + use.NoShows == 0).ToList());
        var entries = used.Take(MostRows).Select(use => new DeskEntry(EquipmentWords.Name(use.Resource), Lines(use))).ToList();
        if (unused.Count > 0)
        {
            entries.Add(new DeskEntry(Words.Of(DeskStrings.Unused, Words.List(unused.Select(use => EquipmentWords.Name(use.Resource)))), []));
        }

        var card = DeskCards.List(Words.Of(DeskStrings.UseHeading, Words.Day(period.From), Words.Day(period.To)), entries);
        if (await links.MakeAsync(new UsageLink(resource?.Id, period.From, period.To), SpokenLanguage.Current, cancellationToken) is { } link)
        {
            card.Actions.Add(new AdaptiveOpenUrlAction { Title = DeskStrings.UseCsv, Url = link });
        }

        return CardParts.Message(null, card);
    }

    private static List<string> Lines(ResourceUse use)
    {
        List<string> lines = [Words.Of(DeskStrings.UseLine, Hours(use.Booked), Hours(use.Open), Share(use.Rate)), Words.Of(DeskStrings.UseBookings, use.Bookings)];
        if (use.NoShows > 0)
        {
            lines.Add(Words.Of(DeskStrings.UseNoShows, use.NoShows));
        }

        return lines;
    }

    // A little is not nothing.
    private static string Share(double rate) => rate is > 0 and < 0.005 ? $"<{0.01.ToString("P0", CultureInfo.CurrentCulture)}" : rate.ToString("P0", CultureInfo.CurrentCulture);

    private static string Hours(TimeSpan time) => time.TotalHours.ToString("0.#", CultureInfo.CurrentCulture);

    private static List<string> Lines(SchoolCalendar calendar, Resource resource, IReadOnlyList<OccupancySpan> spans, DateOnly day)
    {
        if (calendar.On(day) is SchoolDay.Closed)
        {
            return [DeskStrings.NoSchool];
        }

        var taken = TakenOn(calendar, spans, day).Select(span => Words.Of(
            resource.Kind == ResourceKind.Units && span.Total > 1 ? DeskStrings.SomeTaken : DeskStrings.IsTaken,
            Words.Time(WallTime(calendar, span.Start)), Words.Time(WallTime(calendar, span.End)), span.Free, span.Total)).ToList();
        return taken.Count == 0 ? [DeskStrings.AllFree] : taken;
    }

    private static IEnumerable<OccupancySpan> TakenOn(SchoolCalendar calendar, IReadOnlyList<OccupancySpan> spans, DateOnly day)
    {
        var (first, last) = (calendar.Beginning(day, TimeOnly.MinValue), calendar.Beginning(day.AddDays(1), TimeOnly.MinValue));
        return spans.Where(span => span.Free < span.Total && span.Start < last && span.End > first)
            .Select(span => span with { Start = span.Start > first ? span.Start : first, End = span.End < last ? span.End : last });
    }

    private static TimeOnly WallTime(SchoolCalendar calendar, DateTimeOffset at) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, calendar.Zone).DateTime);
}
