using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Recognition;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _choiceDefaults;

    /// <param name="dialogId">Neither null nor empty.</param>
    /// <param name="validator">Accepts or refuses answers.</param>
    /// <param name="defaultLocale">The language where the activity names none.</param>
    public ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null, string? defaultLocale = null)
        : this(
            dialogId,
            PromptCultureModels.GetSupportedCultures().ToDictionary(
                model => model.Locale,
                model => (new Choice(model.YesInLanguage), new Choice(model.NoInLanguage), PromptCultures.OptionsOf(model))),
            validator,
            defaultLocale)
    {
    }

    /// <param name="dialogId">Neither null nor empty.</param>
    /// <param name="choiceDefaults">Yes, no and how they are listed, by language in lower case.</param>
    /// <param name="validator">Accepts or refuses answers.</param>
    /// <param name="defaultLocale">The language where the activity names none.</param>
    public ConfirmPrompt(string dialogId, Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> choiceDefaults, PromptValidator<bool>? validator = null, string? defaultLocale = null)
        : base(dialogId, validator)
    {
        Style = ListStyle.Auto;
        DefaultLocale = defaultLocale;
        _choiceDefaults = choiceDefaults;
    }

    public string? DefaultLocale { get; set; }

    public ListStyle Style { get; set; }

    /// <summary>How the choices are listed; that of the language unless set.</summary>
    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    /// <summary>Yes and no; those of the language unless set.</summary>
    public Tuple<Choice, Choice>? ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object?> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var (choices, listing, _) = ChoicesFor(activity);
        var prompt = AppendChoices(
            isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt,
            activity.ChannelId,
            choices,
            options.Style ?? Style,
            listing,
            activity.Conversation?.ConversationType,
            cancellationToken);
        await turnContext.SendActivityAsync(prompt, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object?> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text) && Recognize(activity) is { } answer)
        {
            result.Succeeded = true;
            result.Value = answer;
        }

        return Task.FromResult(result);
    }

    private bool? Recognize(Activity activity)
    {
        var (choices, listing, culture) = ChoicesFor(activity);
        var (yes, no) = _choiceDefaults.TryGetValue(culture, out var words) ? (words.Yes.Value, words.No.Value) : (null, null);
        if (BooleanRecognizer.Recognize(activity.Text!, new PromptCulture(culture.Split('-')[0], yes ?? string.Empty, no ?? string.Empty)) is { } said)
        {
            return said;
        }

        // Choices that were shown with numbers may be answered by number.
        if (listing?.IncludeNumbers is false)
        {
            return null;
        }

        return ChoiceRecognizers.RecognizeChoices(activity.Text!, choices, new FindChoicesOptions { Locale = culture }) is [var first, ..] ? first.Resolution.Index == 0 : null;
    }

    private (IList<Choice> Choices, ChoiceFactoryOptions? Listing, string Culture) ChoicesFor(Activity activity)
    {
        var culture = PromptCultures.Determine(_choiceDefaults, activity.Locale, DefaultLocale);
        var defaults = _choiceDefaults.GetValueOrDefault(culture);
        IList<Choice> choices = ConfirmChoices is { } own ? [own.Item1, own.Item2] : [defaults.Yes, defaults.No];
        return (choices, ChoiceOptions ?? defaults.Options, culture);
    }
}
