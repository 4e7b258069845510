using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something to choose.</summary>
public class Choice
{
    public Choice(string? value = null) => Value = value;

    /// <summary>What is shown, unless <see cref="Action"/> has a title, and what is answered.</summary>
    [JsonProperty("value")]
    public string? Value { get; set; }

    /// <summary>The button, where it should do something else than send the value.</summary>
    [JsonProperty("action")]
    public CardAction? Action { get; set; }

    /// <summary>Other words for it.</summary>
    [JsonProperty("synonyms")]
    public List<string>? Synonyms { get; set; }

    internal string Title => string.IsNullOrEmpty(Action?.Title) ? Value ?? string.Empty : Action.Title;
}
