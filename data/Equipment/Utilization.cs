using LibraryBot.Data.Calendar;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>How much of the time in which the library is open something was booked.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="rules">The calendar of a resource.</param>
public sealed class Utilization(IDbContextFactory<LibraryContext> factory, BookingRules rules)
{
    /// <summary>Counts it over days. What was cancelled, declined or not collected does not count, nor what waits for approval.</summary>
    /// <param name="resourceId">Of what; null for all that can be booked.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; at most 366 days after the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>In the order of names; empty where there is no such resource.</returns>
    public async Task<IReadOnlyList<ResourceUse>> OfAsync(int? resourceId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to.DayNumber - from.DayNumber, 366);
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var list = await EquipmentList.ReadAsync(context, cancellationToken);
        // A day more on each side, for whatever zone a school is in.
        var (first, last) = (Midnight(from.AddDays(-1)), Midnight(to.AddDays(2)));
        var rows = await context.Bookings.Where(booking => booking.Start < last && booking.End > first && booking.Status != BookingStatus.Cancelled
                && booking.Status != BookingStatus.Declined && booking.Status != BookingStatus.Requested)
            .SelectMany(booking => booking.Lines.Where(line => resourceId == null || line.ResourceId == resourceId), (booking, line) => new { line.ResourceId, line.Quantity, booking.Start, booking.End, booking.Status })
            .ToListAsync(cancellationToken);
        var uses = rows.ToLookup(row => row.ResourceId);
        return [.. list.Bookable.Where(resource => resourceId is null || resource.Id == resourceId).Select(resource =>
        {
            var open = OpenTimes(rules.CalendarOf(resource), from, to).ToList();
            var inTime = uses[resource.Id].Where(use => open.Exists(time => use.Start < time.End && use.End > time.Start)).ToList();
            var total = list.Total(resource.Id);
            return new ResourceUse(
                resource,
                total,
                open.Aggregate(TimeSpan.Zero, (sum, time) => sum + (time.End - time.Start)) * total,
                inTime.Where(use => use.Status != BookingStatus.NoShow).SelectMany(use => open.Select(time => Overlap(time, use.Start, use.End) * use.Quantity)).Aggregate(TimeSpan.Zero, (sum, time) => sum + time),
                inTime.Count(use => use.Status != BookingStatus.NoShow),
                inTime.Count(use => use.Status == BookingStatus.NoShow));
        })];
    }

    private static IEnumerable<BookingTime> OpenTimes(SchoolCalendar calendar, DateOnly from, DateOnly to) => Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays)
        .Where(day => calendar.On(day) is not SchoolDay.Closed && calendar.LibraryHours.ContainsKey(day.DayOfWeek))
        .Select(day => new BookingTime(calendar.Beginning(day, calendar.LibraryHours[day.DayOfWeek].Opens), calendar.Ending(day, calendar.LibraryHours[day.DayOfWeek].Closes)));

    private static TimeSpan Overlap(BookingTime time, DateTimeOffset start, DateTimeOffset end)
    {
        var (from, until) = (start > time.Start ? start : time.Start, end < time.End ? end : time.End);
        return until > from ? until - from : TimeSpan.Zero;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

/// <summary>How much something was used.</summary>
/// <param name="Resource">What.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Open">How long the library was open, times how many there are.</param>
/// <param name="Booked">How long of it they were booked, each counted.</param>
/// <param name="Bookings">How many bookings.</param>
/// <param name="NoShows">How many bookings nobody came for; they are not in the others.</param>
public sealed record ResourceUse(Resource Resource, int Total, TimeSpan Open, TimeSpan Booked, int Bookings, int NoShows)
{
    /// <summary>The part of the open time that was booked, from 0 to 1.</summary>
    public double Rate => Open > TimeSpan.Zero ? Booked / Open : 0;
}
