using LibraryBot.Dialogs.Understanding.Slots;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// Reads what somebody wants to read out of a sentence, English or Spanish, typos and all. It knows words, not the catalogue: a title or a
/// name is recognised by how the sentence uses it. Deterministic, and safe for any text and many threads.
/// </summary>
/// <param name="detector">Finds the language of sentences that show one.</param>
public sealed class WishReader(LanguageDetector detector)
{
    /// <summary>What a request asks for. What was not understood stays as a topic, in the reader's words.</summary>
    /// <param name="text">What was said; what goes beyond 2,000 characters is not read.</param>
    /// <param name="language">The language to read it in where it does not show one itself, "en" or "es".</param>
    public Wish Read(string text, string language) => Read(Sentence.Of(text, detector.Detect(text) ?? language));

    /// <summary>What a reply to titles just shown asks for; null where it is not about them but a request of its own, or nothing at all.</summary>
    /// <param name="text">What was said; what goes beyond 2,000 characters is not read.</param>
    /// <param name="language">The language to read it in where it does not show one itself, "en" or "es".</param>
    /// <param name="current">The wish the titles were shown for.</param>
    /// <param name="shownTitles">The titles as shown, in order.</param>
    public Refinement? ReadRefinement(string text, string language, Wish current, IReadOnlyList<string> shownTitles)
    {
        var spoken = detector.Detect(text) ?? language;
        return ChoiceReader.Read(text, spoken, shownTitles) ?? ChangeReader.Read(text, spoken, current);
    }

    private static Wish Read(Sentence sentence)
    {
        var wish = IsbnReader.Read(sentence, new Wish());
        wish = ShelfReader.Read(sentence, wish);
        wish = SeriesReader.Read(sentence, wish);
        wish = LikeReader.Read(sentence, wish);
        wish = TitleReader.Read(sentence, wish);
        wish = AuthorReader.Read(sentence, wish);
        wish = ReadKinds(sentence, wish);
        var topics = TopicReader.Read(sentence);
        if (wish is { SeriesNumber: not null, Title: null } && topics.Count > 0)
        {
            wish = wish with { Title = topics[^1] };
            topics.RemoveAt(topics.Count - 1);
        }

        var different = topics.Select(topic => topic.ToLowerInvariant()).Distinct().ToList();
        return wish with { Topics = different.FindAll(topic => !different.Exists(other => other.Length > topic.Length && $" {other} ".Contains($" {topic} ", StringComparison.Ordinal))) };
    }

    /// <summary>Reads what kind of thing is wanted, everything but names and topics.</summary>
    internal static Wish ReadKinds(Sentence sentence, Wish wish)
    {
        wish = LexileReader.Read(sentence, wish);
        wish = PagesReader.Read(sentence, wish);
        wish = GradeReader.Read(sentence, wish);
        wish = ExcludeReader.Read(sentence, wish);
        return AwardYearReader.Read(sentence, KindReader.Read(sentence, wish));
    }
}
