namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.DeliveryMode"/>: how the replies of a turn travel back.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";
    public const string ExpectReplies = "expectReplies";
    public const string Ephemeral = "ephemeral";
    public const string Stream = "stream";
}
