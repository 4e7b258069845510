using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for text.</summary>
public class TextPrompt : Prompt<string>
{
    /// <param name="dialogId">Neither null nor empty.</param>
    /// <param name="validator">Accepts or refuses answers.</param>
    /// <param name="callerPath">For the published API's debugger; there is none here.</param>
    /// <param name="callerLine">As <paramref name="callerPath"/>.</param>
    public TextPrompt(string dialogId, PromptValidator<string>? validator = null, [CallerFilePath] string callerPath = "", [CallerLineNumber] int callerLine = 0)
        : base(dialogId, validator)
    {
    }

    protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object?> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
        PromptSender.AskAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object?> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var text = turnContext.Activity.Text;
        return Task.FromResult(new PromptRecognizerResult<string> { Succeeded = text is not null, Value = text! });
    }
}
