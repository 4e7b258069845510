using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

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

    /// <summary>The mentions among the entities; one that cannot be read is none.</summary>
    public Mention[] GetMentions() => Entities is null ? [] : [.. Entities.Select(AsMention).OfType<Mention>()];

    /// <exception cref="InvalidCastException">The channel data is an object, and no <typeparamref name="T"/>.</exception>
    public T? GetChannelData<T>() => ChannelData switch
    {
        null => default,
        T same => same,
        JToken token => SchemaJson.Convert<T>(token),
        var other => throw new InvalidCastException($"The channel data is a {other.GetType().Name}, not a {typeof(T).Name}."),
    };

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
        catch (Exception e) when (IsUnreadable(e))
        {
            return false;
        }
    }

    private static Mention? AsMention(Entity? entity)
    {
        try
        {
            return string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase) ? entity!.GetAs<Mention>() : null;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return null;
        }
    }

    private static bool IsUnreadable(Exception e) => e is JsonException or ArgumentException or FormatException or InvalidCastException;
}
