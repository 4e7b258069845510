namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Says whether an answer is accepted. It may change the recognized value, and may say itself what is wrong.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>What a validator gets. It is called for answers that were not understood, too.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object?> state, PromptOptions options)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>Kept between attempts of the same prompt.</summary>
    public IDictionary<string, object?> State { get; }

    /// <summary>Answers so far, this one included.</summary>
    public int AttemptCount => State.Read<int>(PromptState.AttemptCountKey);
}
