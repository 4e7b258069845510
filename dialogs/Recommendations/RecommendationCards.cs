using AdaptiveCards;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Loans;
using LibraryBot.Dialogs.Shelves;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>The cards of this capability.</summary>
internal sealed class RecommendationCards(Standing standing)
{
    /// <summary>Up to five titles, each with why it fits, where it stands and what can be done with it.</summary>
    /// <param name="titles">The titles, in order.</param>
    /// <param name="more">The wish to continue with "more results", or null where there are no more.</param>
    /// <param name="seen">What was shown for this wish, these titles included.</param>
    /// <param name="held">A title the reader has just asked for, which is marked so instead of offered again; or null.</param>
    public AdaptiveCard Results(IReadOnlyList<FoundTitle> titles, Wish? more, IReadOnlyList<int> seen, int? held = null)
    {
        var card = CardParts.Card(
            string.Join(" ", titles.Select((found, index) => Plain(found, index + 1))),
            titles.Select((found, index) => Result(found, index + 1, held == found.Title.Id)));
        if (more is not null)
        {
            card.Actions.Add(RecommendationButtons.MoreResults(more, seen));
        }

        return card;
    }

    /// <summary>All about one title.</summary>
    /// <param name="title">The title.</param>
    /// <param name="others">Its other editions and formats.</param>
    /// <param name="held">Whether the reader has just asked for it.</param>
    /// <param name="isNoted">Whether it is to be said that it is for older readers.</param>
    public AdaptiveCard Details(Title title, IReadOnlyList<Title> others, bool held = false, bool isNoted = false)
    {
        var card = Described(title, others);
        if (isNoted)
        {
            card.Body.Add(CardParts.Line(RecommendationStrings.OlderNote));
            card.Speak = card.FallbackText = $"{card.Speak} {RecommendationStrings.OlderNote}";
        }

        if (held)
        {
            card.Body.Add(CardParts.Line(RecommendationStrings.HeldForYou));
        }
        else
        {
            card.Actions.Add(RecommendationButtons.HoldIt(title));
        }

        card.Actions.Add(RecommendationButtons.MoreLike(title));
        card.Actions.Add(ShelfButtons.AddIt(title));
        if (!held && Standing.Available(title) == 0 && title.Copies.Exists(copy => copy.Status == CopyStatus.CheckedOut))
        {
            card.Actions.Add(LoanButtons.TellMe(title));
        }

        AddLink(card, title);
        return card;
    }

    /// <summary>A title without anything to press but its link: for a chat of which the bot is no part.</summary>
    /// <param name="title">The title.</param>
    /// <param name="on">The day on which it stood so.</param>
    public AdaptiveCard Shared(Title title, DateOnly on)
    {
        var card = Described(title, []);
        card.Body.Add(CardParts.Line(Words.Of(RecommendationStrings.SharedOn, Words.Day(on)), subtle: true));
        AddLink(card, title);
        return card;
    }

    /// <summary>A few ways to begin, for somebody who does not know what to ask for.</summary>
    public static AdaptiveCard Starters()
    {
        (string Text, string Example)[] starters =
        [
            (RecommendationStrings.StartFunny, RecommendationStrings.StartFunnyExample),
            (RecommendationStrings.StartAdventure, RecommendationStrings.StartAdventureExample),
            (RecommendationStrings.StartAnimals, RecommendationStrings.StartAnimalsExample),
            (RecommendationStrings.StartComics, RecommendationStrings.StartComicsExample),
            (RecommendationStrings.StartTrue, RecommendationStrings.StartTrueExample),
            (RecommendationStrings.StartAward, RecommendationStrings.StartAwardExample),
        ];
        return CardParts.Card(
            Words.Of(RecommendationStrings.StartersPlain, Words.Choice(starters.Select(starter => starter.Text))),
            starters.Chunk(3).Select(row => new AdaptiveActionSet { Actions = [.. row.Select(starter => CardTap.SayButton(starter.Text, starter.Example))] }));
    }

    private AdaptiveCard Described(Title title, IReadOnlyList<Title> others)
    {
        var card = CardParts.Card(
            Spoken(Named(Full(title), title), standing.Line(title), standing.Way(title), title.Summary),
            CardParts.Heading(Full(title)));
        if (RecommendationWords.By(title) is { } by)
        {
            card.Body.Add(CardParts.Line(by, subtle: true));
        }

        card.Body.Add(CardParts.Line(standing.Line(title)));
        if (standing.Way(title) is { } way)
        {
            card.Body.Add(CardParts.Line(way, subtle: true));
        }

        if (title.Summary is { } summary)
        {
            card.Body.Add(CardParts.Line(summary));
        }

        card.Body.Add(new AdaptiveFactSet { Facts = [.. Facts(title)] });
        card.Body.AddRange(others.Select(other => CardParts.Line(Words.Of(RecommendationStrings.AlsoAs, Edition(other), standing.Line(other)))));
        return card;
    }

