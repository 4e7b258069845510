using AdaptiveCards;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>The buttons about lists. Each carries all it needs; whether somebody may, is asked when it is pressed.</summary>
internal static class ShelfButtons
{
    /// <summary>Put a title on one's own list.</summary>
    public const string Add = "add";

    /// <summary>Take a title off one's own list.</summary>
    public const string Remove = "remove";

    /// <summary>See a list, or more of it.</summary>
    public const string Show = "show";

    /// <summary>Share one's own list.</summary>
    public const string Share = "share";

    /// <summary>Take its code back.</summary>
    public const string StopSharing = "stop-sharing";

    /// <summary>Do away with one of the library's lists.</summary>
    public const string Delete = "delete";

    /// <summary>The name under which a button carries a title's number.</summary>
    public const string TitleId = "title";

    /// <summary>The name under which a button carries the number of one of the library's lists; without it one's own is meant.</summary>
    public const string ListId = "list";

    /// <summary>The name under which a button carries the code of a shared list.</summary>
    public const string Code = "code";

    /// <summary>The name under which a button carries how many titles of a list were shown.</summary>
    public const string From = "from";

    /// <summary>"Add to my list".</summary>
    public static AdaptiveAction AddIt(Title title) => Make(ShelfStrings.AddIt, Words.Of(ShelfStrings.AddItLabel, title.TitleProper), Add, new JObject { [TitleId] = title.Id });

    /// <summary>"Take off".</summary>
    public static AdaptiveAction RemoveIt(Title title) => Make(ShelfStrings.RemoveIt, Words.Of(ShelfStrings.RemoveItLabel, title.TitleProper), Remove, new JObject { [TitleId] = title.Id });

    /// <summary>"Share".</summary>
    public static AdaptiveAction ShareIt() => Make(ShelfStrings.Share, ShelfStrings.ShareLabel, Share, []);

    /// <summary>"Stop sharing".</summary>
    public static AdaptiveAction StopSharingIt() => Make(ShelfStrings.StopSharing, ShelfStrings.StopSharingLabel, StopSharing, []);

    /// <summary>A list by its name.</summary>
    public static AdaptiveAction ShowIt(string name, int listId) => Make(name, null, Show, new JObject { [ListId] = listId });

    /// <summary>"Yes, delete it".</summary>
    public static AdaptiveAction DeleteIt(string name, int listId) => Make(ShelfStrings.DeleteIt, Words.Of(ShelfStrings.DeleteItLabel, name), Delete, new JObject { [ListId] = listId });

    /// <summary>"More".</summary>
    /// <param name="which">Which list.</param>
    /// <param name="from">How many were shown.</param>
    public static AdaptiveAction More(JObject which, int from) => Make(ShelfStrings.More, null, Show, new JObject(which) { [From] = from });

    private static AdaptiveSubmitAction Make(string text, string? label, string verb, JObject data) => CardTap.Button(text, label, nameof(Shelves), verb, data);
}
