using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Says where a title stands and whether it is in, in the current culture.</summary>
internal sealed class Standing(LibraryProfile profile, OpeningTimes times)
{
    /// <summary>In one line: "In now: Graphic novels, GN PIL", "Out, due back Tuesday, March 3: Fiction, FIC PAU".</summary>
    public string Line(Title title)
    {
        var copies = title.Copies;
        var available = copies.Where(copy => copy.Status == CopyStatus.Available).ToList();
        if (available.Count > 0)
        {
            return available.Count == 1
                ? Words.Of(RecommendationStrings.StandingIn, Place(title, available[0]))
                : Words.Of(RecommendationStrings.StandingInMany, available.Count, Place(title, available[0]));
        }

        if (First(CopyStatus.LibraryUseOnly) is { } here)
        {
            return Words.Of(RecommendationStrings.StandingHere, Place(title, here));
        }

        var lent = copies.Where(copy => copy.Status == CopyStatus.CheckedOut).OrderBy(copy => copy.DueOn ?? DateOnly.MaxValue).FirstOrDefault();
        if (lent is not null)
        {
            return lent.DueOn is not { } due ? Words.Of(RecommendationStrings.StandingOut, Place(title, lent))
                : due < times.Today ? Words.Of(RecommendationStrings.StandingOverdue, Words.Day(due), Place(title, lent))
                : Words.Of(RecommendationStrings.StandingDue, Words.Day(due), Place(title, lent));
        }

        return First(CopyStatus.OnHoldShelf) is not null ? RecommendationStrings.StandingOnHold
            : First(CopyStatus.InProcess) is not null ? RecommendationStrings.StandingInProcess
            : First(CopyStatus.OnOrder) is not null ? RecommendationStrings.StandingOnOrder
            : First(CopyStatus.InTransit) is not null ? RecommendationStrings.StandingInTransit
            : First(CopyStatus.InRepair) is not null ? RecommendationStrings.StandingInRepair
            : title.Link is not null ? RecommendationStrings.StandingOnline
            : RecommendationStrings.StandingNone;

        Copy? First(CopyStatus status) => copies.FirstOrDefault(copy => copy.Status == status);
    }

    /// <summary>How many copies are in.</summary>
    public static int Available(Title title) => title.Copies.Count(copy => copy.Status == CopyStatus.Available);

    /// <summary>Where the copy that is in stands, "Fiction, FIC PAU".</summary>
    public string PlaceIn(Title title) => Place(title, title.Copies.First(copy => copy.Status == CopyStatus.Available));

    /// <summary>How to find the shelf, in the school's own words; null where the school gave none.</summary>
    public string? Way(Title title) =>
        Best(title)?.Location is { } location && profile.Shelves.TryGetValue(location, out var way) ? way.Here() : null;

    private string Place(Title title, Copy copy) => PlaceOf(profile, title, copy);

    /// <summary>Where a copy stands, "Fiction, FIC PAU".</summary>
    // The school describes a shelf by its name, a comma, and the way to it; the name is what fits in a line.
    public static string PlaceOf(LibraryProfile profile, Title title, Copy copy)
    {
        var shelf = copy.Location is { } location && profile.Shelves.TryGetValue(location, out var way) ? way.Here().Split(',')[0] : copy.Location;
        var place = new[] { copy.Branch, shelf, copy.CallNumber ?? title.CallNumber }.Where(part => !string.IsNullOrWhiteSpace(part));
        return string.Join(", ", place) is { Length: > 0 } known ? known : RecommendationStrings.AskAtTheDesk;
    }

    private static Copy? Best(Title title) => title.Copies.OrderBy(copy => copy.Status).FirstOrDefault(copy => copy.Location is not null);
}
