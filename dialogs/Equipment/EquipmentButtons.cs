using AdaptiveCards;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Equipment;

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

    /// <summary>Give up a booking of a series and all after it.</summary>
    public const string CancelRest = "cancel-rest";

    /// <summary>Give up the bookings that are listed.</summary>
    public const string CancelAll = "cancel-all";

    /// <summary>Change this booking as was said.</summary>
    public const string Change = "change";

    /// <summary>Join the waiting list.</summary>
    public const string Wait = "wait";

    /// <summary>Leave the waiting list.</summary>
    public const string Leave = "leave";

    /// <summary>The name under which a button carries a booking's or a place's number.</summary>
    public const string Number = "number";

    /// <summary>The name under which a button carries the numbers of several bookings.</summary>
    public const string Numbers = "numbers";

    /// <summary>The name under which a button carries what was said.</summary>
    public const string Said = "said";

    /// <summary>The name under which a button says that what cannot be booked is left out.</summary>
    public const string LeaveOut = "leaveOut";

    private const long MinutesAtMost = int.MaxValue;

    /// <summary>A button for an offer.</summary>
    public static AdaptiveSubmitAction For(Offer offer, string verb, string text, string? label = null, bool leaveOut = false)
    {
        var data = new JObject
        {
            ["items"] = new JArray(offer.Items.Select(item => item.ResourceId)),
            ["quantities"] = new JArray(offer.Items.Select(item => item.Quantity)),
            ["from"] = Minutes(offer.Start),
            ["until"] = Minutes(offer.End),
            ["person"] = offer.PersonId,
            ["key"] = offer.Key,
        };
        Add("booking", offer.BookingId);
        Add("for", offer.ForId);
        Add(LeaveOut, leaveOut ? 1 : null);
        if (offer.Series is { } series)
        {
            Add("at", Minutes(series.At));
            (data[Said], data["language"]) = (series.Text, series.Language);
        }

        return CardTap.Button(text, label, nameof(Equipment), verb, data);

        void Add(string name, int? value)
        {
            if (value is not null)
            {
                data[name] = value;
            }
        }
    }

    /// <summary>A button about a booking or a place on a waiting list.</summary>
    public static AdaptiveSubmitAction About(int number, string verb, string text, string? label) =>
        CardTap.Button(text, label, nameof(Equipment), verb, new JObject { [Number] = number });

    /// <summary>A button that changes a booking as was said.</summary>
    public static AdaptiveSubmitAction ForChange(int number, string said, string text) =>
        CardTap.Button(text, null, nameof(Equipment), Change, new JObject { [Number] = number, [Said] = said.Length > SaidTimes.LongestText ? said[..SaidTimes.LongestText] : said });

    /// <summary>A button that gives up several bookings.</summary>
    public static AdaptiveSubmitAction ForAll(IEnumerable<int> numbers, string text) =>
        CardTap.Button(text, null, nameof(Equipment), CancelAll, new JObject { [Numbers] = new JArray(numbers) });

    /// <summary>What a button books; null where it makes no sense.</summary>
    public static Offer? Read(CardTap tap)
    {
        var (items, quantities) = (tap.Ids("items", BookingRules.MostItems), tap.Ids("quantities", BookingRules.MostItems));
        return items.Count > 0 && items.Count == quantities.Count && tap.Id("from") is { } from && tap.Id("until") is { } until
            && tap.Id("person") is { } person && tap.Text("key", 100) is { } key
            ? new Offer([.. items.Zip(quantities, (item, quantity) => new BookingItem(item, quantity))], At(from), At(until), person, key)
            {
                BookingId = tap.Id("booking"),
                ForId = tap.Id("for"),
                Series = tap.Text(Said, SaidTimes.LongestText) is { } said && tap.Id("at") is { } at ? new SaidTimes(said, At(at), tap.Text("language", 2) ?? "en") : null,
            }
            : null;
    }

    /// <summary>A moment as buttons carry it: whole minutes.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => At(Minutes(at));

    private static int Minutes(DateTimeOffset at) => (int)Math.Min(at.ToUnixTimeSeconds() / 60, MinutesAtMost);

    private static DateTimeOffset At(int minutes) => DateTimeOffset.FromUnixTimeSeconds(minutes * 60L);
}
