namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>A language that prompts speak: how it lists choices, and how it says yes and no.</summary>
public class PromptCultureModel
{
    /// <summary>The language and country in lower case, "es-es".</summary>
    public string Locale { get; set; } = null!;

    /// <summary>Between choices.</summary>
    public string Separator { get; set; } = null!;

    /// <summary>Between two choices.</summary>
    public string InlineOr { get; set; } = null!;

    /// <summary>Before the last of three or more.</summary>
    public string InlineOrMore { get; set; } = null!;

    public string YesInLanguage { get; set; } = null!;

    public string NoInLanguage { get; set; } = null!;
}
