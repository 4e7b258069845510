namespace LibraryBot.Data.Equipment;

/// <summary>So many of a resource.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Quantity">How many; whatever somebody said, also zero or a million.</param>
public sealed record BookingItem(int ResourceId, int Quantity = 1);

/// <summary>From one instant to another.</summary>
/// <param name="Start">Its first instant, in UTC.</param>
/// <param name="End">The instant it ends, in UTC, no longer part of it.</param>
public sealed record BookingTime(DateTimeOffset Start, DateTimeOffset End);

/// <summary>What somebody wants to book, whole or not at all.</summary>
/// <param name="PersonId">Who is to have it.</param>
/// <param name="Items">What; the same resource twice is the sum of both.</param>
/// <param name="Start">Its first instant, in UTC.</param>
/// <param name="End">The instant it ends, in UTC.</param>
public sealed record BookingRequest(int PersonId, IReadOnlyList<BookingItem> Items, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Who books it on behalf of the person: a teacher, staff or the librarian. Null where the person does.</summary>
    public int? BookedById { get; init; }

    /// <summary>
    /// What makes the request the one and only, such as the id of the card whose button was pressed; at most 100 characters. A second request of the same key gives
    /// the booking of the first.
    /// </summary>
    public string? RequestKey { get; init; }

    /// <summary>What it is for, in their words; at most 500 characters are kept.</summary>
    public string? Purpose { get; init; }
}

/// <summary>What somebody wants to book several times.</summary>
/// <param name="PersonId">Who is to have it.</param>
/// <param name="Items">What, each time.</param>
/// <param name="Times">When; at most <see cref="MostTimes"/>.</param>
/// <param name="LeaveOut">Whether times at which it cannot be booked are left out; where not, one such time and nothing is booked.</param>
public sealed record SeriesRequest(int PersonId, IReadOnlyList<BookingItem> Items, IReadOnlyList<BookingTime> Times, bool LeaveOut)
{
    /// <summary>The most times of a series: a school year of days.</summary>
    public const int MostTimes = 200;

    /// <inheritdoc cref="BookingRequest.BookedById"/>
    public int? BookedById { get; init; }

    /// <inheritdoc cref="BookingRequest.RequestKey"/>
    public string? RequestKey { get; init; }

    /// <inheritdoc cref="BookingRequest.Purpose"/>
    public string? Purpose { get; init; }
}
