using AdaptiveCards;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>The buttons of the librarian's cards. Each carries all it needs.</summary>
internal static class DeskButtons
{
    /// <summary>Hand out a booking.</summary>
    public const string Out = "out";

    /// <summary>Take back a booking.</summary>
    public const string In = "in";

    /// <summary>Approve a booking.</summary>
    public const string Approve = "approve";

    /// <summary>Ask why a booking is declined.</summary>
    public const string AskWhy = "ask-why";

    /// <summary>Decline a booking.</summary>
    public const string Decline = "decline";

    /// <summary>Close something.</summary>
    public const string Close = "close";

    /// <summary>Open what is closed.</summary>
    public const string Open = "open";

    /// <summary>The name under which a button carries the number of what it is about.</summary>
    public const string Number = "number";

    /// <summary>The name of the barcode a button carries.</summary>
    public const string Barcode = "barcode";

    /// <summary>The name of the reason a button carries, and of the field one is typed into.</summary>
    public const string Reason = "reason";

    /// <summary>A button about a booking, a closure or a resource.</summary>
    public static AdaptiveSubmitAction About(int number, string verb, string text, string? label, (string Name, string? Value) more = default)
    {
        var data = new JObject { [Number] = number };
        if (more is ({ } name, { } value))
        {
            data[name] = value;
        }

        return CardTap.Button(text, label, DeskDialog.Name, verb, data);
    }

    /// <summary>A button that closes something.</summary>
    public static AdaptiveSubmitAction ForClosing(int resourceId, DateTimeOffset? from, DateTimeOffset? until, int? quantity, string reason, string text)
    {
        var button = About(resourceId, Close, text, null, (Reason, reason));
        var data = (JObject)button.Data!;
        Add(data, "from", from?.ToUnixTimeSeconds() / 60);
        Add(data, "until", until?.ToUnixTimeSeconds() / 60);
        Add(data, "quantity", quantity);
        return button;
    }

    /// <summary>What a button closes; null where it makes no sense.</summary>
    public static ClosureRequest? ReadClosing(CardTap tap, int byId, DateTimeOffset now) => tap.Id(Number) is { } resource && tap.Text(Reason, Approvals.LongestReason) is { } reason
        ? new ClosureRequest(resource, byId, At(tap.Id("from")) ?? now, At(tap.Id("until")), reason) { Quantity = tap.Id("quantity") }
        : null;

    private static void Add(JObject data, string name, long? value)
    {
        if (value is { } given)
        {
            data[name] = given;
        }
    }

    private static DateTimeOffset? At(int? minutes) => minutes is { } given ? DateTimeOffset.FromUnixTimeSeconds(given * 60L) : null;
}
