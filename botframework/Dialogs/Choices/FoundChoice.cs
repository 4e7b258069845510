using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A choice found in what was said.</summary>
public class FoundChoice
{
    [JsonProperty("value")]
    public string? Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    [JsonProperty("index")]
    public int Index { get; set; }

    /// <summary>How sure the match is, up to 1.</summary>
    [JsonProperty("score")]
    public float Score { get; set; }

    /// <summary>The word for it that was said, where it was one.</summary>
    [JsonProperty("synonym")]
    public string? Synonym { get; set; }
}

/// <summary>A value found in what was said.</summary>
public class FoundValue
{
    [JsonProperty("value")]
    public string? Value { get; set; }

    /// <summary>The place of what it stands for, from 0.</summary>
    [JsonProperty("index")]
    public int Index { get; set; }

    /// <summary>How sure the match is, up to 1.</summary>
    [JsonProperty("score")]
    public float Score { get; set; }
}

/// <summary>A value to search, and the place of what it stands for.</summary>
public class SortedValue
{
    public string Value { get; set; } = null!;

    public int Index { get; set; }
}
