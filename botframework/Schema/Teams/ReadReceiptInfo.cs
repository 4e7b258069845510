using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Up to which message a chat was read.</summary>
public class ReadReceiptInfo
{
    public ReadReceiptInfo()
    {
    }

    public ReadReceiptInfo(string? lastReadMessageId = default)
    {
        LastReadMessageId = lastReadMessageId;
    }

    [JsonProperty(PropertyName = "lastReadMessageId")]
    public string? LastReadMessageId { get; set; }
}
