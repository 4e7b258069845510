namespace LibraryBot.Data.Calendar;

/// <summary>
/// Times on a school's wall clock as instants, right across changes of the clock: an hour that comes twice begins with the first and ends
/// with the second, one that is skipped counts from where the clock lands.
/// </summary>
internal static class WallClock
{
    /// <summary>The instant at which something begins, with the school's offset.</summary>
    public static DateTimeOffset Beginning(this TimeZoneInfo zone, DateTime wall) => zone.At(wall, first: true);

    /// <summary>The instant at which something ends, with the school's offset.</summary>
    public static DateTimeOffset Ending(this TimeZoneInfo zone, DateTime wall) => zone.At(wall, first: false);

    /// <summary>What the wall clock shows.</summary>
    public static DateTime WallTime(this TimeZoneInfo zone, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    private static DateTimeOffset At(this TimeZoneInfo zone, DateTime wall, bool first)
    {
        if (zone.IsAmbiguousTime(wall))
        {
            // The larger offset from UTC is the earlier instant.
            var offsets = zone.GetAmbiguousTimeOffsets(wall);
            return new DateTimeOffset(wall, first ? offsets.Max() : offsets.Min());
        }

        // In a skipped hour the offset from before the change, turned into the one after it, lands as a clock put forward does.
        var offset = zone.IsInvalidTime(wall) ? zone.GetUtcOffset(wall.AddHours(-3)) : zone.GetUtcOffset(wall);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(wall, offset), zone);
    }
}
