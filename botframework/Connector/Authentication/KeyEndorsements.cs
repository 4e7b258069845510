using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Which channels a signing key may speak for; the published keys say so beside each key.</summary>
internal static class KeyEndorsements
{
    private const string Name = "endorsements";

    public static HashSet<string> Of(OpenIdConnectConfiguration keys, string? keyId)
    {
        var key = string.IsNullOrEmpty(keyId) ? null : keys.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == keyId);
        return key?.AdditionalData.TryGetValue(Name, out var value) == true
            ? new HashSet<string>(Strings(value), StringComparer.Ordinal)
            : [];
    }

    private static IEnumerable<string> Strings(object value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!),
        IEnumerable<object> list => list.OfType<string>(),
        _ => [],
    };
}
