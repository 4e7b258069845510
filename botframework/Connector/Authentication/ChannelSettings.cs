using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Whom the bot trusts and where its tokens come from, under the names the official SDK reads.</summary>
internal sealed record ChannelSettings(string MetadataUrl, string Issuer, string? LoginUrl, string Scope, string CallerId)
{
    public static ChannelSettings From(IConfiguration configuration)
    {
        return new(
            Get("ToBotFromChannelOpenIdMetadataUrl") ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
            Get("ToBotFromChannelTokenIssuer") ?? AuthenticationConstants.ToBotFromChannelTokenIssuer,
            Get("ToChannelFromBotLoginUrl"),
            Get("ToChannelFromBotOAuthScope") ?? AuthenticationConstants.ToChannelFromBotOAuthScope,
            Get("CallerId") ?? CallerIdConstants.PublicAzureChannel);

        string? Get(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name]!.Trim();
    }
}
