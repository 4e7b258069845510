using LibraryBot.Data.Calendar;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Equipment;

/// <summary>What could be booked instead of what is taken, and when it will be free.</summary>
internal sealed class AlternativeFinder(EquipmentList list, Availability availability, BookingRules rules, Role role, DateTimeOffset now)
{
    /// <summary>How far ahead it looks. What is taken has to be read so far.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    private const int Most = 3;
    private const int MostMoments = 200;

    /// <summary>The stocks that matter for these things and what could stand in for them.</summary>
    public static IReadOnlyCollection<int> StocksFor(EquipmentList list, IEnumerable<Resource> resources) =>
        [.. resources.SelectMany(resource => StandIns(list, resource).Prepend(resource)).SelectMany(list.StocksOf).Select(stock => stock.Id).Distinct()];

    /// <summary>Says what is short, until when, and what could be had instead.</summary>
    public BookingOutcome.Taken Find(IReadOnlyList<(Resource Resource, int Quantity)> items, DateTimeOffset start, DateTimeOffset end)
    {
        var free = availability.FreeTogether(items, start, end);
        var shortages = items.Where(item => free[item.Resource.Id] < item.Quantity).ToList();
        var freeAt = FreeFrom(items, start, end);
        return new BookingOutcome.Taken(
            [.. shortages.Select(item => new Shortage(
                item.Resource, item.Quantity, free[item.Resource.Id], availability.Free(item.Resource, start, end) < item.Quantity ? FreeFrom([item], start, end) : freeAt))],
            freeAt,
            [.. Others(items, free, start, end).Concat(Fewer(items, free, start, end)).Concat(Times(items, start, end)).Take(Most)]);
    }

    // The first moment after the start from which all of it is free for so long: something must become free then.
    private DateTimeOffset? FreeFrom(IReadOnlyList<(Resource Resource, int Quantity)> items, DateTimeOffset start, DateTimeOffset end)
    {
        var moments = items.SelectMany(item => availability.FreedAfter(item.Resource, start).Select(moment => moment.AddMinutes(item.Resource.BufferBeforeMinutes)))
            .Where(moment => moment < start + Ahead - (end - start)).Distinct().Order().Take(MostMoments);
        return moments.Select(moment => (DateTimeOffset?)moment).FirstOrDefault(moment => CanTake(items, moment!.Value, moment.Value + (end - start)));
    }

    private IEnumerable<Alternative> Others(
        IReadOnlyList<(Resource Resource, int Quantity)> items, Dictionary<int, int> free, DateTimeOffset start, DateTimeOffset end)
    {
        var others = items.Select(item => free[item.Resource.Id] >= item.Quantity
            ? [item]
            : StandIns(list, item.Resource).Where(other => BookingRules.MayBook(role, other) && availability.Free(other, start, end) >= item.Quantity)
                .Select(other => (Resource: other, item.Quantity)).ToList()).ToList();
        return others.Exists(other => other.Count == 0) || others.TrueForAll(other => other.Count == 1 && items.Contains(other[0]))
            ? []
            : Enumerable.Range(0, Math.Min(2, others.Max(other => other.Count)))
                .Select(at => others.ConvertAll(other => other[Math.Min(at, other.Count - 1)]))
                .Where(chosen => chosen.DistinctBy(item => item.Resource.Id).Count() == chosen.Count && IsPossible(chosen, start, end))
                .Select(chosen => new Alternative(AlternativeKind.OtherResource, AsItems(chosen), start, end));
    }

    private IEnumerable<Alternative> Fewer(
        IReadOnlyList<(Resource Resource, int Quantity)> items, Dictionary<int, int> free, DateTimeOffset start, DateTimeOffset end)
    {
        var fewer = items.Select(item => (item.Resource, Quantity: Math.Min(item.Quantity, free[item.Resource.Id]))).ToList();
        return fewer.TrueForAll(item => item.Quantity > 0) && !fewer.SequenceEqual(items) && IsPossible(fewer, start, end)
            ? [new Alternative(AlternativeKind.Fewer, AsItems(fewer), start, end)]
            : [];
    }

