using Newtonsoft.Json;
using static Newtonsoft.Json.DefaultValueHandling;

namespace AdaptiveCards;

/// <summary>Something to fill in; its <see cref="AdaptiveTypedElement.Id"/> is the name of the answer and must be given.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    /// <summary>What the input asks for, shown above it and read aloud.</summary>
    public string? Label { get; set; }

    [JsonProperty(DefaultValueHandling = Ignore)]
    public bool IsRequired { get; set; }

    /// <summary>What is said when the answer is missing or not valid.</summary>
    public string? ErrorMessage { get; set; }
}
