using LibraryBot.Data.ModelUse;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>How the language model is used, where there is one. The host reads it from its settings and registers the official <c>ChatClient</c> beside it.</summary>
public sealed record AdvisorOptions
{
    /// <summary>How long a reader waits for the model before the catalogue answers alone; above zero. Three seconds.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How much of that may go by until the model has said what to search for; above zero. 1.2 seconds.</summary>
    public TimeSpan SearchWordsWithin { get; init; } = TimeSpan.FromSeconds(1.2);

    /// <summary>The most tokens of one answer. 700.</summary>
    public int AnswerTokens { get; init; } = 700;

    /// <summary>After how many calls within a minute, most of them failed, the model is left alone for half a minute; two or more. Four.</summary>
    public int PauseAfter { get; init; } = 4;

    /// <summary>What a day may cost: 40 calls for a person, 400 for all visitors, 2,000,000 tokens. A wish takes two calls.</summary>
    public ModelLimits Limits { get; init; } = new(40, 400, 2_000_000);

    /// <summary>What the school wants the model to keep in mind besides the prompt; it is sent as it is. Null where there is nothing.</summary>
    public string? Guidance { get; init; }
}
