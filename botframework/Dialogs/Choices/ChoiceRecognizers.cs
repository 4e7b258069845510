using Microsoft.Bot.Builder.Dialogs.Recognition;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Recognizes which choice was meant.</summary>
public static class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>
    /// By the words of the choices; where none is said, by place: "the second", "the last", else "2" or "two". One way only, so that "the first division
    /// book" is not taken for the first.
    /// </summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions? options = null)
    {
        utterance ??= string.Empty;
        ArgumentNullException.ThrowIfNull(list);
        var matched = string.IsNullOrWhiteSpace(utterance) ? [] : Find.FindChoices(utterance, list, options);
        if (matched.Count > 0)
        {
            return matched;
        }

        var ordinals = options?.RecognizeOrdinals is false ? [] : Ordinals(utterance, list.Count, options?.Locale);
        var places = ordinals.Count == 0 && options?.RecognizeNumbers is not false ? NumberRecognizer.Numbers(utterance, options?.Locale) : ordinals;
        return
        [
            .. from place in places
               where place.Value >= 1 && place.Value <= list.Count && decimal.IsInteger(place.Value)
               let index = (int)place.Value - 1
               select new ModelResult<FoundChoice>
               {
                   Start = place.Start,
                   End = place.End,
                   TypeName = "choice",
                   Text = place.Text,
                   Resolution = new FoundChoice { Value = list[index].Value, Index = index, Score = 1 },
               },
        ];
    }

    /// <summary>Places counted from the first and from the last; "second" in "second to last" is not the second.</summary>
    private static IReadOnlyList<FoundNumber> Ordinals(string utterance, int count, string? locale)
    {
        var fromStart = NumberRecognizer.Ordinals(utterance, locale);
        return PlaceFromEnd.Find(utterance, locale) is { Count: > 0 } fromEnd
            ?
            [
                .. fromEnd.Select(place => place with { Value = count + 1 - place.Value })
                    .Concat(fromStart.Where(place => !fromEnd.Any(other => place.Start <= other.End && other.Start <= place.End)))
                    .OrderBy(place => place.Start),
            ]
            : fromStart;
    }
}
