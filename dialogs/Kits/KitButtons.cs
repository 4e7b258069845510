using System.Text.Json;
using AdaptiveCards;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Kits;

/// <summary>The buttons of this capability's cards. Each carries the kit it is about, for it may be pressed a month later.</summary>
internal static class KitButtons
{
    public const string Hold = "hold";
    public const string Save = "save";
    public const string Replace = "replace";
    public const string Share = "share";
    public const string Withdraw = "withdraw";
    public const string Print = "print";
    public const string Easier = "easier";
    public const string Harder = "harder";
    public const string Open = "open";

    private const string Request = "request";
    private const string Titles = "titles";
    private const string Name = "name";
    private const string Kit = "kit";
    private const int LongestRequest = 8000;
    private const int MostTitles = 300;

    /// <summary>A button about the kit of a draft.</summary>
    public static AdaptiveSubmitAction About(string verb, string title, KitDraft draft, string? name = null)
    {
        var data = new JObject
        {
            [Request] = UnitKit.JsonOf(draft.Request),
            [Titles] = new JArray(draft.Titles.Select(each => each.Id)),
        };
        if ((name ?? draft.Name) is { } called)
        {
            data[Name] = called;
        }

        if (draft is { IsAsKept: true, KitId: { } id })
        {
            data[Kit] = id;
        }

        return CardTap.Button(title, null, nameof(Kits), verb, data);
    }

    /// <summary>A button that opens a kept kit.</summary>
    public static AdaptiveSubmitAction OpenKit(UnitKit kit) =>
        CardTap.Button(KitStrings.ButtonOpen, Words.Of(KitStrings.ButtonOpenLabel, kit.Name), nameof(Kits), Open, new JObject { [Kit] = kit.Id });

    /// <summary>A button that withdraws the link of a kept kit.</summary>
    public static AdaptiveSubmitAction WithdrawLink(int kitId) => CardTap.Button(KitStrings.ButtonWithdraw, null, nameof(Kits), Withdraw, new JObject { [Kit] = kitId });

    /// <summary>The kept kit that a button names; null for none.</summary>
    public static int? KitOf(CardTap tap) => tap.Id(Kit);

    /// <summary>The name that a button carries; null for none.</summary>
    public static string? NameOf(CardTap tap) => tap.Text(Name, UnitKit.LongestName);

    /// <summary>The kit that a button carries; null where it carries none that makes sense.</summary>
    public static KitDraft? DraftOf(CardTap tap)
    {
        try
        {
            return tap.Text(Request, LongestRequest) is { } json && JsonSerializer.Deserialize<KitRequest>(json) is { } request
                && request.Bounded() is var bounded && bounded.Topics.Count + bounded.Standards.Count + bounded.WithTitleIds.Count > 0
                    ? new KitDraft
                    {
                        Request = bounded,
                        Titles = [.. tap.Ids(Titles, MostTitles).Select(id => new DraftTitle(id, string.Empty))],
                        Name = NameOf(tap),
                        KitId = KitOf(tap),
                        IsAsKept = KitOf(tap) is not null,
                    }
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
