using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>One result of a message extension: the card, and its preview in the list.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment()
    {
    }

    [JsonProperty(PropertyName = "preview")]
    public Attachment? Preview { get; set; }
}
