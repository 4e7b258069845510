using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Data.Catalog.Search;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>What the shelf tells about titles besides their records.</summary>
/// <param name="Together">How strongly a title is borrowed with the one asked about, 1 for the strongest.</param>
/// <param name="Readers">How many people borrowed a title within a year; nothing where fewer than three did.</param>
/// <param name="In">Titles with a copy in now, where they were asked for in one of those.</param>
internal sealed record ShelfSigns(IReadOnlyDictionary<int, double> Together, IReadOnlyDictionary<int, int> Readers, IReadOnlySet<int> In)
{
    /// <summary>How little a title is borrowed: 1 for what nobody borrows, 0.5 for what ten did within a year.</summary>
    public double LessBorrowed(int titleId) => 1 / (1 + (Readers.GetValueOrDefault(titleId) / 10.0));

    /// <summary>What is borrowed together with titles: 1 for what is borrowed most with each of them.</summary>
    public static async Task<Dictionary<int, double>> TogetherAsync(LibraryContext context, IReadOnlyCollection<int> titleIds, CancellationToken cancellationToken)
    {
        if (titleIds.Count == 0)
        {
            return [];
        }
        var (isAmong, parameter) = context.Among(titleIds);
        var rows = await context.ReadAsync(
            $"""SELECT t."TitleId", t."OtherTitleId", t."Strength" FROM "TitleAffinities" t WHERE t."TitleId" {isAmong}""",
            row => (Id: row.GetInt32(0), Other: row.GetInt32(1), Strength: row.GetDouble(2)), cancellationToken, parameter);
        var most = rows.GroupBy(row => row.Id).ToDictionary(rows => rows.Key, rows => rows.Max(row => row.Strength));

        // The root, because strengths fall off steeply and the tenth is still a good sign. One of the titles itself is measured by the others.
        return rows.GroupBy(row => row.Other).ToDictionary(
            row => row.Key, row => row.Sum(each => Math.Sqrt(each.Strength / most[each.Id])) / Math.Max(titleIds.Count - (titleIds.Contains(row.Key) ? 1 : 0), 1));
    }

    /// <summary>What there is to know about these titles.</summary>
    public static async Task<ShelfSigns> OfAsync(
        LibraryContext context, IReadOnlyCollection<int> ids, IReadOnlyDictionary<int, double> together, IReadOnlyList<string> locations, CancellationToken cancellationToken)
    {
        var readers = await ReadersAsync(context, ids, cancellationToken);
        var (isAmong, parameter) = context.Among(ids);
        var places = locations.Select(Terms.Location).ToHashSet();
        var copies = await context.ReadAsync(
            $"""SELECT t."TitleId", t."Location" FROM "Copies" t WHERE t."TitleId" {isAmong} AND t."Status" = 'Available'""",
            row => (Id: row.GetInt32(0), Location: row.IsDBNull(1) ? null : row.GetString(1)), cancellationToken, parameter);
        return new ShelfSigns(
            together,
            readers,
            copies.Where(copy => places.Count == 0 || (copy.Location is not null && places.Contains(Terms.Location(copy.Location)))).Select(copy => copy.Id).ToHashSet());
    }

    /// <summary>How many people borrowed each of these titles within a year.</summary>
    public static async Task<Dictionary<int, int>> ReadersAsync(LibraryContext context, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var (isAmong, parameter) = context.Among(ids);
        return (await context.ReadAsync(
            $"""SELECT t."TitleId", t."Readers" FROM "TitlePopularities" t WHERE t."TitleId" {isAmong} AND t."Grade" = {TitlePopularity.Everybody}""",
            row => (Id: row.GetInt32(0), Readers: row.GetInt32(1)), cancellationToken, parameter)).ToDictionary(row => row.Id, row => row.Readers);
    }
}
