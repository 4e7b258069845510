namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices and values by their words.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    /// <summary>The choices whose value, button or synonym is in what was said, in the order they were said.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions? options = null)
    {
        if (string.IsNullOrWhiteSpace(utterance))
        {
            throw new ArgumentNullException(nameof(utterance));
        }

        ArgumentNullException.ThrowIfNull(choices);
        options ??= new FindChoicesOptions();
        var values = new List<SortedValue>();
        for (var i = 0; i < choices.Count; i++)
        {
            foreach (var value in ValuesOf(choices[i], options).Where(value => !string.IsNullOrEmpty(value)))
            {
                values.Add(new SortedValue { Value = value!, Index = i });
            }
        }

        return FindValues(utterance, values, options).ConvertAll(found => new ModelResult<FoundChoice>
        {
            Start = found.Start,
            End = found.End,
            TypeName = "choice",
            Text = found.Text,
            Resolution = new FoundChoice
            {
                Value = choices[found.Resolution.Index].Value,
                Index = found.Resolution.Index,
                Score = found.Resolution.Score,
                Synonym = found.Resolution.Value,
            },
        });
    }

    /// <summary>The values whose words are in what was said, each thing they stand for once, in the order they were said.</summary>
    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var search = new ValueSearch(utterance, options ?? new FindValuesOptions());

        // Longer values are tried first: "bread pudding" before "bread". Sorting by score keeps that order among equals, but what was said
        // word for word goes before all.
        var matches = values
            .OrderByDescending(value => value.Value.Length)
            .SelectMany(search.Matches)
            .OrderByDescending(match => match.Resolution.Score)
            .ThenByDescending(match => string.Equals(match.Resolution.Value, utterance?.Trim(), StringComparison.OrdinalIgnoreCase));
        return search.WithoutOverlaps(matches);
    }

    private static IEnumerable<string?> ValuesOf(Choice choice, FindChoicesOptions options)
    {
        if (!options.NoValue)
        {
            yield return choice.Value;
        }

        if (!options.NoAction)
        {
            yield return choice.Action?.Title;
        }

        foreach (var synonym in choice.Synonyms ?? [])
        {
            yield return synonym;
        }
    }
}
