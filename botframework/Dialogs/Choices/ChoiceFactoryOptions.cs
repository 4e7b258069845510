using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The words and signs between choices; null stands for English and numbers.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string? inlineSeparator, string? inlineOr, string? inlineOrMore, bool? includeNumbers = null)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Between choices, ", ".</summary>
    [JsonProperty("inlineSeparator")]
    public string? InlineSeparator { get; set; }

    /// <summary>Between two choices, " or ".</summary>
    [JsonProperty("inlineOr")]
    public string? InlineOr { get; set; }

    /// <summary>Before the last of three or more, ", or ".</summary>
    [JsonProperty("inlineOrMore")]
    public string? InlineOrMore { get; set; }

    [JsonProperty("includeNumbers")]
    public bool? IncludeNumbers { get; set; }
}
