using AdaptiveCards;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;

namespace LibraryBot.Dialogs.Kits;

/// <summary>The cards of this capability.</summary>
/// <param name="times">The school's day.</param>
/// <param name="pages">Where the pages are.</param>
internal sealed class KitCards(OpeningTimes times, KitPages pages)
{
    private const int MostForClass = 8;
    private const int MostForOthers = 5;
    private const int MostKits = 10;
    private const int MostDatabaseButtons = 4;

    /// <summary>A kit: what is missing first, then for whom there is what.</summary>
    /// <param name="kit">The kit.</param>
    /// <param name="draft">The draft, its titles numbered as they are to be on the card.</param>
    public AdaptiveCard Show(Kit kit, KitDraft draft)
    {
        var lines = new List<string> { Words.Of(KitStrings.Title, KitText.Topic(kit.Request)), KitText.Summary(kit.Request) };
        lines.AddRange(kit.Standards.Select(standard => Words.Of(KitStrings.Standard, standard.Code, standard.Text)));
        var body = new List<AdaptiveElement> { CardParts.Heading(lines[0]) };
        body.AddRange(lines.Skip(1).Where(line => line.Length > 0).Select(line => CardParts.Line(line, subtle: true)));
        if (kit.Gaps.Count > 0)
        {
            body.Add(Part(KitStrings.Missing, kit.Gaps.Select(gap => (AdaptiveElement)CardParts.Line(KitText.Gap(gap)))));
            lines.Add(KitStrings.Missing + ":");
            lines.AddRange(kit.Gaps.Select(KitText.Gap));
        }

        foreach (var section in kit.Sections)
        {
            body.Add(Part(KitText.Heading(section), TitlesOf(section, draft, kit.Request)));
            lines.Add(KitText.Heading(section) + ":");
            lines.AddRange(Shown(section).Select(title => $"{Numbered(title, draft)}: {KitText.Copies(title, times.Today)}."));
        }

        if (kit.Databases.Count > 0)
        {
            body.Add(Part(KitStrings.Databases, DatabasesOf(kit)));
            lines.Add($"{KitStrings.Databases}: {Words.List(kit.Databases.Select(database => database.Name))}.");
        }

        body.Add(new AdaptiveActionSet { Actions = [.. Buttons(draft).Take(3)] });
        body.Add(new AdaptiveActionSet { Actions = [.. Buttons(draft).Skip(3)] });
        return CardParts.Card(string.Join(" ", lines.Where(line => line.Length > 0).Select(line => line[^1] is '.' or ':' or '!' or '?' ? line : line + ".")), body);
    }

