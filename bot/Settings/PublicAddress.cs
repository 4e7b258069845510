namespace LibraryBot.Settings;

/// <summary>The setting <c>Library:Address</c>: the bot's own web address as people reach it, for links in its answers.</summary>
internal static class PublicAddress
{
    /// <summary>Reads and checks it.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="isDevelopment">Whether it runs on a developer's machine; where nothing is set, links then lead there.</param>
    /// <returns>Null where nothing is set.</returns>
    /// <exception cref="InvalidOperationException">It is no web address.</exception>
    public static Uri? Read(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration["Library:Address"] is { Length: > 0 } value)
        {
            return Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address.Scheme == Uri.UriSchemeHttp))
                ? address
                : throw new InvalidOperationException($"Library:Address is '{value}'. It has to be the full web address that people reach the bot at, such as https://bot.your-school.org/.");
        }

        var listens = configuration["urls"]?.Split(';')[0];
        return !isDevelopment ? null : Uri.TryCreate(string.IsNullOrEmpty(listens) ? Surroundings.DefaultUrl : listens, UriKind.Absolute, out var local) ? local : new Uri(Surroundings.DefaultUrl);
    }
}
