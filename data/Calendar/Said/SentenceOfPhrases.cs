namespace LibraryBot.Data.Calendar.Said;

/// <summary>
/// Brings together what stands apart in a sentence: "3rd period I need 15 chromebooks tomorrow" has its period before its date, "tomorrow 2nd
/// period and a camera 4th period" has one date for two periods.
/// </summary>
internal static class SentenceOfPhrases
{
    /// <summary>The phrases, each with the date, time and duration that belong to it.</summary>
    public static List<JoinedPhrase> Joined(List<PhraseSaid> phrases, SaidText text)
    {
        var useful = phrases.Where(phrase => phrase.HasDate || phrase.Time is not null || phrase.DurationIsBound || phrase.Duration is { Days: 0 }).ToList();
        var taken = new HashSet<PhraseSaid>();
        var joined = new List<JoinedPhrase>();
        for (var index = 0; index < useful.Count; index++)
        {
            var phrase = useful[index];
            if (phrase.Time is null)
            {
                continue;
            }

            var result = new JoinedPhrase(phrase.Copy(), [(phrase.First, phrase.Next)], OrElse(useful, index, text));
            if (!phrase.HasDate && Nearest(useful, index, other => other is { HasDate: true, Time: null }) is { } dated)
            {
                result.Take(dated);
                taken.Add(dated);
            }
            else if (!phrase.HasDate && useful.Take(index).LastOrDefault(other => other.HasDate) is { } before)
            {
                result.Take(before);
            }
            else if (!phrase.HasDate && useful.Skip(index + 1).FirstOrDefault(other => other.HasDate) is { } after && OrElse(useful, index + 1, text) is false)
            {
                result.Take(after);
            }

            if (phrase.Duration is null && Nearest(useful, index, other => other is { HasDate: false, Time: null, Duration: not null }) is { } length)
            {
                result.Said.Duration = length.Duration;
                result.Pieces.Add((length.First, length.Next));
                taken.Add(length);
            }

            joined.Add(result);
        }

        var dates = useful.Where(phrase => phrase.Time is null && !taken.Contains(phrase) && phrase.HasDate).ToList();
        if (joined.Count == 0)
        {
            foreach (var (phrase, index) in dates.Select((phrase, index) => (phrase, index)))
            {
                joined.Add(new JoinedPhrase(phrase.Copy(), [(phrase.First, phrase.Next)], index > 0 && OrElse(dates, index, text)));
            }

            if (joined.Count == 1 && joined[0].Said.Duration is null && useful.FirstOrDefault(phrase => phrase is { HasDate: false, Duration: not null }) is { } length)
            {
                joined[0].Said.Duration = length.Duration;
                joined[0].Pieces.Add((length.First, length.Next));
            }
        }

        return joined;
    }

    private static PhraseSaid? Nearest(List<PhraseSaid> phrases, int index, Func<PhraseSaid, bool> fits) =>
        phrases.Where(fits).MinBy(phrase => phrase.First < phrases[index].First ? phrases[index].First - phrase.Next : phrase.First - phrases[index].Next);

    private static bool OrElse(List<PhraseSaid> phrases, int index, SaidText text) =>
        index > 0 && index < phrases.Count && text.Is(SaidKind.Either, phrases[index].First - 1) && phrases[index - 1].Next >= phrases[index].First - 2;
}

/// <summary>A phrase with what it took from others of its sentence.</summary>
/// <param name="Said">What was said.</param>
/// <param name="Pieces">The tokens that said it: from the first, until before the last.</param>
/// <param name="OrElse">Whether it is an alternative to the phrase before it.</param>
internal sealed record JoinedPhrase(PhraseSaid Said, List<(int First, int Next)> Pieces, bool OrElse)
{
    /// <summary>Takes another phrase's date.</summary>
    public void Take(PhraseSaid dated)
    {
        Said.Dates.AddRange(dated.Dates);
        (Said.Either, Said.CycleDay, Said.Every, Said.Until) = (dated.Either, dated.CycleDay, dated.Every, dated.Until);
        Said.Duration ??= dated.Duration;
        Pieces.Add((dated.First, dated.Next));
    }
}
