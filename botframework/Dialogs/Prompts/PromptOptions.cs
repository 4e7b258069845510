using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks.</summary>
public class PromptOptions
{
    [JsonProperty("prompt")]
    public Activity? Prompt { get; set; }

    /// <summary>What is said when the answer was not understood or not valid; <see cref="Prompt"/> where there is none.</summary>
    [JsonProperty("retryPrompt")]
    public Activity? RetryPrompt { get; set; }

    [JsonProperty("choices")]
    public IList<Choice>? Choices { get; set; }

    /// <summary>How the choices are shown; the prompt's own style where null.</summary>
    [JsonProperty("style")]
    public ListStyle? Style { get; set; }

    /// <summary>For the validator.</summary>
    [JsonProperty("validations")]
    public object? Validations { get; set; }
}
