using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>
/// A button of a card that was pressed. It carries all it needs, so that it works when the dialog that showed the card is gone; and since
/// anybody can send one, everything in it is checked by whoever takes it.
/// </summary>
/// <param name="Capability">The capability whose button it is.</param>
/// <param name="Verb">What it asks for, "hold".</param>
/// <param name="Data">The rest of what came.</param>
public sealed record CardTap(string Capability, string Verb, JObject Data)
{
    /// <summary>The capability name of buttons that say something as if typed; the words are in "text".</summary>
    internal const string Say = "say";

    /// <summary>A button. Decision 0050 says why it is an <c>Action.Submit</c>.</summary>
    /// <param name="title">What it says.</param>
    /// <param name="tooltip">What it says to those who hear it without the card around it, or null where the title is enough.</param>
    /// <param name="capability">The capability whose button it is.</param>
    /// <param name="verb">What it asks for.</param>
    /// <param name="data">What it needs for that.</param>
    internal static AdaptiveSubmitAction Button(string title, string? tooltip, string capability, string verb, JObject? data = null)
    {
        var all = new JObject { ["capability"] = capability, ["verb"] = verb };
        all.Merge(data ?? []);
        return new AdaptiveSubmitAction { Title = title, Tooltip = tooltip, Data = all };
    }

    /// <summary>A button that says something as if it had been typed.</summary>
    internal static AdaptiveSubmitAction SayButton(string title, string text) => Button(title, null, Say, Say, new JObject { ["text"] = text });

    /// <summary>Whether a message comes from a button rather than from a keyboard.</summary>
    internal static bool IsOne(IMessageActivity activity) => activity.Value is not null && activity.Value is not JValue { Value: null };

    /// <summary>Reads a button pressed; null where it is none of ours.</summary>
    internal static CardTap? Read(IMessageActivity activity) =>
        ObjectOf(activity.Value) is { } data && Text(data, "capability", 60) is { } capability && Text(data, "verb", 60) is { } verb
            ? new CardTap(capability, verb, data)
            : null;

    /// <summary>A whole number above zero, else null.</summary>
    internal int? Id(string name) => IdIn(Data[name]);

    /// <summary>A text that is not longer than a limit, else null.</summary>
    internal string? Text(string name, int limit) => Text(Data, name, limit);

    /// <summary>Whole numbers above zero, at most so many of them; what is anything else is left out.</summary>
    internal IReadOnlyList<int> Ids(string name, int limit) => Data[name] is JArray array
        ? [.. array.Take(limit).Select(IdIn).OfType<int>()]
        : [];

    private static int? IdIn(JToken? token) => token is JValue { Value: long or int } value && value.Value<long>() is > 0 and <= int.MaxValue ? value.Value<int>() : null;

    private static string? Text(JObject data, string name, int limit) =>
        data[name] is JValue { Type: JTokenType.String } value && value.Value<string>() is { Length: > 0 } text && text.Length <= limit ? text : null;

    private static JObject? ObjectOf(object? value)
    {
        switch (value)
        {
            case JObject data:
                return data;
            case string text when text.Length <= 10_000:
                try
                {
                    return JToken.Parse(text) as JObject;
                }
                catch (JsonException)
                {
                    return null;
                }

            default:
                return null;
        }
    }
}