    /// <summary>The kits somebody keeps, the one kept last first.</summary>
    public static AdaptiveCard Mine(IReadOnlyList<UnitKit> kits, TimeZoneInfo zone)
    {
        var lines = kits.Take(MostKits).Select(kit => Words.Of(
            KitStrings.MineLine, kit.Name, Words.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(kit.ChangedAt, zone).DateTime)))).ToList();
        var body = new List<AdaptiveElement> { CardParts.Heading(KitStrings.MineCard) };
        body.AddRange(kits.Take(MostKits).Zip(lines, (kit, line) => new AdaptiveContainer
        {
            Separator = true,
            Items = [CardParts.Line(line), CardParts.Line(KitText.Summary(kit.Request) is { Length: > 0 } summary ? summary : KitText.Topic(kit.Request), subtle: true), new AdaptiveActionSet { Actions = [KitButtons.OpenKit(kit)] }],
        }));
        if (kits.Count > MostKits)
        {
            lines.Add(Words.Of(KitStrings.MineMore, kits.Count - MostKits));
            body.Add(CardParts.Line(lines[^1]));
        }

        return CardParts.Card($"{KitStrings.Mine} {string.Join(". ", lines)}.", body);
    }

    /// <summary>The link to a kept kit, to open, to have as a file and to withdraw.</summary>
    public AdaptiveCard Link(UnitKit kit, KitShare share)
    {
        var until = Words.Day(times.Today.AddDays((int)KitLinks.Lasts.TotalDays));
        var page = pages.Page(share.Token, SpokenLanguage.Current);
        var said = page is null
            ? Words.Of(KitStrings.SharedCode, kit.Name, until, share.Token)
            : $"{Words.Of(KitStrings.Shared, kit.Name, until, page)} {Words.Of(KitStrings.SharedHint, share.Token)}";
        var card = CardParts.Card(said, CardParts.Heading(Words.Of(KitStrings.ShareCard, kit.Name)));
        card.Body.AddRange(page is null
            ? [CardParts.Line(said)]
            : [CardParts.Line(Words.Of(KitStrings.Shared, kit.Name, until, page)), CardParts.Line(Words.Of(KitStrings.SharedHint, share.Token), subtle: true)]);
        if (page is not null)
        {
            card.Actions.Add(new AdaptiveOpenUrlAction { Title = KitStrings.ButtonPage, Url = page });
            card.Actions.Add(new AdaptiveOpenUrlAction { Title = KitStrings.ButtonCsv, Url = pages.Csv(share.Token, SpokenLanguage.Current) });
        }

        card.Actions.Add(KitButtons.WithdrawLink(kit.Id));
        return card;
    }

    /// <summary>That a name is taken, and what can be done.</summary>
    public static AdaptiveCard NameTaken(KitDraft draft, string name, string other)
    {
        var card = CardParts.Card(Words.Of(KitStrings.NameTaken, name), CardParts.Line(Words.Of(KitStrings.NameTaken, name)));
        card.Actions.Add(KitButtons.About(KitButtons.Replace, KitStrings.ButtonReplace, draft, name));
        card.Actions.Add(KitButtons.About(KitButtons.Save, Words.Of(KitStrings.ButtonOther, other), draft, other));
        return card;
    }

    private static IEnumerable<AdaptiveAction> Buttons(KitDraft draft) =>
    [
        KitButtons.About(KitButtons.Hold, KitStrings.ButtonHold, draft),
        KitButtons.About(KitButtons.Save, KitStrings.ButtonSave, draft),
        KitButtons.About(KitButtons.Share, KitStrings.ButtonShare, draft),
        KitButtons.About(KitButtons.Print, KitStrings.ButtonPrint, draft),
        KitButtons.About(KitButtons.Easier, KitStrings.ButtonEasier, draft),
        KitButtons.About(KitButtons.Harder, KitStrings.ButtonHarder, draft),
    ];

    private static AdaptiveContainer Part(string heading, IEnumerable<AdaptiveElement> items) => new()
    {
        Separator = true,
        Spacing = AdaptiveSpacing.Medium,
        Items = [CardParts.Heading(heading), .. items],
    };

    private IEnumerable<AdaptiveElement> TitlesOf(KitSection section, KitDraft draft, KitRequest request)
    {
        foreach (var title in Shown(section))
        {
            yield return CardParts.Line(Numbered(title, draft));
            var note = KitText.Note(title);
            yield return new AdaptiveTextBlock(CardParts.Literal($"{KitText.Kind(title, request)} · {KitText.Copies(title, times.Today)}{(note is null ? "" : $" · {note}")}"))
            {
                Wrap = true,
                IsSubtle = true,
                Spacing = AdaptiveSpacing.None,
            };
        }

        var rest = section.Titles.Count - Shown(section).Count();
        if (rest > 0)
        {
            yield return CardParts.Line(rest == 1 ? KitStrings.AndOneMore : Words.Of(KitStrings.AndMore, rest));
        }
    }

    private static IEnumerable<KitTitle> Shown(KitSection section) => section.Titles.Take(section.Part == KitPart.Class ? MostForClass : MostForOthers);

    private static string Numbered(KitTitle title, KitDraft draft)
    {
        var number = draft.Titles.Index().First(each => each.Item.Id == title.Title.Id).Index + 1;
        return Words.Of(RecommendationStrings.Numbered, number, KitText.Named(title.Title));
    }

    private static IEnumerable<AdaptiveElement> DatabasesOf(Kit kit)
    {
        foreach (var database in kit.Databases.Where(database => database.About.Count > 0))
        {
            yield return CardParts.Line(Words.Of(KitStrings.Database, database.Name, database.About.Here()), subtle: true);
        }

        yield return new AdaptiveActionSet { Actions = [.. kit.Databases.Take(MostDatabaseButtons).Select(database => new AdaptiveOpenUrlAction { Title = database.Name, Url = database.Url })] };
    }
}
