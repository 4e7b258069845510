using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Understanding;
using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Reads what a kit should be out of a sentence, English or Spanish. Deterministic, and safe for any text and many threads.</summary>
internal static class KitWishReader
{
    private const int FewestStudents = 5;

    /// <summary>What a sentence says.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="language">The language to read it in, "en" or "es".</param>
    /// <param name="topicAsked">Whether the teacher was asked for the topic, so that what is left over is one.</param>
    public static KitWish Read(string text, string language, bool topicAsked = false)
    {
        var (codes, rest) = StandardCodes.Take(text);
        var sentence = Sentence.Of(rest, language);
        var topic = KitTopic.Explicit(sentence, topicAsked);
        var wish = KitGroups.Read(sentence, rest, language, new KitWish { Standards = codes });
        var isOnly = KitWords.Find(sentence, KitWords.IsOnly);
        var kinds = WishReader.ReadKinds(sentence, new Wish());
        wish = wish with
        {
            Grades = wish.Grades ?? kinds.Grades,
            Language = kinds.Languages.Count > 0 && wish.Groups.All(group => group.Language != kinds.Languages[0]) ? kinds.Languages[0] : null,
            Formats = kinds.Formats,
            OnlyFormats = isOnly && kinds.Formats.Count > 0,
            WithoutFormats = [.. kinds.Without.Select(FormatOf).OfType<TitleFormat>()],
            Without = [.. kinds.Without.Where(word => FormatOf(word) is null)],
            Fiction = kinds.Fiction,
        };
        KitWords.UseAll(sentence);
        var left = TopicReader.Read(sentence).Where(word => !KitWords.SaysNothing(word)).ToList();
        return wish with { Topics = topic is not null ? [topic] : left.Count > 0 ? [.. left.Select(word => word.ToLowerInvariant()).Distinct()] : [.. kinds.Flavors] };
    }

    /// <summary>The number of students in a short answer, "28" or "unos treinta"; null where there is none.</summary>
    public static int? BareCount(string text, string language)
    {
        var sentence = Sentence.Of(text, language);
        var counts = Enumerable.Range(0, sentence.Count).Select(at => SaidCount.At(sentence, at)).Where(count => count is { IsGuess: false, IsHalf: false, Value: >= FewestStudents }).ToList();
        return counts.Count > 0 ? counts[^1]!.Value.Value : null;
    }

    private static TitleFormat? FormatOf(string word)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var sentence = Sentence.Of(word, language);
            if (sentence.Count > 0 && sentence.Match(0, "format") is { Length: > 0 } format)
            {
                return Enum.Parse<TitleFormat>(format.Value);
            }
        }

        return null;
    }
}