    private static void AddLink(AdaptiveCard card, Title title)
    {
        if (Uri.TryCreate(title.Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http")
        {
            card.Actions.Add(new AdaptiveOpenUrlAction { Title = RecommendationStrings.OpenLink, Url = link });
        }
    }

    private AdaptiveContainer Result(FoundTitle found, int number, bool held)
    {
        var title = found.Title;
        var container = new AdaptiveContainer { Separator = number > 1, Spacing = AdaptiveSpacing.Medium };
        container.Items.Add(CardParts.Heading(Words.Of(RecommendationStrings.Numbered, number, title.TitleProper)));
        if (Origin(title) is { Length: > 0 } origin)
        {
            container.Items.Add(CardParts.Line(origin, subtle: true));
        }

        container.Items.Add(CardParts.Line(Why(found)));
        if (But(found) is { Length: > 0 } but)
        {
            container.Items.Add(CardParts.Line(Words.Of(RecommendationStrings.But, but)));
        }

        container.Items.Add(CardParts.Line(standing.Line(title)));
        if (found.IsNoted)
        {
            container.Items.Add(CardParts.Line(RecommendationStrings.OlderNote, subtle: true));
        }

        var actions = new AdaptiveActionSet { Actions = [RecommendationButtons.About(title), RecommendationButtons.MoreLike(title)] };
        if (held)
        {
            container.Items.Add(CardParts.Line(RecommendationStrings.HeldForYou));
        }
        else
        {
            actions.Actions.Insert(0, RecommendationButtons.HoldIt(title));
        }

        container.Items.Add(actions);
        return container;
    }

    private string Plain(FoundTitle found, int number) => Spoken(
        $"{number}. {Named(found.Title.TitleProper, found.Title)}",
        Why(found),
        But(found) is { Length: > 0 } but ? Words.Of(RecommendationStrings.But, but) : null,
        standing.Line(found.Title),
        found.IsNoted ? RecommendationStrings.OlderNote : null);

    private static string Named(string name, Title title) => RecommendationWords.By(title) is { } by ? $"{name}, {by}" : name;

    private static string Spoken(params IEnumerable<string?> sentences) =>
        string.Join(" ", sentences.OfType<string>().Select(sentence => sentence.EndsWith('.') ? sentence : sentence + "."));

    private static string Why(FoundTitle found) => found.Fit.Sentence ?? Words.Sentence(string.Join(" · ", found.Fit.Why.Count > 0 ? found.Fit.Why : Kind(found.Title)));

    // Where nothing was asked that a record could answer, what it is has to do.
    private static IReadOnlyList<string> Kind(Title title) =>
    [
        .. RecommendationWords.Flavors(title).Take(2).Select(RecommendationWords.Flavor),
        RecommendationWords.Format(title.Format),
        .. new[] { RecommendationWords.Grades(title) }.OfType<string>(),
    ];

    private static string But(FoundTitle found) => string.Join(" · ", found.Fit.Misses.Select(miss => RecommendationWords.But(miss, found.Title)).OfType<string>());

    private static string Origin(Title title) => string.Join(", ", new[] { RecommendationWords.By(title), title.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>());

    private static string Full(Title title) => title.Subtitle is { Length: > 0 } subtitle ? $"{title.TitleProper}: {subtitle}" : title.TitleProper;

    private static string Edition(Title title) => string.Join(", ", new[] { RecommendationWords.Format(title.Format), RecommendationWords.Languages(title), title.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>());

    private static IEnumerable<AdaptiveFact> Facts(Title title)
    {
        (string Name, string? Value)[] facts =
        [
            (RecommendationStrings.FactSeries, title.SeriesNumber is { } number ? $"{title.SeriesName}, {number}" : title.SeriesName),
            (RecommendationStrings.FactKind, Words.Sentence(RecommendationWords.Format(title.Format))),
            (RecommendationStrings.FactLevel, Words.Sentence(string.Join(" · ", new[] { RecommendationWords.Grades(title), RecommendationWords.Lexile(title) }
                .Concat(title.ReadingLevels.Select(level => $"{level.System} {level.Value}")).OfType<string>()))),
            (RecommendationStrings.FactLanguage, Words.Sentence(Words.List(title.Languages.Select(RecommendationWords.Language)))),
            (RecommendationStrings.FactLength, RecommendationWords.Pages(title)),
            (RecommendationStrings.FactAbout, string.Join(" · ", title.Subjects.Take(4).Select(subject => subject.Split(" -- ")[0]).Distinct())),
            (RecommendationStrings.FactAwards, string.Join(" · ", title.Awards.Take(3))),
            (RecommendationStrings.FactPublished, string.Join(", ", new[] { title.Publisher, title.Edition, title.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>())),
            (RecommendationStrings.FactCopies, title.Copies.Count == 0 ? null : Words.Of(RecommendationStrings.CopiesIn, title.Copies.Count(copy => copy.Status == CopyStatus.Available), title.Copies.Count)),
        ];
        return facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => new AdaptiveFact(fact.Name, CardParts.Literal(fact.Value!)));
    }
}
