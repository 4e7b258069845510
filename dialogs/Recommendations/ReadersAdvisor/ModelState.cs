namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>How the language model is doing, for the host's health report.</summary>
public sealed class ModelState
{
    private readonly ModelCalls _calls;

    internal ModelState(ModelCalls calls) => _calls = calls;

    /// <summary>The version of the prompt that is sent.</summary>
    public static string PromptVersion => AdvisorPrompt.Version;

    /// <summary>Whether it failed so often that it is left alone for half a minute; the catalogue answers alone meanwhile.</summary>
    public bool IsPaused => _calls.IsPaused;
}
