using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Where a person signs in.</summary>
public class SignInResource
{
    public SignInResource()
    {
    }

    public SignInResource(string? signInLink = default, TokenExchangeResource? tokenExchangeResource = default, TokenPostResource? tokenPostResource = default)
    {
        SignInLink = signInLink;
        TokenExchangeResource = tokenExchangeResource;
        TokenPostResource = tokenPostResource;
    }

    [JsonProperty(PropertyName = "signInLink")]
    public string? SignInLink { get; set; }

    [JsonProperty(PropertyName = "tokenExchangeResource")]
    public TokenExchangeResource? TokenExchangeResource { get; set; }

    [JsonProperty(PropertyName = "tokenPostResource")]
    public TokenPostResource? TokenPostResource { get; set; }
}
