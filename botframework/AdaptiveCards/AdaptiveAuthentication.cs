using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How a card signs people in before an action is carried out.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveAuthentication
{
    /// <summary>What is said beside the buttons.</summary>
    public string? Text { get; set; }

    /// <summary>The name of the connection that is set up for the bot.</summary>
    public string? ConnectionName { get; set; }

    public AdaptiveTokenExchangeResource? TokenExchangeResource { get; set; }

    public List<AdaptiveAuthCardButton> Buttons { get; set; } = [];

    public bool ShouldSerializeButtons() => Buttons is { Count: > 0 };
}

/// <summary>What a token is exchanged for.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveTokenExchangeResource
{
    public string? Id { get; set; }

    public string? Uri { get; set; }

    public string? ProviderId { get; set; }
}

/// <summary>A button that signs in.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveAuthCardButton
{
    /// <summary>"signin".</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Image { get; set; }

    public string? Value { get; set; }
}
