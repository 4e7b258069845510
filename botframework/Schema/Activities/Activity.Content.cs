namespace Microsoft.Bot.Schema;

/// <content>What the activity carries.</content>
public partial class Activity
{
    /// <summary>Whether there is anything to show: text, summary, an attachment, or channel data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    public Mention[] GetMentions() => Entities is null
        ? []
        : [.. Entities
            .Where(entity => string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity.GetAs<Mention>())];

    public T? GetChannelData<T>() => SchemaJson.Convert<T>(ChannelData);

    public bool TryGetChannelData<T>(out T? instance)
    {
        instance = default;
        if (ChannelData is null)
        {
            return false;
        }

        try
        {
            instance = GetChannelData<T>();
            return instance is not null;
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }
}
