using LibraryBot.Data.Equipment;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>What a button books.</summary>
/// <param name="Items">What.</param>
/// <param name="Start">From when, in UTC.</param>
/// <param name="End">Until when, in UTC.</param>
/// <param name="PersonId">Who asked: nobody else books with it.</param>
/// <param name="Key">What makes its card's booking the one and only.</param>
internal sealed record Offer(IReadOnlyList<BookingItem> Items, DateTimeOffset Start, DateTimeOffset End, int PersonId, string Key)
{
    /// <summary>The booking that is to become this; null where it is to be a new one.</summary>
    public int? BookingId { get; init; }

    /// <summary>Whom it is for, where it is booked on behalf of somebody; null where it is for who asked.</summary>
    public int? ForId { get; init; }

    /// <summary>All times, as they were said, where it is a series of which <see cref="Start"/> and <see cref="End"/> are the first; null for one time.</summary>
    public SaidTimes? Series { get; init; }

    /// <summary>The same, otherwise.</summary>
    public Offer With(Alternative other) => this with { Items = other.Items, Start = other.Start, End = other.End };

    /// <summary>What the desk is asked for.</summary>
    public BookingRequest Request => new(ForId ?? PersonId, Items, Start, End) { BookedById = ForId is null ? null : PersonId, RequestKey = Key };

    /// <summary>A booking as it stands, to be changed.</summary>
    public static Offer Of(Booking booking, int personId) =>
        new(EquipmentCards.Items(booking), booking.Start, booking.End, personId, NewKey()) { BookingId = booking.Id, ForId = booking.PersonId == personId ? null : booking.PersonId };

    /// <summary>A key of its own.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");
}

/// <summary>Times as they were said. A button carries the words, for two hundred times would not fit.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="At">When it was said, in UTC and whole minutes.</param>
/// <param name="Language">The language it was said in.</param>
internal sealed record SaidTimes(string Text, DateTimeOffset At, string Language)
{
    /// <summary>The longest sentence a button carries.</summary>
    public const int LongestText = 500;
}
