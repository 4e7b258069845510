using LibraryBot.Data.Calendar;

namespace LibraryBot.Data.Equipment;

/// <summary>What became of booking, changing or extending something. But for <see cref="Booked"/> nothing was changed.</summary>
public abstract record BookingOutcome
{
    private BookingOutcome()
    {
    }

    /// <summary>It is booked, or asked for where its status is <see cref="BookingStatus.Requested"/>.</summary>
    /// <param name="Booking">The booking with its lines and their claims.</param>
    /// <param name="Again">Whether it was there already: a request of the same key came before.</param>
    public sealed record Booked(Booking Booking, bool Again = false) : BookingOutcome;

    /// <summary>Not everything is free then.</summary>
    /// <param name="Shortages">What is not.</param>
    /// <param name="FreeAt">When all of it will next be free for so long, in UTC; null where not within two weeks.</param>
    /// <param name="Alternatives">Up to three, the nearest first; each can be booked as it stands.</param>
    public sealed record Taken(IReadOnlyList<Shortage> Shortages, DateTimeOffset? FreeAt, IReadOnlyList<Alternative> Alternatives) : BookingOutcome;

    /// <summary>The person may not book that, or not on behalf of somebody.</summary>
    /// <param name="Resource">What they may not book; null where it is not about one thing: they are not on the roster, or may not book for others.</param>
    public sealed record NotAllowed(Resource? Resource) : BookingOutcome;

    /// <summary>There is no such resource, or no longer.</summary>
    /// <param name="ResourceId">What was asked for.</param>
    public sealed record NoSuchResource(int ResourceId) : BookingOutcome;

    /// <summary>Nothing was asked for, or more than <see cref="BookingRules.MostItems"/> different things at once.</summary>
    public sealed record NothingToBook : BookingOutcome;

    /// <summary>There are never so many, or it is no number of things.</summary>
    /// <param name="Resource">Of what.</param>
    /// <param name="Asked">How many were asked for: zero, less, or more than there are.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record NotThatMany(Resource Resource, int Asked, int Total) : BookingOutcome;

    /// <summary>One person may not have so many at one time.</summary>
    /// <param name="Resource">Of what.</param>
    /// <param name="Most">How many they may.</param>
    /// <param name="Has">How many they have at that time already.</param>
    public sealed record TooMany(Resource Resource, int Most, int Has) : BookingOutcome;

    /// <summary>It is over, or has been going on for too long.</summary>
    public sealed record InPast : BookingOutcome;

    /// <summary>The end is not after the beginning, or too soon after it.</summary>
    /// <param name="Shortest">The shortest booking.</param>
    public sealed record TooShort(TimeSpan Shortest) : BookingOutcome;

    /// <summary>It is longer than is allowed.</summary>
    /// <param name="Resource">Of what; null where it is longer than anything may be booked.</param>
    /// <param name="Longest">The longest booking.</param>
    public sealed record TooLong(Resource? Resource, TimeSpan Longest) : BookingOutcome;

    /// <summary>It has to be booked earlier.</summary>
    /// <param name="Resource">What.</param>
    /// <param name="EarliestStart">The earliest it may begin when booked now, in UTC.</param>
    public sealed record TooSoon(Resource Resource, DateTimeOffset EarliestStart) : BookingOutcome;

    /// <summary>It is too far ahead.</summary>
    /// <param name="Resource">What; null where nothing may be booked so far ahead.</param>
    /// <param name="LatestStart">The latest it may begin when booked now, in UTC.</param>
    public sealed record TooFarAhead(Resource? Resource, DateTimeOffset LatestStart) : BookingOutcome;

    /// <summary>There is no school on the day it begins or ends.</summary>
    /// <param name="Day">The day, with the reason the school gave.</param>
    /// <param name="NextSchoolDay">The first school day after it; null where none is known within a year.</param>
    public sealed record Closed(SchoolDay.Closed Day, DateOnly? NextSchoolDay) : BookingOutcome;

