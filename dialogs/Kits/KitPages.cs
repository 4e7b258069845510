namespace LibraryBot.Dialogs.Kits;

/// <summary>Where the pages of shared kits are; the host says its own public address.</summary>
/// <param name="site">Gives the bot's public web address, or null where nobody told it; then there are no links.</param>
public sealed class KitPages(Func<Uri?> site)
{
    /// <summary>Whether the bot knows its own address, without which there are no links.</summary>
    public bool HaveAnAddress => site() is not null;

    /// <summary>The page of a link, to look at and to print.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="language">"en" or "es".</param>
    public Uri? Page(string token, string language) => site() is { } root ? new Uri(root, $"/kits/{token}?lang={language}") : null;

    /// <summary>The CSV file of a link.</summary>
    /// <inheritdoc cref="Page" path="/param"/>
    public Uri? Csv(string token, string language) => site() is { } root ? new Uri(root, $"/kits/{token}/kit.csv?lang={language}") : null;
}
