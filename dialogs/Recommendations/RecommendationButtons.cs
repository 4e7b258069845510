using AdaptiveCards;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>The buttons of this capability's cards. Each carries all that it needs, for it may be pressed a month later.</summary>
internal static class RecommendationButtons
{
    /// <summary>Keep a title.</summary>
    public const string Hold = "hold";

    /// <summary>Others like a title.</summary>
    public const string Like = "like";

    /// <summary>More for a wish.</summary>
    public const string More = "more";

    /// <summary>All about a title.</summary>
    public const string Details = "details";

    /// <summary>The name under which a button carries a title's number.</summary>
    public const string TitleId = "title";

    /// <summary>The name under which a button carries a wish.</summary>
    public const string Wish = "wish";

    /// <summary>The name under which a button carries the titles already shown.</summary>
    public const string Seen = "seen";

    /// <summary>"Hold it".</summary>
    public static AdaptiveAction HoldIt(Title title) => For(title, Hold, RecommendationStrings.HoldIt, RecommendationStrings.HoldItLabel);

    /// <summary>"More like this".</summary>
    public static AdaptiveAction MoreLike(Title title) => For(title, Like, RecommendationStrings.MoreLikeThis, RecommendationStrings.MoreLikeThisLabel);

    /// <summary>"About this book".</summary>
    public static AdaptiveAction About(Title title) => For(title, Details, RecommendationStrings.AboutIt, RecommendationStrings.AboutItLabel);

    /// <summary>"More results".</summary>
    public static AdaptiveAction MoreResults(Wish wish, IEnumerable<int> seen) => Make(RecommendationStrings.MoreResults, null, More, new JObject
    {
        [Wish] = WishJson.Write(wish),
        [Seen] = new JArray(seen),
    });

    private static AdaptiveSubmitAction For(Title title, string verb, string text, string label) =>
        Make(text, Words.Of(label, title.TitleProper), verb, new JObject { [TitleId] = title.Id });

    private static AdaptiveSubmitAction Make(string text, string? label, string verb, JObject data) =>
        CardTap.Button(text, label, nameof(Recommendations), verb, data);
}
