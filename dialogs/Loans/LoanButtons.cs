using AdaptiveCards;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Loans;

/// <summary>The buttons about what somebody borrows. Each carries all it needs; whose it is, is asked when it is pressed.</summary>
internal static class LoanButtons
{
    /// <summary>Renew one loan.</summary>
    public const string Renew = "renew";

    /// <summary>Renew all.</summary>
    public const string RenewAll = "renew-all";

    /// <summary>Give up a hold.</summary>
    public const string CancelHold = "cancel-hold";

    /// <summary>Be told when a title is in.</summary>
    public const string Notify = "notify";

    /// <summary>Not be told after all.</summary>
    public const string StopNotify = "stop-notify";

    /// <summary>The name under which a button carries a loan's number.</summary>
    public const string LoanId = "loan";

    /// <summary>The name under which a button carries a title's number.</summary>
    public const string TitleId = "title";

    /// <summary>"Renew".</summary>
    public static AdaptiveAction RenewIt(int loanId, Title title) => Make(LoanStrings.RenewIt, Words.Of(LoanStrings.RenewItLabel, title.TitleProper), Renew, new JObject { [LoanId] = loanId });

    /// <summary>"Renew all".</summary>
    public static AdaptiveAction RenewThemAll() => Make(LoanStrings.RenewAll, null, RenewAll, []);

    /// <summary>"Cancel hold".</summary>
    public static AdaptiveAction GiveUp(Title title) => Make(LoanStrings.CancelHold, Words.Of(LoanStrings.CancelHoldLabel, title.TitleProper), CancelHold, new JObject { [TitleId] = title.Id });

    /// <summary>"Tell me when it is in".</summary>
    public static AdaptiveAction TellMe(Title title) => Make(LoanStrings.TellMe, Words.Of(LoanStrings.TellMeLabel, title.TitleProper), Notify, new JObject { [TitleId] = title.Id });

    /// <summary>"Do not tell me".</summary>
    public static AdaptiveAction StopTelling(Title title) => Make(LoanStrings.StopTelling, Words.Of(LoanStrings.StopTellingLabel, title.TitleProper), StopNotify, new JObject { [TitleId] = title.Id });

    private static AdaptiveSubmitAction Make(string text, string? label, string verb, JObject data) => CardTap.Button(text, label, nameof(Loans), verb, data);
}
