using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What every prompt keeps between turns.</summary>
internal static class PromptState
{
    public const string AttemptCountKey = "AttemptCount";
    private const string PersistedOptions = "options";
    private const string PersistedState = "state";

    public static PromptOptions Begin(DialogInstance instance, object? options)
    {
        DialogContext.RefuseCancellationToken(options, nameof(options));
        if (options is not PromptOptions prompt)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for prompt dialogs.");
        }

        ExpectInput(prompt.Prompt);
        ExpectInput(prompt.RetryPrompt);
        instance.State[PersistedOptions] = prompt;
        instance.State[PersistedState] = new Dictionary<string, object?> { [AttemptCountKey] = 0 };
        return prompt;
    }

    public static IDictionary<string, object?> StateOf(DialogInstance instance) =>
        instance.State.Read<IDictionary<string, object?>>(PersistedState) ?? throw HasNotBegun(instance);

    public static PromptOptions OptionsOf(DialogInstance instance) =>
        instance.State.Read<PromptOptions>(PersistedOptions) ?? throw HasNotBegun(instance);

    public static void CountAttempt(IDictionary<string, object?> state) => state[AttemptCountKey] = state.Read<int>(AttemptCountKey) + 1;

    private static void ExpectInput(Activity? prompt)
    {
        if (prompt is not null && string.IsNullOrEmpty(prompt.InputHint))
        {
            prompt.InputHint = InputHints.ExpectingInput;
        }
    }

    private static InvalidOperationException HasNotBegun(DialogInstance instance) => new($"Prompt '{instance.Id}' runs without having begun.");
}
