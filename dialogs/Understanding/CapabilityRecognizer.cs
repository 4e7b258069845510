namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// Finds out which capability a sentence is meant for, from the utterance files in the capabilities' folders; what is meant for none of
/// them it learns from <c>Understanding/NoneOfThese.en.txt</c> and <c>.es.txt</c>. There a section <c>[Equipment]</c> holds what a capability
/// of that name will do, and counts only as long as there is none; nor does a line count that is an utterance of a capability. It learns when
/// it is first asked, in a fraction of a second. Deterministic, and safe for any text and many threads.
/// </summary>
public sealed class CapabilityRecognizer
{
    // Of what is recognised this surely or less, too little is right (decision 0045).
    private const double Threshold = 0.45;

    private static readonly string[] s_languages = ["en", "es"];

    private readonly Capability[] _capabilities;
    private readonly LanguageDetector _detector;
    private readonly Lazy<Model> _model;

    /// <summary>A recogniser of these capabilities.</summary>
    /// <param name="capabilities">The capabilities; their utterances are in the folders of their names, embedded where their dialogs are.</param>
    /// <param name="detector">Finds the language of sentences that show one.</param>
    public CapabilityRecognizer(IEnumerable<Capability> capabilities, LanguageDetector detector)
    {
        _capabilities = [.. capabilities];
        _detector = detector;
        _model = new Lazy<Model>(Learn);
    }

    /// <summary>Which capability is meant, if any.</summary>
    /// <param name="text">What was said; what goes beyond 2,000 characters is not read.</param>
    /// <param name="language">The language to read it in where it does not show one itself, "en" or "es".</param>
    public Recognition Recognize(string text, string language)
    {
        if (Gibberish.Is(text))
        {
            return new Recognition(null, null, 1);
        }

        var model = _model.Value;
        var chances = model.Classifier.Predict(model.Features.Of(text, _detector.Detect(text) ?? language));
        var none = chances[0];
        var (best, chance) = (string.Empty, 0f);
        foreach (var (name, _) in _capabilities)
        {
            var sum = model.Labels.Index().Where(label => label.Item.Capability == name).Sum(label => chances[label.Index]);
            (best, chance) = sum > chance ? (name, sum) : (best, chance);
        }

        if (chance <= none || chance < Threshold)
        {
            return new Recognition(null, null, Math.Max(none, 1 - chance));
        }

        var intent = model.Labels.Index().Where(label => label.Item.Capability == best).MaxBy(label => chances[label.Index]).Item.Intent;
        return new Recognition(best, intent, chance);
    }

    private Model Learn()
    {
        var examples = new List<(string Text, string Language, (string? Capability, string? Intent) Label)>();
        foreach (var language in s_languages)
        {
            foreach (var (name, dialog) in _capabilities)
            {
                examples.AddRange(UtteranceFile.Read($"{name}/Utterances.{language}.txt", dialog.Assembly).Select(line => (line.Text, language, ((string?)name, line.Intent))));
            }
        }

        var names = _capabilities.Select(capability => capability.Name).ToHashSet(StringComparer.Ordinal);
        var claimed = examples.Select(example => Plain(example.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var language in s_languages)
        {
            examples.AddRange(UtteranceFile.Read($"Understanding/NoneOfThese.{language}.txt")
                .Where(line => (line.Intent is null || !names.Contains(line.Intent)) && !claimed.Contains(Plain(line.Text)))
                .Select(line => (line.Text, language, ((string?)null, (string?)null))));
        }

        var labels = examples.Select(example => example.Label).Prepend((null, null)).Distinct().ToList();
        var features = new SentenceFeatures([.. examples.Select(example => example.Text)]);
        var classifier = new LinearClassifier(
            [.. examples.Select(example => ((IReadOnlyCollection<string>)features.Of(example.Text, example.Language), labels.IndexOf(example.Label)))],
            labels.Count);
        return new Model(features, classifier, labels);
    }

    private static string Plain(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Plain));

    private sealed record Model(SentenceFeatures Features, LinearClassifier Classifier, List<(string? Capability, string? Intent)> Labels);
}
