namespace LibraryBot.Data.Equipment;

/// <summary>What holds for all bookings, and which messages are sent about them. The host reads it from the section <c>Equipment</c>.</summary>
public sealed class EquipmentSettings
{
    /// <summary>The shortest booking. From 1 minute to 1 day; 5 minutes by default.</summary>
    public TimeSpan Shortest { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest booking of anything. From 1 to 366 days; 366 days by default.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromDays(366);

    /// <summary>How far ahead anything may be booked. From 1 to 800 days; 400 days by default.</summary>
    public TimeSpan FarthestAhead { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How long after its start a period may still be booked from its start, so that "now" works. Up to 12 hours; 1 hour by default.</summary>
    public TimeSpan StartedAtMost { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The earliest a booking may begin, on the school's wall clock; 06:00 by default.</summary>
    public TimeOnly Earliest { get; set; } = new(6, 0);

    /// <summary>The latest a booking may end, on the school's wall clock; after <see cref="Earliest"/>; 22:00 by default.</summary>
    public TimeOnly Latest { get; set; } = new(22, 0);

    /// <summary>How long before its start somebody is reminded of a booking; 1 hour by default, zero for never.</summary>
    public TimeSpan RemindBeforePickUp { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long before its end somebody is reminded to bring it back; 10 minutes by default, zero for never.</summary>
    public TimeSpan RemindBeforeReturn { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after its end somebody is told that it is still out; 30 minutes by default, zero for never.</summary>
    public TimeSpan TellOverdueAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether somebody is told that a librarian approved or declined; true by default.</summary>
    public bool TellDecisions { get; set; } = true;

    /// <summary>Whether those are told whose booking cannot be met because something was closed; true by default.</summary>
    public bool TellClosures { get; set; } = true;

    /// <summary>How long what came free is kept for the first of a waiting list. From 1 minute to 7 days; 2 hours by default.</summary>
    public TimeSpan KeepOffer { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long before its start something may be picked up. Up to 7 days; 1 hour by default.</summary>
    public TimeSpan PickUpEarly { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long after its start a booking that nobody came for is given away; spaces are not, for nobody collects them. Up to 1 day; zero, the default, for never: a
    /// library that does not check out what it hands out would take it from a class that has it.
    /// </summary>
    public TimeSpan NoShowAfter { get; set; } = TimeSpan.Zero;

    /// <summary>Refuses what cannot be used.</summary>
    /// <returns>Itself.</returns>
    /// <exception cref="InvalidOperationException">A setting is out of its range; the message says which and what it may be.</exception>
    public EquipmentSettings Check()
    {
        Between(nameof(Shortest), Shortest, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        Between(nameof(Longest), Longest, TimeSpan.FromDays(1), TimeSpan.FromDays(366));
        Between(nameof(FarthestAhead), FarthestAhead, TimeSpan.FromDays(1), TimeSpan.FromDays(800));
        Between(nameof(StartedAtMost), StartedAtMost, TimeSpan.Zero, TimeSpan.FromHours(12));
        Between(nameof(RemindBeforePickUp), RemindBeforePickUp, TimeSpan.Zero, TimeSpan.FromDays(30));
        Between(nameof(RemindBeforeReturn), RemindBeforeReturn, TimeSpan.Zero, TimeSpan.FromDays(30));
        Between(nameof(TellOverdueAfter), TellOverdueAfter, TimeSpan.Zero, TimeSpan.FromDays(30));
        Between(nameof(KeepOffer), KeepOffer, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));
        Between(nameof(PickUpEarly), PickUpEarly, TimeSpan.Zero, TimeSpan.FromDays(7));
        Between(nameof(NoShowAfter), NoShowAfter, TimeSpan.Zero, TimeSpan.FromDays(1));
        return Earliest < Latest ? this
            : throw new InvalidOperationException($"Equipment:Latest is {Latest:HH:mm}. It has to be after Equipment:Earliest, {Earliest:HH:mm}.");
    }

    private static void Between(string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            throw new InvalidOperationException($"Equipment:{name} is {value:c}. It can be from {least:c} to {most:c}.");
        }
    }
}
