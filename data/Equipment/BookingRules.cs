using System.Collections.Concurrent;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Equipment;

/// <summary>Who may book what, when and for how long: everything but whether it is free.</summary>
/// <param name="profile">The school, whose days and hours hold.</param>
/// <param name="settings">What holds for everything.</param>
public sealed class BookingRules(LibraryProfile profile, EquipmentSettings settings)
{
    /// <summary>The most different things of one booking.</summary>
    public const int MostItems = 20;

    private readonly ConcurrentDictionary<string, SchoolCalendar> _calendars = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The calendar that holds for a resource.</summary>
    public SchoolCalendar CalendarOf(Resource? resource) =>
        _calendars.GetOrAdd(resource?.School ?? "", school => new SchoolCalendar(profile, school.Length == 0 ? null : school));

    /// <summary>Whether a person may book a resource at all.</summary>
    public static bool MayBook(Role role, Resource resource) => role == Role.Librarian || (role != Role.Visitor && resource.Roles.Contains(role));

    /// <summary>Whether a person may book on behalf of others.</summary>
    public static bool MayBookForOthers(Role role) => role is Role.Teacher or Role.Staff or Role.Librarian;

    /// <summary>Makes of what was asked for one item a resource.</summary>
    /// <returns>The items in the order they were said, or why they cannot be booked whatever the time.</returns>
    internal static (IReadOnlyList<(Resource Resource, int Quantity)> Items, BookingOutcome? Refusal) Items(EquipmentList list, IReadOnlyList<BookingItem> asked, Role role)
    {
        var items = new List<(Resource Resource, int Quantity)>();
        if (asked.Count == 0 || asked.Select(item => item.ResourceId).Distinct().Count() > MostItems)
        {
            return (items, new BookingOutcome.NothingToBook());
        }

        foreach (var group in asked.GroupBy(item => item.ResourceId))
        {
            if (!list.Resources.TryGetValue(group.Key, out var resource) || resource.RetiredAt is not null)
            {
                return (items, new BookingOutcome.NoSuchResource(group.Key));
            }

            if (!MayBook(role, resource))
            {
                return (items, new BookingOutcome.NotAllowed(resource));
            }

            var quantity = group.Sum(item => (long)item.Quantity);
            var total = list.Total(resource.Id);
            if (group.Any(item => item.Quantity < 1) || quantity > total)
            {
                return (items, new BookingOutcome.NotThatMany(resource, (int)Math.Clamp(quantity, int.MinValue, int.MaxValue), total));
            }

            items.Add((resource, (int)quantity));
        }

        return (items, null);
    }

    /// <summary>Whether a time is one that can be booked.</summary>
    /// <param name="items">What is to be booked.</param>
    /// <param name="start">From when, in UTC.</param>
    /// <param name="end">Until when, in UTC.</param>
    /// <param name="role">What who books is. The limits of a resource do not hold for the librarian; days and hours do.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="startsAnew">Whether its beginning is new; where only the end is, it may have begun long ago.</param>
    /// <returns>Why not; null where it is.</returns>
    internal BookingOutcome? Refuses(IReadOnlyList<Resource> items, DateTimeOffset start, DateTimeOffset end, Role role, DateTimeOffset now, bool startsAnew = true)
    {
        if (end - start < settings.Shortest)
        {
            return new BookingOutcome.TooShort(settings.Shortest);
        }

        if (end <= now || (startsAnew && start < now - settings.StartedAtMost))
        {
            return new BookingOutcome.InPast();
        }

        if (end - start > settings.Longest)
        {
            return new BookingOutcome.TooLong(null, settings.Longest);
        }

        if (start > now + settings.FarthestAhead)
        {
            return new BookingOutcome.TooFarAhead(null, now + settings.FarthestAhead);
        }

        return items.Select(resource => CalendarOf(resource)).Distinct().Select(calendar => OutsideOf(calendar, start, end)).FirstOrDefault(refusal => refusal is not null)
            ?? (role == Role.Librarian ? null : items.Select(resource => LimitOf(resource, start, end, now, startsAnew)).FirstOrDefault(refusal => refusal is not null));
    }

    private BookingOutcome? OutsideOf(SchoolCalendar calendar, DateTimeOffset start, DateTimeOffset end)
    {
        // The end is no longer part of it: until midnight is that day.
        var (first, last) = (calendar.DateAt(start), calendar.DateAt(end.AddTicks(-1)));
        foreach (var date in new[] { first, last })
        {
            if (calendar.On(date) is SchoolDay.Closed closed)
            {
                return new BookingOutcome.Closed(closed, calendar.NextSchoolDay(date));
            }
        }

        return start < calendar.Beginning(first, settings.Earliest) || end > calendar.Ending(last, settings.Latest)
            ? new BookingOutcome.OutsideHours(settings.Earliest, settings.Latest)
            : null;
    }

    private static BookingOutcome? LimitOf(Resource resource, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now, bool startsAnew) =>
        resource.LongestMinutes is { } longest && end - start > TimeSpan.FromMinutes(longest) ? new BookingOutcome.TooLong(resource, TimeSpan.FromMinutes(longest))
        : startsAnew && resource.LeadMinutes > 0 && start < now.AddMinutes(resource.LeadMinutes) ? new BookingOutcome.TooSoon(resource, now.AddMinutes(resource.LeadMinutes))
        : startsAnew && resource.DaysAhead is { } days && start > now.AddDays(days) ? new BookingOutcome.TooFarAhead(resource, now.AddDays(days))
        : null;
}
