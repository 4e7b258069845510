namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>The languages that prompts speak.</summary>
public static class PromptCultureModels
{
    public static PromptCultureModel Bulgarian => Model("bg-bg", ", ", " или ", ", или ", "Да", "Не");

    public static PromptCultureModel Chinese => Model("zh-cn", "， ", " 要么 ", "， 要么 ", "是的", "不的");

    public static PromptCultureModel Dutch => Model("nl-nl", ", ", " of ", ", of ", "Ja", "Nee");

    public static PromptCultureModel English => Model("en-us", ", ", " or ", ", or ", "Yes", "No");

    public static PromptCultureModel French => Model("fr-fr", ", ", " ou ", ", ou ", "Oui", "Non");

    public static PromptCultureModel German => Model("de-de", ", ", " oder ", ", oder ", "Ja", "Nein");

    public static PromptCultureModel Hindi => Model("hi-in", ", ", " या ", ", या ", "हां", "नहीं");

    public static PromptCultureModel Italian => Model("it-it", ", ", " o ", " o ", "Si", "No");

    public static PromptCultureModel Japanese => Model("ja-jp", "、 ", " または ", "、 または ", "はい", "いいえ");

    public static PromptCultureModel Korean => Model("ko-kr", ", ", " 또는 ", " 또는 ", "예", "아니");

    public static PromptCultureModel Portuguese => Model("pt-br", ", ", " ou ", ", ou ", "Sim", "Não");

    public static PromptCultureModel Spanish => Model("es-es", ", ", " o ", ", o ", "Sí", "No");

    public static PromptCultureModel Swedish => Model("sv-se", ", ", " eller ", " eller ", "Ja", "Nej");

    public static PromptCultureModel Turkish => Model("tr-tr", ", ", " veya ", " veya ", "Evet", "Hayır");

    /// <summary>The supported language nearest to a tag: "es-MX" and "es" give "es-es"; what is not supported is given back in lower case.</summary>
    public static string? MapToNearestLanguage(string? cultureCode)
    {
        var code = cultureCode?.ToLowerInvariant();
        if (string.IsNullOrEmpty(code))
        {
            return code;
        }

        var locales = GetSupportedCultures().Select(model => model.Locale).ToList();
        var language = code.Split('-', '_')[0];
        return locales.Find(locale => locale == code) ?? locales.Find(locale => locale.StartsWith(language + "-", StringComparison.Ordinal)) ?? code;
    }

    public static PromptCultureModel[] GetSupportedCultures() =>
        [Bulgarian, Chinese, Dutch, English, French, German, Hindi, Italian, Japanese, Korean, Portuguese, Spanish, Swedish, Turkish];

    private static PromptCultureModel Model(string locale, string separator, string or, string orMore, string yes, string no) => new()
    {
        Locale = locale,
        Separator = separator,
        InlineOr = or,
        InlineOrMore = orMore,
        YesInLanguage = yes,
        NoInLanguage = no,
    };
}
