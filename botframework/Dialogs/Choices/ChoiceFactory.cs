using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Makes messages that offer choices.</summary>
public static class ChoiceFactory
{
    /// <summary>
    /// In the style that suits a channel: suggested actions, a hero card where the channel has no such actions, and text where titles are too
    /// long for a button.
    /// </summary>
    public static IMessageActivity ForChannel(string? channelId, IList<Choice>? list, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null, string? conversationType = null)
    {
        channelId ??= string.Empty;
        list ??= [];
        var fitsButtons = list.All(choice => choice.Title.Length <= Channel.MaxActionTitleLength(channelId));
        if (fitsButtons && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
        {
            return SuggestedAction(list, text, speak);
        }

        if (fitsButtons && Channel.SupportsCardActions(channelId, list.Count))
        {
            return HeroCard(list, text, speak);
        }

        return fitsButtons && list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    /// <summary>In the sentence: "(1) red, (2) green, or (3) blue".</summary>
    public static Activity Inline(IList<Choice>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        choices ??= [];
        var separator = options?.InlineSeparator ?? ", ";
        var lastSeparator = choices.Count == 2 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
        var numbered = options?.IncludeNumbers ?? true;
        var sentence = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            sentence.Append(i == 0 ? string.Empty : i == choices.Count - 1 ? lastSeparator : separator);
            if (numbered)
            {
                sentence.Append('(').Append(i + 1).Append(") ");
            }

            sentence.Append(choices[i].Title);
        }

        return MessageFactory.Text(sentence.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>One below the other, numbered or with dashes.</summary>
    public static Activity List(IList<Choice>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        choices ??= [];
        var numbered = options?.IncludeNumbers ?? true;
        var lines = choices.Select((choice, i) => numbered ? FormattableString.Invariant($"{i + 1}. {choice.Title}") : $"- {choice.Title}");
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<string>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null) =>
        List(ToChoices(choices), text, speak, options);

    public static IMessageActivity SuggestedAction(IList<Choice>? choices, string? text = null, string? speak = null) =>
        MessageFactory.SuggestedActions(Buttons(choices), text, speak, InputHints.ExpectingInput);

    public static IMessageActivity SuggestedAction(IList<string>? choices, string? text = null, string? speak = null) =>
        SuggestedAction(ToChoices(choices), text, speak);

    public static IMessageActivity HeroCard(IList<Choice>? choices, string? text = null, string? speak = null) => MessageFactory.Attachment(
        new HeroCard { Text = text, Buttons = Buttons(choices) }.ToAttachment(), null, speak, InputHints.ExpectingInput);

    public static IMessageActivity HeroCard(IList<string>? choices, string? text = null, string? speak = null) =>
        HeroCard(ToChoices(choices), text, speak);

    public static IList<Choice> ToChoices(IList<string>? choices) => choices is null ? [] : [.. choices.Select(value => new Choice(value))];

    private static List<CardAction> Buttons(IList<Choice>? choices) =>
    [
        .. (choices ?? []).Select(choice => choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value }),
    ];
}
