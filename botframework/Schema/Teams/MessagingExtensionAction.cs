using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>An action of a message extension was used.</summary>
public class MessagingExtensionAction : TaskModuleRequest
{
    public MessagingExtensionAction()
    {
    }

    [JsonProperty(PropertyName = "commandId")]
    public string? CommandId { get; set; }

    [JsonProperty(PropertyName = "commandContext")]
    public string? CommandContext { get; set; }

    [JsonProperty(PropertyName = "botMessagePreviewAction")]
    public string? BotMessagePreviewAction { get; set; }

    [JsonProperty(PropertyName = "botActivityPreview")]
    public IList<Activity>? BotActivityPreview { get; set; }

    [JsonProperty(PropertyName = "state")]
    public string? State { get; set; }
}
