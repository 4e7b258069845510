namespace LibraryBot.Dialogs.Equipment;

/// <summary>Addresses of bookings as calendar files. Whoever has one may read it without an account, and nobody can guess one.</summary>
/// <param name="site">Where the bot can be reached from outside; gives null where nobody said, and then there are no links.</param>
public sealed class CalendarLinks(Func<Uri?> site)
{
    /// <summary>The path before a booking's token.</summary>
    public const string Path = "/calendar/";

    /// <summary>The address of a booking; null where the bot does not know its own.</summary>
    /// <param name="token">The booking's token.</param>
    /// <param name="language">"en" or "es".</param>
    public Uri? Of(string token, string language) => site() is { } address ? new Uri(address, $"{Path}{token}.ics?lang={language}") : null;
}
