using AdaptiveCards;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>What a button books.</summary>
/// <param name="Items">What.</param>
/// <param name="Start">From when, in UTC.</param>
/// <param name="End">Until when, in UTC.</param>
/// <param name="PersonId">Who asked: nobody else books with it.</param>
/// <param name="Key">What makes its card's booking the one and only.</param>
internal sealed record Offer(IReadOnlyList<BookingItem> Items, DateTimeOffset Start, DateTimeOffset End, int PersonId, string Key)
{
    /// <summary>The same, otherwise.</summary>
    public Offer With(Alternative other) => this with { Items = other.Items, Start = other.Start, End = other.End };
}

/// <summary>The buttons of this capability's cards. Each carries all that it needs, in whole minutes and numbers.</summary>
internal static class EquipmentButtons
{
    /// <summary>Book.</summary>
    public const string Book = "book";

    /// <summary>Show for confirmation.</summary>
    public const string Choose = "choose";

    /// <summary>Give up a booking.</summary>
    public const string Cancel = "cancel";

    /// <summary>Take what is kept for who waited.</summary>
    public const string Take = "take";

    /// <summary>The name under which a button carries a booking's or a place's number.</summary>
    public const string Number = "number";

    private const long MinutesAtMost = int.MaxValue;

    /// <summary>A button for an offer.</summary>
    public static AdaptiveSubmitAction For(Offer offer, string verb, string text, string? label = null) => CardTap.Button(text, label, nameof(Equipment), verb, new JObject
    {
        ["items"] = new JArray(offer.Items.Select(item => item.ResourceId)),
        ["quantities"] = new JArray(offer.Items.Select(item => item.Quantity)),
        ["from"] = Minutes(offer.Start),
        ["until"] = Minutes(offer.End),
        ["person"] = offer.PersonId,
        ["key"] = offer.Key,
    });

    /// <summary>A button about a booking or a place on a waiting list.</summary>
    public static AdaptiveSubmitAction About(int number, string verb, string text, string? label) =>
        CardTap.Button(text, label, nameof(Equipment), verb, new JObject { [Number] = number });

    /// <summary>What a button books; null where it makes no sense.</summary>
    public static Offer? Read(CardTap tap)
    {
        var (items, quantities) = (tap.Ids("items", BookingRules.MostItems), tap.Ids("quantities", BookingRules.MostItems));
        return items.Count > 0 && items.Count == quantities.Count && tap.Id("from") is { } from && tap.Id("until") is { } until
            && tap.Id("person") is { } person && tap.Text("key", 100) is { } key
            ? new Offer([.. items.Zip(quantities, (item, quantity) => new BookingItem(item, quantity))], At(from), At(until), person, key)
            : null;
    }

    private static int Minutes(DateTimeOffset at) => (int)Math.Min(at.ToUnixTimeSeconds() / 60, MinutesAtMost);

    private static DateTimeOffset At(int minutes) => DateTimeOffset.FromUnixTimeSeconds(minutes * 60L);
}