    private IEnumerable<Alternative> Times(IReadOnlyList<(Resource Resource, int Quantity)> items, DateTimeOffset start, DateTimeOffset end) => NearTimes
        .Of(rules.CalendarOf(items[0].Resource), start, end, Ahead)
        .Where(time => time.Start >= now && time.Start != start)
        .OrderBy(time => (time.Start - start).Duration()).ThenByDescending(time => time.Start)
        .Where(time => IsPossible(items, time.Start, time.End))
        .Select(time => new Alternative(AlternativeKind.OtherTime, AsItems(items), time.Start, time.End));

    private bool IsPossible(IReadOnlyList<(Resource Resource, int Quantity)> items, DateTimeOffset start, DateTimeOffset end) =>
        rules.Refuses([.. items.Select(item => item.Resource)], start, end, role, now) is null && CanTake(items, start, end);

    private bool CanTake(IReadOnlyList<(Resource Resource, int Quantity)> items, DateTimeOffset start, DateTimeOffset end)
    {
        var taken = new List<StockClaim>();
        try
        {
            foreach (var (resource, quantity) in items.OrderBy(item => item.Resource.IsContainer ? 0 : 1))
            {
                if (availability.Take(resource, quantity, start, end) is not { } claims)
                {
                    return false;
                }

                taken.AddRange(claims);
            }

            return true;
        }
        finally
        {
            availability.GiveBack(taken);
        }
    }

    private static IEnumerable<Resource> StandIns(EquipmentList list, Resource resource) => resource.Category is null ? []
        : list.Bookable.Where(other => other.Id != resource.Id && other.Kind == resource.Kind && string.Equals(other.Category, resource.Category, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<BookingItem> AsItems(IEnumerable<(Resource Resource, int Quantity)> items) => [.. items.Select(item => new BookingItem(item.Resource.Id, item.Quantity))];
}

/// <summary>Times of the same kind near another: other periods where it was one, else by the clock.</summary>
internal static class NearTimes
{
    private const int SchoolDays = 5;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    /// <summary>Such times on the same day and the next school days, in no order.</summary>
    public static IEnumerable<BookingTime> Of(SchoolCalendar calendar, DateTimeOffset start, DateTimeOffset end, TimeSpan ahead)
    {
        var date = calendar.DateAt(start);
        var days = new List<DateOnly> { date };
        while (days.Count <= SchoolDays && calendar.NextSchoolDay(days[^1]) is { } next)
        {
            days.Add(next);
        }

        var first = calendar.PeriodsOn(date).FirstOrDefault(period => period.Start == start);
        var last = calendar.PeriodsOn(date).FirstOrDefault(period => period.End == end);
        var times = first is not null && last is not null
            ? days.SelectMany(day => Periods(calendar.PeriodsOn(day), calendar.PeriodsOn(date).Count(period => period.Start >= start && period.End <= end), BellSchedule.NumberOf(first.Period) is not null))
            : ByClock(calendar, days, start, end);
        return times.Where(time => time.End < start + ahead);
    }

    private static IEnumerable<BookingTime> Periods(IReadOnlyList<PeriodTime> periods, int count, bool onlyNumbered) => Enumerable.Range(0, Math.Max(0, periods.Count - count + 1))
        .Where(at => !onlyNumbered || BellSchedule.NumberOf(periods[at].Period) is not null)
        .Select(at => new BookingTime(periods[at].Start, periods[at + count - 1].End));

    private static IEnumerable<BookingTime> ByClock(SchoolCalendar calendar, List<DateOnly> days, DateTimeOffset start, DateTimeOffset end)
    {
        var wall = TimeOnly.FromDateTime(calendar.Zone.WallTime(start));
        var later = days.Skip(1).Select(day => calendar.Beginning(day, wall));
        var sameDay = Enumerable.Range(-8, 17).Select(steps => start + (steps * Step)).Where(time => calendar.DateAt(time) == days[0]);
        return later.Concat(sameDay).Select(time => new BookingTime(time, time + (end - start)));
    }
}
