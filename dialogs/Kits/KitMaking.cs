using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Makes kits and changes them as the teacher says.</summary>
internal sealed class KitMaking(
    KitBuilder builder, StandardLookup standards, KeptKits kept, KitShelf shelf, KitLinks links, TitleLookup lookup, TitleAnswers titles, KitCards cards, GeneralAnswers general)
{
    private const int MostNamed = 4;

    /// <summary>Begins a kit; asks for the topic where there is none, and once for the class where nothing is known of it.</summary>
    public async Task<KitAnswer> StartAsync(KitWish wish, CancellationToken cancellationToken)
    {
        var named = await standards.FindAsync(wish.Standards, cancellationToken);
        var request = wish.Apply(new KitRequest());
        request = request with
        {
            Topics = request.Topics.Count > 0 ? request.Topics : [.. named.SelectMany(standard => standard.Topics).Distinct().Take(4)],
            Grades = request.Grades ?? named.Select(standard => standard.Grades).FirstOrDefault(grades => grades is not null),
        };
        request = wish.Apply(request);
        if (request.Topics.Count == 0)
        {
            return KitAnswer.Say(KitStrings.AskTopic, new KitDraft { Request = request, Asking = KitQuestion.Topic });
        }

        if (request.Grades is null || request.Students is null)
        {
            var ask = (request.Grades, request.Students) switch
            {
                (null, null) => Words.Of(KitStrings.AskClass, KitText.Topic(request)),
                (null, _) => KitStrings.AskGrade,
                _ => KitStrings.AskStudents,
            };
            return new KitAnswer(
                CardParts.Message(ask, CardParts.Card(KitStrings.NotSure, new AdaptiveCards.AdaptiveActionSet { Actions = [CardTap.SayButton(KitStrings.NotSure, KitStrings.NotSureExample)] })),
                new KitDraft { Request = request, Asking = KitQuestion.Class });
        }

        return await ShowAsync(new KitDraft { Request = request }, null, GuessOf(wish), cancellationToken);
    }

    /// <summary>The kit of a draft as it stands today: as it was kept, or built.</summary>
    public async Task<Kit> KitOfAsync(KitDraft draft, int personId, CancellationToken cancellationToken)
    {
        var saved = !draft.IsAsKept ? null
            : draft.Code is { } code ? await links.OpenAsync(code, cancellationToken)
            : draft.KitId is { } id ? await shelf.FindAsync(personId, id, cancellationToken)
            : null;
        return saved is not null ? await kept.OpenAsync(saved, cancellationToken) : await builder.BuildAsync(draft.Request, cancellationToken);
    }

    /// <summary>Shows the kit of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="lead">The sentence before it; null for the usual one.</param>
    /// <param name="note">A sentence after it, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<KitAnswer> ShowAsync(KitDraft draft, string? lead, string? note, CancellationToken cancellationToken) =>
        Show(draft, await builder.BuildAsync(draft.Request, cancellationToken), lead, note);

    /// <summary>Shows a kit.</summary>
    public KitAnswer Show(KitDraft draft, Kit kit, string? lead, string? note = null)
    {
        var shown = draft with
        {
            Request = kit.Request,
            Asking = KitQuestion.None,
            Titles = [.. kit.Titles.Select(title => new DraftTitle(title.Title.Id, title.Title.TitleProper)).DistinctBy(title => title.Id)],
        };
        if (shown.Titles.Count == 0)
        {
            return KitAnswer.Say(Words.Of(KitStrings.Nothing, KitText.Topic(kit.Request), general.Contact), shown with { Asking = KitQuestion.Topic });
        }

        var (copies, present) = (kit.Titles.Sum(title => title.Copies), kit.Titles.Sum(title => title.In));
        var said = new[]
        {
            kit.CorrectedTopic is { } corrected && draft.Before is null ? Words.Of(KitStrings.Corrected, corrected) : null,
            lead ?? (draft.Before is null
                ? Words.Of(KitStrings.Lead, KitText.Topic(kit.Request), shown.Titles.Count, copies, present)
                : Words.Of(KitStrings.LeadChanged, shown.Titles.Count, copies, present)),
            kit.Gaps.Count > 0 ? KitStrings.LeadMissing : null,
            note,
        };
        return new KitAnswer(CardParts.Message(string.Join(" ", said.OfType<string>()), cards.Show(kit, shown)), shown);
    }

    /// <summary>Answers what was said to a question.</summary>
    /// <returns>Null where it is about something else.</returns>
    public async Task<KitAnswer?> AnsweredAsync(KitDraft draft, string text, string language, CancellationToken cancellationToken)
    {
        if (draft.Asking == KitQuestion.Topic)
        {
            var topic = KitWishReader.Read(text, language, topicAsked: true);
            return Phrasing.AskedFor(text) is not null || (topic.Topics.Count == 0 && topic.HasOnlyTopics) ? null : await StartAsync(Joined(draft, topic), cancellationToken);
        }

        var wish = KitWishReader.Read(text, language);
        if (KitPhrases.IsNotSure(text))
        {
            return await ShowAsync(draft with { Asking = KitQuestion.None }, null, null, cancellationToken);
        }

        if (draft.Request.Grades is null && KitPhrases.BareClass(text) is { } bare)
        {
            wish = wish with { Grades = new GradeRange(bare.Grade, bare.Grade), Students = bare.Students };
        }

        if (wish is { Students: null } && KitPhrases.BareClass(text) is null && KitWishReader.BareCount(text, language) is { } students && students != wish.Grades?.Low)
        {
            wish = wish with { Students = students };
        }

        if (wish is { Grades: null, Students: null } && draft.Request.Grades is null && KitPhrases.BareGrade(text, language) is { } grade)
        {
            wish = wish with { Grades = grade };
        }

        // Asked for the class, nobody names another topic; whoever does wants something else.
        return wish.HasOnlyTopics || KitWords.SpeaksOfKit(text, language) ? null
            : await ShowAsync(draft with { Request = (wish with { Topics = [] }).Apply(draft.Request), Asking = KitQuestion.None }, null, GuessOf(wish), cancellationToken);
    }

    /// <summary>The kit after a change.</summary>
    public Task<KitAnswer> ChangeAsync(KitDraft draft, KitReply.Changed changed, CancellationToken cancellationToken) =>
        ShowAsync(draft.Changed(changed.Wish.Apply(draft.Request, changed.IsBesides)), null, GuessOf(changed.Wish), cancellationToken);

    /// <summary>The kit with more copies for some.</summary>
    public async Task<KitAnswer> MoreAsync(KitDraft draft, KitReply.More more, CancellationToken cancellationToken)
    {
        var groups = draft.Request.Groups.ToList();
        var at = groups.FindIndex(group => group.Language == more.Language && (more.Grade is null || group.Grade == more.Grade));
        if (at < 0)
        {
            groups.Add(new KitGroup(more.Count, more.Grade, more.Language));
        }
        else
        {
            groups[at] = groups[at] with { More = groups[at].More + more.Count };
        }

        var before = await CopiesAsync(draft.Request, more, cancellationToken);
        var changed = draft.Changed(draft.Request with { Groups = groups });
        var after = await CopiesAsync(changed.Request, more, cancellationToken);
        return await ShowAsync(changed, null, after > before ? null : KitStrings.NoMore, cancellationToken);
    }

    /// <summary>The kit easier or harder.</summary>
    public Task<KitAnswer> HarderAsync(KitDraft draft, int by, CancellationToken cancellationToken)
    {
        var changed = draft.Changed(draft.Request with { Harder = draft.Request.Harder + by });
        return changed.Request.Harder == draft.Request.Harder ? Task.FromResult(KitAnswer.Say(KitStrings.Levels)) : ShowAsync(changed, null, null, cancellationToken);
    }

    /// <summary>The kit without titles by their numbers.</summary>
    public async Task<KitAnswer> RemoveAsync(KitDraft draft, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            return draft.Focus is { } focus && draft.Titles.FirstOrDefault(title => title.Id == focus) is { } spoken ? await WithoutAsync(draft, [spoken], cancellationToken)
                : draft.Titles.Count == 1 ? await WithoutAsync(draft, draft.Titles, cancellationToken)
                : KitAnswer.Say(KitStrings.RemoveWhich);
        }

        var at = numbers.Select(number => number < 0 ? draft.Titles.Count : number).ToList();
        return at.Find(number => number < 1 || number > draft.Titles.Count) is var missing and not 0
            ? KitAnswer.Say(Words.Of(KitStrings.NoNumber, missing))
            : await WithoutAsync(draft, [.. at.Select(number => draft.Titles[number - 1])], cancellationToken);
    }

    /// <summary>The kit with a title by its name.</summary>
    public async Task<KitAnswer> AddAsync(KitDraft draft, string name, CancellationToken cancellationToken)
    {
        switch (await lookup.FindAsync(new Wish { Title = name }, cancellationToken))
        {
            case LookedUp.Owned owned when draft.Request.WithTitleIds.Contains(owned.Title.Id):
                return KitAnswer.Say(Words.Sentence(Words.Of(KitStrings.AlreadyIn, owned.Title.TitleProper)));
            case LookedUp.Owned owned:
                var request = draft.Request with
                {
                    WithTitleIds = [.. draft.Request.WithTitleIds, owned.Title.Id],
                    WithoutTitleIds = [.. draft.Request.WithoutTitleIds.Where(id => id != owned.Title.Id)],
                };
                return await ShowAsync(draft.Changed(request) with { Focus = owned.Title.Id }, Words.Of(KitStrings.Added, owned.Title.TitleProper), null, cancellationToken);
            case LookedUp.Several several:
                return KitAnswer.Say(Words.Of(KitStrings.AddWhich, Words.List(several.Titles.Select(title => title.TitleProper).Distinct().Take(MostNamed))));
            default:
                return KitAnswer.Say(Words.Of(KitStrings.NotOwned, name));
        }
    }

    /// <summary>All about one title of the kit.</summary>
    public async Task<KitAnswer> AboutAsync(KitDraft draft, int number, ITurnContext turn, CancellationToken cancellationToken)
    {
        var at = number < 0 ? draft.Titles.Count : number;
        return at < 1 || at > draft.Titles.Count ? KitAnswer.Say(Words.Of(KitStrings.NoNumber, number))
            : await titles.DetailsAsync(draft.Titles[at - 1].Id, Reader.Of(turn), cancellationToken) is { } details ? new KitAnswer(details.Message, draft with { Focus = draft.Titles[at - 1].Id })
            : KitAnswer.Say(RecommendationStrings.Gone);
    }

    /// <summary>The kit as it was before the last change.</summary>
    public Task<KitAnswer> UndoAsync(KitDraft draft, CancellationToken cancellationToken) =>
        draft.Before is { } before ? ShowAsync(draft.Changed(before), null, null, cancellationToken) : Task.FromResult(KitAnswer.Say(KitStrings.NoUndo));

    private Task<KitAnswer> WithoutAsync(KitDraft draft, IReadOnlyList<DraftTitle> gone, CancellationToken cancellationToken)
    {
        var ids = gone.Select(title => title.Id).ToList();
        var request = draft.Request with
        {
            WithoutTitleIds = [.. draft.Request.WithoutTitleIds.Union(ids)],
            WithTitleIds = [.. draft.Request.WithTitleIds.Except(ids)],
        };
        return ShowAsync(draft.Changed(request) with { Focus = null }, Words.Of(KitStrings.Removed, Words.List(gone.Select(title => title.Name))), null, cancellationToken);
    }

    private async Task<int> CopiesAsync(KitRequest request, KitReply.More more, CancellationToken cancellationToken) =>
        (await builder.BuildAsync(request, cancellationToken)).Sections
            .Where(section => section.Group is { } group && group.Language == more.Language && (more.Grade is null || group.Grade == more.Grade)).Sum(section => section.Copies);

    private static KitWish Joined(KitDraft draft, KitWish wish) => wish with
    {
        Standards = [.. draft.Request.Standards.Union(wish.Standards)],
        Grades = wish.Grades ?? draft.Request.Grades,
        Students = wish.Students ?? draft.Request.Students,
        Groups = wish.Groups.Count > 0 ? wish.Groups : [.. draft.Request.Groups.Select(group => new WishedGroup(new SaidCount(group.Students, 1), group.Grade, group.Language, 0))],
        Language = wish.Language ?? draft.Request.Language,
        Formats = wish.Formats.Count > 0 ? wish.Formats : draft.Request.Formats,
        OnlyFormats = wish.OnlyFormats || draft.Request.OnlyFormats,
        Without = [.. draft.Request.Without.Union(wish.Without)],
        WithoutFormats = [.. draft.Request.WithoutFormats.Union(wish.WithoutFormats)],
        Fiction = wish.Fiction ?? draft.Request.Fiction,
    };

    private static string? GuessOf(KitWish wish) => wish.Groups.Any(group => group.Count.IsGuess) ? Words.Of(KitStrings.Guessed, SaidCount.Some) : null;
}
