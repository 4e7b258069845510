using LibraryBot.Data.Calendar;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Kits;

/// <summary>Keeps kits under names, opens them, and gives links to them. Where others read along, what somebody keeps is told to them alone.</summary>
internal sealed class KitKeeping(KitShelf shelf, KitLinks links, KeptKits kept, KitMaking making, KitCards cards, KitPages pages, LibraryProfile profile, GeneralAnswers general)
{
    /// <summary>Keeps the kit of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="name">The name; null for the one it has, or one made of its topic.</param>
    /// <param name="replaces">Whether a kit of that name may be replaced.</param>
    /// <param name="personId">Whose it is to be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<KitAnswer> SaveAsync(KitDraft draft, string? name, bool replaces, int personId, CancellationToken cancellationToken)
    {
        var called = name ?? draft.Name ?? Suggested(draft.Request);
        // In a group the kit that is looked at may be somebody else's; theirs of the same name is no copy of it.
        var isItself = draft.KitId is { } id && await shelf.FindAsync(personId, id, cancellationToken) is { } own && own.NameKey == UnitKit.KeyOf(called);
        var kit = await making.KitOfAsync(draft, personId, cancellationToken);
        switch (await shelf.SaveAsync(personId, called, kit, replaces || isItself, cancellationToken))
        {
            case SaveKitOutcome.Saved saved:
                return KitAnswer.Say(Words.Of(KitStrings.Saved, saved.Kit.Name), draft with { KitId = saved.Kit.Id, Name = saved.Kit.Name, IsAsKept = true, Code = null });
            case SaveKitOutcome.NameTaken taken:
                return new KitAnswer(CardParts.Message(null, KitCards.NameTaken(draft, taken.Kit.Name, await FreeAsync(taken.Kit.Name, personId, cancellationToken))));
            case SaveKitOutcome.NotAName:
                return KitAnswer.Say(Words.Of(KitStrings.NotAName, UnitKit.LongestName));
            case SaveKitOutcome.TooMany:
                return KitAnswer.Say(Words.Of(KitStrings.TooMany, KitShelf.MostKits));
            default:
                return new KitAnswer(general.NotForYou());
        }
    }

    /// <summary>Gives a link to the kit of a draft, which is kept first where it is not yet.</summary>
    public async Task<KitAnswer> ShareAsync(KitDraft draft, int personId, CancellationToken cancellationToken)
    {
        if (draft is not { IsAsKept: true, KitId: not null })
        {
            var name = draft.Name ?? Suggested(draft.Request);
            var saved = await SaveAsync(draft, draft.KitId is null ? await FreeAsync(name, personId, cancellationToken) : name, replaces: false, personId, cancellationToken);
            if (saved.Draft is null)
            {
                return saved;
            }

            draft = saved.Draft;
        }

        return await shelf.FindAsync(personId, draft.KitId!.Value, cancellationToken) is { } kit && await links.ShareAsync(personId, kit.Id, cancellationToken) is { } share
            ? new KitAnswer(CardParts.Message(null, cards.Link(kit, share)), draft)
            : KitAnswer.Say(KitStrings.Gone);
    }

    /// <summary>Gives the page to print and the file: a link as any.</summary>
    public Task<KitAnswer> PrintAsync(KitDraft draft, int personId, CancellationToken cancellationToken) =>
        !pages.HaveAnAddress ? Task.FromResult(KitAnswer.Say(Words.Of(KitStrings.NoPage, general.Contact))) : ShareAsync(draft, personId, cancellationToken);

    /// <summary>Withdraws the link of a kept kit.</summary>
    public async Task<KitAnswer> WithdrawAsync(int? kitId, int personId, CancellationToken cancellationToken) =>
        KitAnswer.Say(kitId is { } id && await links.WithdrawAsync(personId, id, cancellationToken) ? KitStrings.Withdrawn : KitStrings.NoLink);

