using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>
/// Puts a kit together from what the library owns. The rule: groups are served before the class, those with least to choose from first; each title is for one
/// section; copies that are in come before copies that are out; one copy is the teacher's. What there is too little of is said, and nothing is made up.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="catalog">Finds the titles.</param>
/// <param name="standards">Finds the standards named.</param>
/// <param name="profile">The school, for its databases.</param>
public sealed class KitBuilder(IDbContextFactory<LibraryContext> factory, ICatalogSearch catalog, StandardLookup standards, LibraryProfile profile)
{
    /// <summary>The most titles for the class or for a group.</summary>
    public const int MostTitles = 40;

    private const int WithoutStudents = 10, MostTogether = 4, MostOnline = 4;

    /// <summary>Builds it. A request without topics gets those of its standards; where there are none either, the kit is empty.</summary>
    public async Task<Kit> BuildAsync(KitRequest asked, CancellationToken cancellationToken)
    {
        var request = asked.Bounded();
        var named = await standards.FindAsync(request.Standards, cancellationToken);
        request = Completed(request, named);
        var (topics, corrected) = await SpelledAsync(request, cancellationToken);
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var byHand = await context.TitlesByIdAsync(request.WithTitleIds, cancellationToken);
        var wanted = Wanted(request);
        var search = new KitSearch(catalog, request, topics);
        foreach (var section in wanted)
        {
            section.Candidates = topics.Count == 0 ? [] : await search.FindAsync(section.Grades, section.IsReadingLevel, section.Language, section.Enough, cancellationToken);
        }

        var waiting = await KitCopies.WaitingAsync(context, [.. wanted.SelectMany(section => section.Candidates).Select(candidate => candidate.Title.Id), .. request.WithTitleIds], cancellationToken);
        var sections = Sections(request, wanted, [.. byHand.Where(title => title.WithdrawnAt is null)], new KitChoice(request, waiting));
        return new Kit(request, sections, [.. GapsOf(request, named, sections)])
        {
            Standards = named,
            Databases = KitDatabases.For(profile, request, topics),
            CorrectedTopic = corrected,
        };
    }

    private static KitRequest Completed(KitRequest request, IReadOnlyList<Standard> named) => request with
    {
        Topics = request.Topics.Count > 0 ? [.. request.Topics.SelectMany(UnitTopics.Apart).Where(topic => topic.Length > 0).Distinct().Take(4)] : [.. named.SelectMany(standard => standard.Topics).Distinct().Take(4)],
        // A standard for every grade says nothing of this class.
        Grades = request.Grades ?? named.Select(standard => standard.Grades).FirstOrDefault(grades => grades is not null),
    };

    // One word wrong is put right once, for all sections.
    private async Task<(IReadOnlyList<string> Topics, string? Corrected)> SpelledAsync(KitRequest request, CancellationToken cancellationToken)
    {
        var topics = new List<string>();
        string? corrected = null;
        foreach (var topic in request.Topics)
        {
            var found = UnitTopics.Same(topic).Count > 1 ? null : (await catalog.SearchAsync(new CatalogQuery { Text = topic, Take = 1 }, cancellationToken)).CorrectedText;
            corrected ??= found;
            topics.Add(found ?? topic);
        }

        return (topics, corrected);
    }

    private static List<WantedSection> Wanted(KitRequest request)
    {
        var grades = request.Grades is { } own ? new GradeRange(Math.Clamp(own.Low + request.Harder, -1, 12), Math.Clamp(own.High + request.Harder, -1, 12)) : (GradeRange?)null;
        return
        [
            new WantedSection(KitPart.Class, null, request.ClassStudents ?? 0, grades, request.Harder != 0, request.Language) { IsCounted = request.Students is not null },
            .. request.Groups.Select(group => new WantedSection(
                KitPart.Group,
                group,
                group.Needed,
                group.Grade is { } grade ? new GradeRange(grade, grade) : grades,
                group.Grade is not null || request.Harder != 0,
                group.Language ?? request.Language)),
        ];
    }

