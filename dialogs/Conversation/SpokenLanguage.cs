using System.Globalization;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>
/// Which language a turn is answered in. A message that is plainly in one language is answered in it; else the speaker's last such
/// message in this conversation decides, else what the person asked for, else the channel's locale, else English.
/// </summary>
public sealed class SpokenLanguage(ConversationState conversation, LanguageDetector detector)
{
    private const string English = "en";
    private const string Spanish = "es";

    private readonly IStatePropertyAccessor<Dictionary<string, string>> _spoken =
        conversation.CreateProperty<Dictionary<string, string>>(nameof(SpokenLanguage));

    /// <summary>Finds it and remembers it in conversation state; the host saves that state at the end of the turn.</summary>
    /// <returns>"en" or "es".</returns>
    public async Task<string> FindAsync(ITurnContext turn, Speaker speaker, CancellationToken cancellationToken)
    {
        var spoken = await _spoken.GetAsync(turn, () => [], cancellationToken);
        var who = turn.Activity.From?.Id ?? string.Empty;
        if (turn.Activity.Type == ActivityTypes.Message && detector.Detect(IncomingText.Clean(turn.Activity)) is { } detected)
        {
            spoken[who] = detected;
            return detected;
        }

        return spoken.GetValueOrDefault(who) ?? speaker.Language ?? OfLocale(turn.Activity.Locale);
    }

    /// <summary>
    /// Makes a language the current culture, dates as they are written in the United States. Not asynchronous, for a culture set in an
    /// asynchronous method ends with it: call it where the turn is run.
    /// </summary>
    /// <param name="language">"en" or "es".</param>
    public static void Speak(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == Spanish ? "es-US" : "en-US");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture;
    }

    /// <summary>The language of the current culture, "en" or "es".</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Spanish ? Spanish : English;

    private static string OfLocale(string? locale) =>
        locale is not null && (locale.Equals(Spanish, StringComparison.OrdinalIgnoreCase) || locale.StartsWith("es-", StringComparison.OrdinalIgnoreCase))
            ? Spanish
            : English;
}
