using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LibraryBot.Settings;

/// <summary>The setting <c>Site:Address</c>: where the bot can be reached from outside, for the links it sends.</summary>
internal static class SiteAddress
{
    /// <summary>Reads and checks the setting. In Development it is where the bot listens, if nothing else was said.</summary>
    /// <returns>Gives the address once the bot runs; null where there is none.</returns>
    /// <exception cref="InvalidOperationException">It is no address of a host.</exception>
    public static Func<IServiceProvider, Uri?> Read(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration["Site:Address"] is not { Length: > 0 } text)
        {
            return isDevelopment ? Listening : _ => null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.AbsolutePath == "/" && address.Query.Length + address.Fragment.Length + address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address.Scheme == Uri.UriSchemeHttp))
            ? _ => address
            : throw new InvalidOperationException($"Site:Address is '{text}'. Write the bot's address as others reach it, such as https://library.example.org.");
    }

    private static Uri? Listening(IServiceProvider services) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        && Uri.TryCreate(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? uri : null;
}