    /// <summary>It begins before anybody is there or ends after everybody left.</summary>
    /// <param name="Earliest">The earliest, on the school's wall clock.</param>
    /// <param name="Latest">The latest, on the school's wall clock.</param>
    public sealed record OutsideHours(TimeOnly Earliest, TimeOnly Latest) : BookingOutcome;

    /// <summary>There is no such booking, or it is none of theirs: who asks is told no more.</summary>
    public sealed record NoSuchBooking : BookingOutcome;

    /// <summary>The booking is no longer where this can be done with it.</summary>
    /// <param name="Booking">The booking as it stands.</param>
    public sealed record NotNow(Booking Booking) : BookingOutcome;
}

/// <summary>Of what there are not enough.</summary>
/// <param name="Resource">Of what.</param>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Free">How many are free through all of the time.</param>
/// <param name="Until">Until when the lack lasts: so many are free from then on for so long, in UTC. Null where not within two weeks.</param>
public sealed record Shortage(Resource Resource, int Asked, int Free, DateTimeOffset? Until);

/// <summary>What could be booked instead.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Items">What.</param>
/// <param name="Start">From when, in UTC.</param>
/// <param name="End">Until when, in UTC.</param>
public sealed record Alternative(AlternativeKind Kind, IReadOnlyList<BookingItem> Items, DateTimeOffset Start, DateTimeOffset End);

/// <summary>How an alternative differs from what was asked for.</summary>
public enum AlternativeKind
{
    /// <summary>The same at the same time, of another kind: Cart B.</summary>
    OtherResource,

    /// <summary>As many as there are at the same time.</summary>
    Fewer,

    /// <summary>The same at another time.</summary>
    OtherTime,
}

/// <summary>What became of booking a series.</summary>
public abstract record SeriesOutcome
{
    private SeriesOutcome()
    {
    }

    /// <summary>It is booked, but for the times left out.</summary>
    /// <param name="Series">The series with its bookings and exceptions.</param>
    /// <param name="LeftOut">The times that could not be booked, and why; where a series of this key was there before, none are given here.</param>
    /// <param name="Again">Whether it was there already: a request of the same key came before.</param>
    public sealed record Booked(BookingSeries Series, IReadOnlyList<LeftOutTime> LeftOut, bool Again = false) : SeriesOutcome;

    /// <summary>Nothing is booked, since some times cannot be.</summary>
    /// <param name="LeftOut">Those times, and why.</param>
    /// <param name="Possible">How many times could be booked.</param>
    public sealed record SomeImpossible(IReadOnlyList<LeftOutTime> LeftOut, int Possible) : SeriesOutcome;

    /// <summary>Nothing is booked, whatever the time.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(BookingOutcome Why) : SeriesOutcome;

    /// <summary>No times, or more than <see cref="SeriesRequest.MostTimes"/>, or times that overlap each other.</summary>
    public sealed record BadTimes : SeriesOutcome;
}

/// <summary>A time of a series that cannot be booked.</summary>
/// <param name="Time">The time.</param>
/// <param name="Why">Why not; where something is taken, without alternatives.</param>
public sealed record LeftOutTime(BookingTime Time, BookingOutcome Why);

/// <summary>What became of cancelling.</summary>
public abstract record CancelBookingOutcome
{
    private CancelBookingOutcome()
    {
    }

    /// <summary>They are cancelled.</summary>
    /// <param name="Bookings">Those that were.</param>
    public sealed record Cancelled(IReadOnlyList<Booking> Bookings) : CancelBookingOutcome;

    /// <summary>There is no such booking, or it is none of theirs.</summary>
    public sealed record NoSuchBooking : CancelBookingOutcome;

    /// <summary>It is over, out, or cancelled already.</summary>
    /// <param name="Booking">The booking as it stands.</param>
    public sealed record NotNow(Booking Booking) : CancelBookingOutcome;
}
