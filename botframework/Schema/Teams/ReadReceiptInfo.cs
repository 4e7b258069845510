using System.Globalization;
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

    /// <summary>Whether a message was read, by the last one that was; ids are times, so the greater is the later.</summary>
    public static bool IsMessageRead(string? compareMessageId, string? lastReadMessageId) =>
        long.TryParse(compareMessageId, NumberStyles.Integer, CultureInfo.InvariantCulture, out var message)
        && long.TryParse(lastReadMessageId, NumberStyles.Integer, CultureInfo.InvariantCulture, out var last)
        && message <= last;

    /// <summary>Whether a message was read.</summary>
    public bool IsMessageRead(string? compareMessageId) => IsMessageRead(compareMessageId, LastReadMessageId);
}
