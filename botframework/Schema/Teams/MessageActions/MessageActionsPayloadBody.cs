using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What a message says.</summary>
public class MessageActionsPayloadBody
{
    public MessageActionsPayloadBody()
    {
    }

    public MessageActionsPayloadBody(string? contentType = default, string? content = default, string? textContent = default)
    {
        ContentType = contentType;
        Content = content;
        TextContent = textContent;
    }

    [JsonProperty(PropertyName = "contentType")]
    public string? ContentType { get; set; }

    [JsonProperty(PropertyName = "content")]
    public string? Content { get; set; }

    [JsonProperty(PropertyName = "textContent")]
    public string? TextContent { get; set; }
}
