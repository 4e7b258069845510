using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The language of a prompt.</summary>
internal static class PromptCultures
{
    public static ChoiceFactoryOptions OptionsOf(PromptCultureModel model) => new(model.Separator, model.InlineOr, model.InlineOrMore, true);

    /// <summary>The first of <paramref name="locales"/> that is given, as far as the prompt has defaults for it; else English.</summary>
    public static string Determine<T>(IReadOnlyDictionary<string, T> defaults, params ReadOnlySpan<string?> locales)
    {
        foreach (var locale in locales)
        {
            if (locale is not null)
            {
                var nearest = PromptCultureModels.MapToNearestLanguage(locale);
                return !string.IsNullOrEmpty(nearest) && defaults.ContainsKey(nearest) ? nearest : PromptCultureModels.English.Locale;
            }
        }

        return PromptCultureModels.English.Locale;
    }
}
