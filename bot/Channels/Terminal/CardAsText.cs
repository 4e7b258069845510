using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Terminal;

/// <summary>Something a person in the terminal can choose by its number.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Text">What it says on the person's behalf, or null.</param>
/// <param name="Value">What it sends, as a card's button does, or null.</param>
/// <param name="Url">What it opens, or null.</param>
internal sealed record TerminalChoice(string Title, string? Text, JToken? Value, string? Url);

/// <summary>A message as lines of text, its cards included, with their buttons as choices.</summary>
internal sealed class CardAsText
{
    private readonly List<string> _lines = [];
    private readonly List<TerminalChoice> _choices = [];
    private readonly int _firstNumber;

    private CardAsText(int firstNumber) => _firstNumber = firstNumber;

    /// <summary>Reads a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="firstNumber">The number of its first choice.</param>
    public static (IReadOnlyList<string> Lines, IReadOnlyList<TerminalChoice> Choices) Of(Activity message, int firstNumber)
    {
        var text = new CardAsText(firstNumber);
        text.Line(message.Text);
        foreach (var attachment in message.Attachments ?? [])
        {
            if (attachment.Content is not null && JToken.FromObject(attachment.Content) is JObject card)
            {
                text.Card(card);
            }
        }

        foreach (var action in message.SuggestedActions?.Actions ?? [])
        {
            text.Choice(new TerminalChoice(action.Title ?? action.Text ?? $"{action.Value}", $"{action.Value}", null, null));
        }

        return (text._lines, text._choices);
    }

    private void Card(JObject card)
    {
        Line(Text(card, "title"));
        Line(Text(card, "subtitle"));
        Elements(card["body"]);
        Line(Text(card, "text"));
        Actions(card["actions"]);
        foreach (var button in Objects(card["buttons"]))
        {
            Choice(new TerminalChoice(Text(button, "title") ?? string.Empty, Text(button, "value"), null, null));
        }
    }

    private void Elements(JToken? elements)
    {
        foreach (var element in Objects(elements))
        {
            Element(element);
        }
    }

    private void Element(JObject element)
    {
        if (element["isVisible"]?.Type == JTokenType.Boolean && !element["isVisible"]!.Value<bool>())
        {
            return;
        }

        if (element["separator"]?.Type == JTokenType.Boolean && _lines.Count > 0)
        {
            _lines.Add(string.Empty);
        }

        switch (Text(element, "type"))
        {
            case "TextBlock":
                Line(Text(element, "text"));
                break;
            case "RichTextBlock":
                Line(string.Concat((element["inlines"] as JArray ?? []).Select(run => run is JObject part ? Text(part, "text") : run.ToString())));
                break;
            case "Image":
                Line(Text(element, "altText"));
                break;
            case "FactSet":
                foreach (var fact in Objects(element["facts"]))
                {
                    Line($"{Text(fact, "title")} {Text(fact, "value")}");
                }

                break;
            case "ActionSet":
                Actions(element["actions"]);
                break;
            default:
                Line(Text(element, "label"));
                Elements(element["items"]);
                Elements(element["columns"]);
                Elements(element["rows"]);
                Elements(element["cells"]);
                break;
        }
    }

    private void Actions(JToken? actions)
    {
        foreach (var action in Objects(actions))
        {
            var title = Text(action, "title") ?? string.Empty;
            switch (Text(action, "type"))
            {
                case "Action.OpenUrl":
                    Choice(new TerminalChoice(title, null, null, Text(action, "url")));
                    break;
                case "Action.ShowCard" when action["card"] is JObject card:
                    Line(title);
                    Card(card);
                    break;
                case "Action.Submit" or "Action.Execute":
                    Choice(new TerminalChoice(title, null, action["data"] ?? new JObject(), null));
                    break;
            }
        }
    }

    private void Choice(TerminalChoice choice)
    {
        _choices.Add(choice);
        _lines.Add($"  [{_firstNumber + _choices.Count - 1}] {choice.Title}{(choice.Url is null ? string.Empty : $" ({choice.Url})")}");
    }

    private void Line(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            // Markdown's emphasis is for pages; on paper it is noise.
            _lines.Add(text.Replace("**", string.Empty, StringComparison.Ordinal).TrimEnd());
        }
    }

    private static string? Text(JObject element, string name) => element[name] is JValue { Type: JTokenType.String } value ? value.Value<string>() : null;

    private static IEnumerable<JObject> Objects(JToken? token) => token is JArray array ? array.OfType<JObject>() : [];
}
