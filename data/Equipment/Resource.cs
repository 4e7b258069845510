using LibraryBot.Data.People;

namespace LibraryBot.Data.Equipment;

/// <summary>Something that can be booked by its name: Chromebooks, Cart A, the makerspace. How many there are of it stands in its <see cref="Stock"/>.</summary>
public sealed class Resource
{
    /// <summary>The database's own number.</summary>
    public int Id { get; set; }

    /// <summary>What identifies it from one import to the next, "cart-a"; unique.</summary>
    public required string Key { get; set; }

    /// <summary>What it is.</summary>
    public ResourceKind Kind { get; set; }

    /// <summary>Its name in English, as it is counted: "Chromebooks", "Cart A".</summary>
    public required string Name { get; set; }

    /// <summary>Its name in Spanish; null where it is the English one.</summary>
    public string? SpanishName { get; set; }

    /// <summary>What else people call it, in either language: "laptop", "carrito".</summary>
    public List<string> Synonyms { get; set; } = [];

    /// <summary>What it can stand in for: resources of one category are offered in place of each other. Null for none.</summary>
    public string? Category { get; set; }

    /// <summary>Where it is kept and collected, in English; null where nobody said.</summary>
    public string? Location { get; set; }

    /// <summary>Where it is kept, in Spanish; null where it is the English text.</summary>
    public string? SpanishLocation { get; set; }

    /// <summary>The school it belongs to, where a library serves several; null is the library's own. Its calendar holds for bookings.</summary>
    public string? School { get; set; }

    /// <summary>How many people a space has seats for; null where it is no space or nobody counted.</summary>
    public int? Seats { get; set; }

    /// <summary>Who may book it. The librarian always may.</summary>
    public List<Role> Roles { get; set; } = [Role.Teacher, Role.Staff];

    /// <summary>Whether a librarian has to approve a booking. Until then it is kept for who asked.</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>How long before its start a booking has to be made, in minutes.</summary>
    public int LeadMinutes { get; set; }

    /// <summary>The longest booking, in minutes; null where only the general limit of a year holds.</summary>
    public int? LongestMinutes { get; set; }

    /// <summary>How many units one person may have at one time; null for all there are.</summary>
    public int? MostAtOnce { get; set; }

    /// <summary>How long before a booking it has to be free, to be made ready, in minutes.</summary>
    public int BufferBeforeMinutes { get; set; }

    /// <summary>How long after a booking it is not free yet, to be put away and charged, in minutes.</summary>
    public int BufferAfterMinutes { get; set; }

    /// <summary>How many days ahead it may be booked at most; null where only the general limit holds.</summary>
    public int? DaysAhead { get; set; }

    /// <summary>When the library gave it up, in UTC; null while it can be booked.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>Whether it is made of parts and is booked with all of them.</summary>
    public bool IsContainer => Kind is ResourceKind.Cart or ResourceKind.Kit;

    /// <summary>Its name in a language.</summary>
    /// <param name="language">"en" or "es".</param>
    public string NameIn(string language) => language == "es" ? SpanishName ?? Name : Name;

    /// <summary>Where it is kept, in a language; null where nobody said.</summary>
    /// <param name="language">"en" or "es".</param>
    public string? LocationIn(string language) => language == "es" ? SpanishLocation ?? Location : Location;

    // What a booking takes of it, with the time to make ready and to put away.
    internal (DateTimeOffset From, DateTimeOffset Until) Window(DateTimeOffset start, DateTimeOffset end) =>
        (start.AddMinutes(-BufferBeforeMinutes), end.AddMinutes(BufferAfterMinutes));
}

/// <summary>What a resource is. Stored by name.</summary>
public enum ResourceKind
{
    /// <summary>Units of which one is as good as another: Chromebooks, microphones.</summary>
    Units,

    /// <summary>One thing: the document camera.</summary>
    Asset,

    /// <summary>A cart: booked with all that is in it.</summary>
    Cart,

    /// <summary>A kit: booked with all its parts.</summary>
    Kit,

    /// <summary>A space: the makerspace.</summary>
    Space,
}
