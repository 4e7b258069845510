using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>Opens kits that were kept: the titles as they were kept, their copies as they are today.</summary>
/// <param name="factory">The library's database.</param>
/// <param name="standards">Finds the standards named.</param>
/// <param name="profile">The school, for its databases.</param>
public sealed class KeptKits(IDbContextFactory<LibraryContext> factory, StandardLookup standards, LibraryProfile profile)
{
    /// <summary>Opens one. What has left the collection since is not in it, and is named among the gaps.</summary>
    public async Task<Kit> OpenAsync(UnitKit kept, CancellationToken cancellationToken)
    {
        var request = kept.Request;
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await context.UnitKitTitles.AsNoTracking().Where(title => title.KitId == kept.Id).OrderBy(title => title.Position).ToListAsync(cancellationToken);
        var titles = (await context.TitlesByIdAsync([.. rows.Select(row => row.TitleId)], cancellationToken)).ToDictionary(title => title.Id);
        var waiting = await KitCopies.WaitingAsync(context, titles.Keys, cancellationToken);
        var taken = new Dictionary<int, int>();
        List<KitSection> sections =
        [
            Section(KitPart.Class, null, 0, request.ClassStudents ?? 0),
            .. request.Groups.Select((group, index) => Section(KitPart.Group, group, index + 1, group.Needed)),
            Section(KitPart.Together, null, 0, 0),
            Section(KitPart.Online, null, 0, 0),
            Section(KitPart.Teacher, null, 0, 0),
        ];
        var gone = rows.Where(row => titles.GetValueOrDefault(row.TitleId) is { WithdrawnAt: not null }).Select(row => titles[row.TitleId].TitleProper).Distinct();
        return new Kit(request, [.. sections.Where(section => section.Titles.Count > 0 || section.Needed > 0)],
            [.. gone.Select(name => new KitGap.NoLongerOwned(name)), .. sections.Where(section => section.Copies < section.Needed).Select(section => new KitGap.TooFewCopies(section))])
        {
            Standards = await standards.FindAsync(request.Standards, cancellationToken),
            Databases = KitDatabases.For(profile, request, request.Topics),
        };

        KitSection Section(KitPart part, KitGroup? group, int number, int needed) => new(part, group, needed,
        [
            .. rows.Where(row => row.Part == part && row.GroupNumber == number && titles.GetValueOrDefault(row.TitleId) is { WithdrawnAt: null })
                .Select(row => TitleOf(row, group, request)),
        ]);

        KitTitle TitleOf(UnitKitTitle row, KitGroup? group, KitRequest request)
        {
            var title = titles[row.TitleId];
            var before = taken.GetValueOrDefault(title.Id);
            var copies = Math.Min(row.Copies, Math.Max(0, KitCopies.Lendable(title) - before));
            var present = Math.Clamp(KitCopies.In(title, waiting.GetValueOrDefault(title.Id)) - before, 0, copies);
            taken[title.Id] = before + copies;
            var grades = group?.Grade is { } grade ? new GradeRange(grade, grade) : request.Grades;
            var score = new KitScore { Topic = 1, Level = KitScore.LevelOf(title, grades, group?.Grade is not null), In = present > 0 ? 1 : 0 };
            return new KitTitle(title, copies, present, KitCopies.BackOn(title, copies - present), score);
        }
    }
}
