using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Adds choices to what a prompt asks.</summary>
internal static class PromptChoices
{
    private static readonly JsonSerializer Cloner = JsonSerializer.Create(new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, MaxDepth = null });

    public static IMessageActivity Append(IMessageActivity? prompt, string? channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions? options, string? conversationType)
    {
        var text = string.IsNullOrEmpty(prompt?.Text) ? string.Empty : prompt.Text;
        var message = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => MessageFactory.Text(text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType),
        };
        if (prompt is null)
        {
            message.InputHint = InputHints.ExpectingInput;
            return message;
        }

        // The prompt is asked again on retry, so what is added goes to a copy.
        var copy = Copy(prompt);
        copy.Text = message.Text;
        if (message.SuggestedActions?.Actions is { Count: > 0 })
        {
            copy.SuggestedActions = message.SuggestedActions;
        }

        if (message.Attachments is { Count: > 0 } cards)
        {
            copy.Attachments = [.. copy.Attachments ?? [], .. cards];
        }

        return copy;
    }

    private static Activity Copy(IMessageActivity prompt)
    {
        using var json = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        Cloner.Serialize(json, prompt);
        using var reader = new JsonTextReader(new StringReader(json.ToString())) { DateParseHandling = DateParseHandling.None };
        return Cloner.Deserialize<Activity>(reader)!;
    }
}
