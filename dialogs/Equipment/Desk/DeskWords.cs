using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>Bookings as a librarian reads them: with whose they are.</summary>
internal sealed class DeskWords(IDbContextFactory<LibraryContext> factory, FreeEquipment equipment, EquipmentWords words, BookingRules rules)
{
    /// <summary>The beginning or end of a closure: "Friday, March 6, 10:00 AM"; "the morning of Friday, March 6" where that is its midnight, which a clock time would leave in doubt.</summary>
    public string Edge(DateTimeOffset at) => rules.CalendarOf(null).Beginning(words.DayOf(at), TimeOnly.MinValue) == at
        ? Words.Of(DeskStrings.Morning, Words.Day(words.DayOf(at)))
        : Words.Of(DeskStrings.At, words.Moment(at));

    /// <summary>What is booked, by its name.</summary>
    public async Task<string> WhatAsync(Booking booking, CancellationToken cancellationToken) =>
        EquipmentWords.What(await equipment.ListAsync(cancellationToken), EquipmentCards.Items(booking));

    /// <summary>"Ms. Lee: 15 Chromebooks, Wednesday, March 4, period 3 (10:05 AM to 10:55 AM)".</summary>
    public async Task<string> SummaryAsync(Booking booking, CancellationToken cancellationToken) => Words.Of(
        DeskStrings.Summary, (await NamesAsync([booking], cancellationToken)).GetValueOrDefault(booking.PersonId), await WhatAsync(booking, cancellationToken), words.When(booking.Start, booking.End));

    /// <summary>Bookings as entries of a card.</summary>
    public async Task<IReadOnlyList<DeskEntry>> EntriesAsync(IReadOnlyList<Booking> bookings, Func<Booking, string, IReadOnlyList<AdaptiveCards.AdaptiveSubmitAction>> buttons, CancellationToken cancellationToken)
    {
        var list = await equipment.ListAsync(cancellationToken);
        var names = await NamesAsync(bookings, cancellationToken);
        return [.. bookings.Select(booking =>
        {
            var what = EquipmentWords.What(list, EquipmentCards.Items(booking));
            var name = names.GetValueOrDefault(booking.PersonId) ?? "";
            List<string> lines = [name, words.When(booking.Start, booking.End)];
            if (!string.IsNullOrWhiteSpace(booking.Purpose))
            {
                lines.Add(booking.Purpose);
            }

            return new DeskEntry(what, lines, buttons(booking, Words.Of(DeskStrings.Summary, name, what, words.When(booking.Start, booking.End))));
        })];
    }

    /// <summary>How people are addressed.</summary>
    public async Task<IReadOnlyDictionary<int, string>> NamesAsync(IReadOnlyList<Booking> bookings, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var ids = bookings.Select(booking => booking.PersonId).Distinct().ToList();
        return await context.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
    }
}
