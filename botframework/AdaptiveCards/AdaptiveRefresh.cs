using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How a client brings a card up to date, for each of the people who see it.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveRefresh
{
    /// <summary>Invokes the bot, whose answer takes the place of the card.</summary>
    public AdaptiveExecuteAction? Action { get; set; }

    /// <summary>Whose clients do so by themselves; Teams takes 60 at most.</summary>
    public List<string> UserIds { get; set; } = [];

    public bool ShouldSerializeUserIds() => UserIds is { Count: > 0 };
}
