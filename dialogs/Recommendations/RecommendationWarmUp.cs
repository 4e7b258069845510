using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Runs what answers a wish once, so that nobody's first question waits for the compiler and for the database's first look.</summary>
public sealed class RecommendationWarmUp
{
    private readonly WishReader _reader;
    private readonly WishSearch _search;
    private readonly RecommendationCards _cards;

    internal RecommendationWarmUp(WishReader reader, WishSearch search, RecommendationCards cards) => (_reader, _search, _cards) = (reader, search, cards);

    /// <summary>Searches and makes a card that nobody sees. Nothing is written and nobody's wish is noted.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The grade and the flavor make it look in more than one way.
        var wish = _reader.Read("a funny graphic novel about animals for a 4th grader", "en");
        var found = await _search.FindAsync(wish, [], default, cancellationToken);
        _cards.Results(found.Titles, wish, []).ToJson();
    }
}
