namespace Microsoft.Bot.Builder;

/// <summary>A conversation that was taken down.</summary>
public class TranscriptInfo
{
    public string ChannelId { get; set; } = null!;

    /// <summary>The id of the conversation.</summary>
    public string Id { get; set; } = null!;

    /// <summary>When its first activity was, in UTC.</summary>
    public DateTimeOffset Created { get; set; }
}
