using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>One result of a message extension: the card, and its preview in the list.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment()
    {
    }

    public MessagingExtensionAttachment(string? contentType = default, string? contentUrl = default, object? content = default, string? name = default, string? thumbnailUrl = default, Attachment? preview = default)
        : base(contentType, contentUrl, content, name, thumbnailUrl)
    {
        Preview = preview;
    }

    [JsonProperty(PropertyName = "preview")]
    public Attachment? Preview { get; set; }
}
