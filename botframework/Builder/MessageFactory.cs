using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Makes messages.</summary>
public static class MessageFactory
{
    public static Activity Text(string? text, string? ssml = null, string? inputHint = null)
    {
        var message = (Activity)Schema.Activity.CreateMessageActivity();
        Say(message, text, ssml, inputHint);
        return message;
    }

    public static IMessageActivity SuggestedActions(IEnumerable<string> actions, string? text = null, string? ssml = null, string? inputHint = null)
        => SuggestedActions(actions, text, ssml, inputHint, null);

    /// <summary>Buttons that say their own words.</summary>
    public static IMessageActivity SuggestedActions(IEnumerable<string> actions, string? text, string? ssml, string? inputHint, IList<string>? toList)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return SuggestedActions(
            actions.Select(action => new CardAction { Type = ActionTypes.ImBack, Value = action, Title = action }),
            text,
            ssml,
            inputHint,
            toList);
    }

    public static IMessageActivity SuggestedActions(IEnumerable<CardAction> cardActions, string? text = null, string? ssml = null, string? inputHint = null)
        => SuggestedActions(cardActions, text, ssml, inputHint, null);

    public static IMessageActivity SuggestedActions(IEnumerable<CardAction> cardActions, string? text, string? ssml, string? inputHint, IList<string>? toList)
    {
        ArgumentNullException.ThrowIfNull(cardActions);
        var message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions { To = toList, Actions = [.. cardActions] };
        return message;
    }

    public static IMessageActivity Attachment(Attachment attachment, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return Attachments(AttachmentLayoutTypes.List, [attachment], text, ssml, inputHint);
    }

    public static IMessageActivity Attachment(IEnumerable<Attachment> attachments, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        return Attachments(AttachmentLayoutTypes.List, attachments, text, ssml, inputHint);
    }

    /// <summary>Cards side by side.</summary>
    public static IMessageActivity Carousel(IEnumerable<Attachment> attachments, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        return Attachments(AttachmentLayoutTypes.Carousel, attachments, text, ssml, inputHint);
    }

    /// <summary>A file or image that lies at <paramref name="url"/>.</summary>
    public static IMessageActivity ContentUrl(string url, string contentType, string? name = null, string? text = null, string? ssml = null, string? inputHint = null)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw new ArgumentNullException(nameof(url));
        }

        if (string.IsNullOrWhiteSpace(contentType))
        {
            throw new ArgumentNullException(nameof(contentType));
        }

        return Attachments(
            AttachmentLayoutTypes.List,
            [new Attachment { ContentType = contentType, ContentUrl = url, Name = name ?? string.Empty }],
            text,
            ssml,
            inputHint);
    }

    private static Activity Attachments(string layout, IEnumerable<Attachment> attachments, string? text, string? ssml, string? inputHint)
    {
        var message = Text(text, ssml, inputHint);
        message.AttachmentLayout = layout;
        message.Attachments = [.. attachments];
        return message;
    }

    private static void Say(Activity message, string? text, string? ssml, string? inputHint)
    {
        message.Text = string.IsNullOrWhiteSpace(text) ? null : text;
        message.Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml;
        message.InputHint = string.IsNullOrWhiteSpace(inputHint) ? InputHints.AcceptingInput : inputHint;
    }
}