    /// <summary>The kits somebody keeps.</summary>
    public async Task<KitAnswer> MineAsync(ITurnContext turn, int personId, CancellationToken cancellationToken)
    {
        var kits = await shelf.OfAsync(personId, cancellationToken);
        return new KitAnswer(await turn.AloneAsync(
            kits.Count == 0 ? GeneralAnswers.Text(KitStrings.MineNone) : CardParts.Message(KitStrings.Mine, KitCards.Mine(kits, profile.Zone)), cancellationToken));
    }

    /// <summary>Opens a kept kit by its name or number, or one that is shared by its code.</summary>
    public async Task<KitAnswer> OpenAsync(string? name, int? kitId, ITurnContext turn, int personId, CancellationToken cancellationToken)
    {
        if (name is not null && KitCode.In(name) is { } code)
        {
            return await links.OpenAsync(code, cancellationToken) is { } shared
                ? Show(shared, await kept.OpenAsync(shared, cancellationToken), shared.OwnerId == personId ? null : code)
                : KitAnswer.Say(KitStrings.BadCode);
        }

        var kit = kitId is { } id ? await shelf.FindAsync(personId, id, cancellationToken) : await shelf.FindAsync(personId, name!, cancellationToken);
        if (kit is not null)
        {
            return Show(kit, await kept.OpenAsync(kit, cancellationToken), null);
        }

        if (turn.IsGroup() || name is null)
        {
            return KitAnswer.Say(name is null ? KitStrings.Gone : Words.Of(KitStrings.NotFound, name));
        }

        var kits = await shelf.OfAsync(personId, cancellationToken);
        var said = Words.Of(KitStrings.NotFound, name);
        return kits.Count == 0 ? KitAnswer.Say($"{said} {KitStrings.MineNone}") : new KitAnswer(CardParts.Message($"{said} {KitStrings.Mine}", KitCards.Mine(kits, profile.Zone)));
    }

    /// <summary>Deletes a kept kit, by its name or the one that is looked at.</summary>
    public async Task<KitAnswer> DeleteAsync(KitDraft? draft, string? name, int personId, CancellationToken cancellationToken)
    {
        var kit = name is not null ? await shelf.FindAsync(personId, name, cancellationToken)
            : draft?.KitId is { } id ? await shelf.FindAsync(personId, id, cancellationToken)
            : null;
        return kit is null ? KitAnswer.Say(name is null ? KitStrings.NotKept : Words.Of(KitStrings.NotFound, name))
            : await shelf.DeleteAsync(personId, kit.Id, cancellationToken) ? KitAnswer.Say(Words.Of(KitStrings.Deleted, kit.Name), draft is { } looked && looked.KitId == kit.Id ? looked with { KitId = null, IsAsKept = false } : null)
            : KitAnswer.Say(Words.Of(KitStrings.NotFound, kit.Name));
    }

    private KitAnswer Show(UnitKit kit, Kit opened, string? code) => making.Show(
        new KitDraft { Request = opened.Request, Name = kit.Name, KitId = code is null ? kit.Id : null, Code = code, IsAsKept = true },
        opened,
        Words.Of(code is null ? KitStrings.Opened : KitStrings.OpenedShared, kit.Name));

    private async Task<string> FreeAsync(string name, int personId, CancellationToken cancellationToken)
    {
        var taken = (await shelf.OfAsync(personId, cancellationToken)).Select(kit => kit.NameKey).ToHashSet(StringComparer.Ordinal);
        var shortened = name.Length > UnitKit.LongestName - 4 ? name[..(UnitKit.LongestName - 4)].Trim() : name;
        return taken.Contains(UnitKit.KeyOf(name))
            ? Enumerable.Range(2, KitShelf.MostKits + 1).Select(number => FormattableString.Invariant($"{shortened} {number}")).First(free => !taken.Contains(UnitKit.KeyOf(free)))
            : name;
    }

    private static string Suggested(KitRequest request)
    {
        var topic = Words.Sentence(KitText.Topic(request));
        topic = topic.Length > UnitKit.LongestName - 20 ? topic[..(UnitKit.LongestName - 20)].Trim() : topic;
        return request.Grades is { } grades ? Words.Of(KitStrings.SuggestedName, topic, Recommendations.RecommendationWords.Grades(grades)) : topic;
    }
}
