namespace LibraryBot.People;

/// <summary>
/// In a turn's state: the sender's id was given out and checked by this process, so it may be taken as a person's key. Never for what came
/// through a channel service, whose users may choose their ids.
/// </summary>
/// <param name="Locale">
/// The locale of the page or the command line. Spanish there is somebody's choice and goes before the roster; English is what comes when nobody
/// chooses, and says nothing.
/// </param>
internal sealed record VouchedSender(string? Locale)
{
    /// <summary>The language that was chosen, "es", or null.</summary>
    public string? ChosenLanguage => Locale?.StartsWith("es", StringComparison.OrdinalIgnoreCase) == true ? "es" : null;
}
