using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Writes bookings as iCalendar files (RFC 5545), for whoever has a booking's token.</summary>
public sealed class BookingCalendar
{
    private readonly IDbContextFactory<LibraryContext> _factory;
    private readonly FreeEquipment _equipment;
    private readonly EquipmentWords _words;
    private readonly BookingRules _rules;

    internal BookingCalendar(IDbContextFactory<LibraryContext> factory, FreeEquipment equipment, EquipmentWords words, BookingRules rules) =>
        (_factory, _equipment, _words, _rules) = (factory, equipment, words, rules);

    /// <summary>The file of a booking, in the current culture: what, when on the school's clock, and where to collect it; no names.</summary>
    /// <param name="token">What somebody says the booking's token is; any text.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The file; null where there is no such booking. One that was cancelled, declined or missed says so, that calendars take it out.</returns>
    public async Task<string?> FileAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > 40)
        {
            return null;
        }

        await using var context = await _factory.CreateDbContextAsync(cancellationToken);
        var booking = await context.Bookings.AsNoTracking().Include(each => each.Lines).Include(each => each.History).AsSplitQuery()
            .SingleOrDefaultAsync(each => each.Token == token, cancellationToken);
        // A database may hold texts equal that are not.
        if (booking is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(booking.Token), Encoding.UTF8.GetBytes(token)))
        {
            return null;
        }

        return Write(booking, await _equipment.ListAsync(cancellationToken));
    }

    private string Write(Booking booking, EquipmentList list)
    {
        var zone = _rules.CalendarOf(null).Zone;
        var items = EquipmentCards.Items(booking);
        var changed = booking.History.Select(step => step.At).DefaultIfEmpty(booking.CreatedAt).Max();
        var calendar = new Ical.Net.Calendar { Method = CalendarMethods.Publish, ProductId = "-//LibraryBot//LibraryBot//EN" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Id, booking.Start.UtcDateTime.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"booking-{booking.Id}@librarybot"),
            Summary = EquipmentWords.What(list, items),
            Location = string.Join("; ", _words.Where(list, items)),
            Start = Local(booking.Start),
            End = Local(booking.End),
            DtStamp = Utc(changed),
            LastModified = Utc(changed),
            Sequence = Math.Max(0, booking.History.Count - 1),
            Status = !booking.IsActive && booking.Status != BookingStatus.Returned ? EventStatus.Cancelled
                : booking.Status == BookingStatus.Requested ? EventStatus.Tentative
                : EventStatus.Confirmed,
        });
        return new CalendarSerializer().SerializeToString(calendar)!;

        CalDateTime Local(DateTimeOffset at) => new(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(at, zone).DateTime, DateTimeKind.Unspecified), zone.Id);
    }

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, "UTC");
}