    private static List<KitSection> Sections(KitRequest request, List<WantedSection> wanted, List<Title> byHand, KitChoice choice)
    {
        var main = wanted[0];
        var hand = new KitScore { Topic = 1, Level = 1, IsByHand = true };
        var given = byHand.Where(title => KitCopies.IsForOne(title.Format) && KitCopies.Lendable(title) > 0)
            .Select(title => choice.Take(title, hand, main.IsCounted ? Math.Max(1, main.Needed) : 1)).ToList();
        var givenTogether = byHand.Where(title => !choice.Has(title)).Select(title => choice.Take(title, hand, 1)).ToList();
        foreach (var section in wanted.Skip(1).OrderBy(section => section.Candidates.Sum(candidate => KitCopies.Lendable(candidate.Title)) - section.Needed))
        {
            section.Titles = choice.Choose(section.ForOne, section.Level, section.Needed, MostTitles);
        }

        main.Titles = main.IsCounted
            ? [.. given, .. choice.Choose(main.ForOne, main.Level, main.Needed - given.Sum(title => title.Copies), MostTitles - given.Count)]
            : [.. given, .. choice.Choose(main.ForOne, main.Level, WithoutStudents, WithoutStudents, mostOfEach: 1)];
        var others = wanted.SelectMany(section => section.Candidates.Select(candidate => (Candidate: candidate, Level: section.Level(candidate.Title))))
            .Where(other => other.Level > 0 && !KitCopies.IsForOne(other.Candidate.Title.Format)).ToList();
        var together = choice.Choose(main.Candidates.Where(candidate => !KitCopies.IsForOne(candidate.Title.Format)), main.Level, MostTogether, MostTogether, mostOfEach: 1);
        var online = others.Where(other => !choice.Has(other.Candidate.Title) && other.Candidate.Title.Link is not null && KitCopies.Lendable(other.Candidate.Title) == 0)
            .DistinctBy(other => other.Candidate.Title.Id)
            .Select(other => (other.Candidate.Title, Score: choice.ScoreOf(other.Candidate, other.Level)))
            .OrderByDescending(other => other.Score.Total).ThenBy(other => other.Title.Id).Take(MostOnline)
            .Select(other => choice.Take(other.Title, other.Score, 0)).ToList();
        var teacher = TeachersCopy(main, choice);
        List<KitSection> sections =
        [
            new KitSection(KitPart.Class, null, main.IsCounted ? main.Needed : 0, main.Titles),
            .. wanted.Skip(1).Select(section => new KitSection(KitPart.Group, section.Group, section.Needed, section.Titles)),
            new KitSection(KitPart.Together, null, 0, [.. givenTogether.Where(title => title.Copies > 0), .. together]),
            new KitSection(KitPart.Online, null, 0, [.. givenTogether.Where(title => title.Copies == 0), .. online]),
            new KitSection(KitPart.Teacher, null, 0, teacher is null ? [] : [teacher]),
        ];
        return [.. sections.Where(section => section.Titles.Count > 0 || section.Needed > 0)];
    }

    // One more copy of what the class reads, so that the teacher has the same book; else a title that nobody has yet.
    private static KitTitle? TeachersCopy(WantedSection main, KitChoice choice)
    {
        var spare = main.Titles.FirstOrDefault(title => KitCopies.Lendable(title.Title) > title.Copies);
        if (spare is not null)
        {
            var both = choice.Count(spare.Title, spare.Score, spare.Copies + 1);
            return both with { Copies = 1, In = both.In - spare.In, BackOn = both.In > spare.In ? null : both.BackOn };
        }

        return choice.Choose(main.Candidates.Where(candidate => KitCopies.IsForOne(candidate.Title.Format)), main.Level, 1, 1).FirstOrDefault();
    }

    private static IEnumerable<KitGap> GapsOf(KitRequest request, IReadOnlyList<Standard> named, List<KitSection> sections)
    {
        foreach (var section in sections.Where(section => section.Copies < section.Needed))
        {
            yield return new KitGap.TooFewCopies(section);
        }

        foreach (var format in request.Formats.Where(format => !sections.Exists(section => section.Titles.Any(title => title.Title.Format == format))))
        {
            yield return new KitGap.NoFormat(format);
        }

        foreach (var code in request.Standards.Where(code => !named.Any(standard => standard.Key.EndsWith(Standard.KeyOf(code), StringComparison.Ordinal))))
        {
            yield return new KitGap.UnknownStandard(code);
        }

        if (sections.Exists(section => section.Titles.Count > 0) && !sections.Exists(section => section.Part == KitPart.Teacher))
        {
            yield return new KitGap.NoTeacherCopy();
        }
    }

    /// <summary>A section while its titles are being chosen.</summary>
    private sealed record WantedSection(KitPart Part, KitGroup? Group, int Needed, GradeRange? Grades, bool IsReadingLevel, string Language)
    {
        /// <summary>Whether copies are counted.</summary>
        public bool IsCounted { get; init; } = true;

        /// <summary>How many copies make it needless to look beyond the topic.</summary>
        public int Enough => Math.Max(Needed, WithoutStudents);

        public List<KitCandidate> Candidates { get; set; } = [];

        public List<KitTitle> Titles { get; set; } = [];

        public IEnumerable<KitCandidate> ForOne => Candidates.Where(candidate => KitCopies.IsForOne(candidate.Title.Format));

        public double Level(Title title) => KitScore.LevelOf(title, Grades, IsReadingLevel);
    }
}
