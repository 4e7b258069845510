namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt made of an answer.</summary>
public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public T Value { get; set; } = default!;

    /// <summary>Whether others may take the answer for something else although it was understood.</summary>
    public bool AllowInterruption { get; set; }
}
