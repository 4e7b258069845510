using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog;

/// <summary>Questions about titles that are asked in many places.</summary>
public static class TitleQueries
{
    /// <summary>
    /// These titles with their copies and ISBNs, in the order asked for, not tracked. Numbers of no title are left out; withdrawn titles
    /// are there, and say so.
    /// </summary>
    public static async Task<IReadOnlyList<Title>> TitlesByIdAsync(
        this LibraryContext context, IReadOnlyCollection<int> titleIds, CancellationToken cancellationToken)
    {
        var ids = titleIds.Distinct().ToArray();
        var (isAmong, parameter) = context.Among(ids);
        var reader = RowReader<Title, Title>.Of(context);
        var titles = (await context.ReadAsync(
            $"""SELECT {reader.Columns} FROM "Titles" t WHERE t."Id" {isAmong}""", reader.Read, cancellationToken, parameter)).ToDictionary(title => title.Id);
        if (titles.Count > 0)
        {
            await AddCopiesAndIsbnsAsync(context, titles, isAmong, parameter, cancellationToken);
        }
        return [.. ids.Where(titles.ContainsKey).Select(id => titles[id])];
    }

    /// <summary>Among these numbers, in the SQL of the context's database: what follows the column, and the parameter.</summary>
    internal static (string IsAmong, (string Name, object? Value) Parameter) Among(this LibraryContext context, IReadOnlyCollection<int> ids) =>
        context.Database.IsSqlite()
            ? ("IN (SELECT value FROM json_each(@ids))", ("@ids", JsonSerializer.Serialize(ids)))
            : ("= ANY (@ids)", ("@ids", ids.ToArray()));

    private static async Task AddCopiesAndIsbnsAsync(
        LibraryContext context, Dictionary<int, Title> titles, string isAmong, (string Name, object? Value) parameter, CancellationToken cancellationToken)
    {
        var copies = RowReader<Copy, Copy>.Of(context);
        foreach (var copy in await context.ReadAsync(
            $"""SELECT {copies.Columns} FROM "Copies" t WHERE t."TitleId" {isAmong} ORDER BY t."Id" """, copies.Read, cancellationToken, parameter))
        {
            titles[copy.TitleId].Copies.Add(copy);
        }
        var isbns = RowReader<TitleIsbn, TitleIsbn>.Of(context);
        foreach (var isbn in await context.ReadAsync(
            $"""SELECT {isbns.Columns} FROM "TitleIsbns" t WHERE t."TitleId" {isAmong} ORDER BY t."TitleId", t."Isbn" """, isbns.Read, cancellationToken, parameter))
        {
            titles[isbn.TitleId].Isbns.Add(isbn);
        }
    }
}
