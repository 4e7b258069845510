using System.Text.RegularExpressions;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Works out what things, and how many, a booking is to have.</summary>
internal static partial class ChangedItems
{
    /// <summary>The things after a change.</summary>
    /// <param name="current">What is booked, or is about to be.</param>
    /// <param name="said">The things that were named.</param>
    /// <param name="text">The sentence without its times.</param>
    /// <param name="list">All there is.</param>
    /// <returns>What it is to have, or what is to be asked.</returns>
    public static (IReadOnlyList<BookingItem> Items, string? Question) Of(Offer current, SaidEquipment said, string text, EquipmentList list)
    {
        var plain = Phrases.Plain(text);
        var items = current.Items.ToList();
        foreach (var thing in said.Things)
        {
            var at = items.FindIndex(item => thing.Resources.Any(resource => resource.Id == item.ResourceId));
            if (at < 0 && thing.Resources.Count > 1)
            {
                return (items, Words.Of(EquipmentStrings.WhichOfThese, Words.Choice(thing.Resources.Select(EquipmentWords.Name))));
            }

            if (at >= 0 && Without().IsMatch(plain) && thing.Quantity is null)
            {
                items.RemoveAt(at);
            }
            else if (at >= 0)
            {
                items[at] = items[at] with { Quantity = thing.Quantity is { } quantity ? Relative(plain, items[at].Quantity, quantity) : items[at].Quantity };
            }
            else
            {
                Put(items, thing, text, list);
            }
        }

        if (items.Count == 0)
        {
            return (current.Items, EquipmentStrings.AskChange);
        }

        var numbers = EquipmentReader.Numbers(text);
        if (numbers.Count == 0 || said.Things.Any(thing => thing.Quantity is not null))
        {
            return (items, null);
        }

        var counted = items.FindAll(item => list.Resources.GetValueOrDefault(item.ResourceId)?.Kind == ResourceKind.Units);
        var meant = counted.Count == 1 ? counted[0] : items.Count == 1 ? items[0] : null;
        if (meant is null)
        {
            return (items, Words.Of(EquipmentStrings.WhichOfThese, Words.Choice(items.Select(item => list.Resources.GetValueOrDefault(item.ResourceId)).OfType<Resource>().Select(EquipmentWords.Name))));
        }

        // "20 instead of 15", but "from 15 to 20".
        var number = InsteadOf().IsMatch(plain) ? numbers[0] : numbers[^1];
        items[items.IndexOf(meant)] = meant with { Quantity = Relative(plain, meant.Quantity, number) };
        return (items, null);
    }

    private static void Put(List<BookingItem> items, SaidThing thing, string text, EquipmentList list)
    {
        var resource = thing.Resources[0];
        var like = items.FindIndex(item => list.Resources.GetValueOrDefault(item.ResourceId) is { } other && other.Kind == resource.Kind && other.Category is not null && other.Category == resource.Category);
        var replaced = BookingChangeReader.IsMore(text) ? -1 : like >= 0 ? like : items.Count == 1 ? 0 : -1;
        var quantity = resource.Kind != ResourceKind.Units ? 1 : thing.Quantity ?? (replaced >= 0 ? items[replaced].Quantity : 1);
        if (replaced >= 0)
        {
            items[replaced] = new BookingItem(resource.Id, quantity);
        }
        else
        {
            items.Add(new BookingItem(resource.Id, quantity));
        }
    }

    private static int Relative(string plain, int has, int said) =>
        (int)Math.Clamp(More().IsMatch(plain) ? (long)has + said : Fewer().IsMatch(plain) ? (long)has - said : said, int.MinValue, int.MaxValue);

    [GeneratedRegex(@"\b(?:without|remove|drop|take off|sin|quita\w*|elimina\w*)\b")]
    private static partial Regex Without();

    [GeneratedRegex(@"\b(?:instead of|rather than|en vez de|en lugar de)\b")]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"\d+ (?:more|extra|additional|mas)\b|\b(?:add|agrega\w*|anade\w*|suma\w*) \d+")]
    private static partial Regex More();

    [GeneratedRegex(@"\d+ (?:fewer|less|menos)\b|\b(?:remove|drop|quita\w*) \d+")]
    private static partial Regex Fewer();
}
