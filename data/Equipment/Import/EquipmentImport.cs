using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment.Import;

/// <summary>What is wrong with a line of a file of equipment.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">The column or key.</param>
public sealed record EquipmentProblem(int Line, EquipmentProblemKind Kind, string Detail);

/// <summary>What may be wrong with a line.</summary>
public enum EquipmentProblemKind
{
    /// <summary>A column has no value, or one that is none of its kind.</summary>
    Value,

    /// <summary>The key stands in an earlier line too.</summary>
    Twice,

    /// <summary>A part of a cart or kit that is no thing of the file, or a cart or kit itself.</summary>
    Part,

    /// <summary>There would be fewer of it, and some are booked or closed from now on.</summary>
    Booked,

    /// <summary>There would be fewer of it than have barcodes.</summary>
    Barcodes,
}

/// <summary>What an import changes, or would change.</summary>
/// <param name="Added">Keys of what is new.</param>
/// <param name="Changed">Keys of what is different.</param>
/// <param name="Same">How many things are as they were.</param>
/// <param name="Problems">What is wrong; where anything is, nothing is changed.</param>
public sealed record EquipmentReport(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, int Same, IReadOnlyList<EquipmentProblem> Problems);

/// <summary>Brings what can be booked to what a file says, whole or not at all. What the file does not name stays as it is.</summary>
/// <param name="writes">Serialises what is written.</param>
public sealed class EquipmentImport(EquipmentWrites writes)
{
    /// <summary>Imports a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isDryRun">Whether it only says what would change.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <exception cref="InvalidDataException">It has not the columns that are needed.</exception>
    public Task<EquipmentReport> RunAsync(TextReader text, bool isDryRun, CancellationToken cancellationToken)
    {
        var (rows, problems) = EquipmentFile.Read(text);
        return problems.Count > 0
            ? Task.FromResult(new EquipmentReport([], [], 0, problems))
            : writes.RunAsync(
                async write =>
                {
                    var report = await ApplyAsync(write, rows);
                    if (!isDryRun && report.Problems.Count == 0)
                    {
                        await write.CommitAsync();
                    }

                    return report;
                },
                cancellationToken);
    }

    /// <summary>Brings the database to what the rows say, without committing.</summary>
    private static async Task<EquipmentReport> ApplyAsync(EquipmentWrite write, IReadOnlyList<EquipmentRow> rows)
    {
        var context = write.Context;
        var stocks = await context.Set<Stock>().ToListAsync(write.Cancellation);
        await write.LockStocksAsync([.. stocks.Select(stock => stock.Id)]);
        var resources = await context.Resources.ToDictionaryAsync(resource => resource.Key, StringComparer.Ordinal, write.Cancellation);
        var (added, changed) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            if (!resources.TryGetValue(row.Resource.Key, out var there))
            {
                added.Add(row.Resource.Key);
                context.Resources.Add(resources[row.Resource.Key] = row.Resource);
            }
            else if (Update(there, row.Resource))
            {
                changed.Add(there.Key);
            }
        }

        await context.SaveChangesAsync(write.Cancellation);
        var wanted = rows.SelectMany(row => row.Parts.Select(part => new Wanted(row, resources[part.Key].Id, resources[row.Resource.Key].Id, part.Quantity))
                .Prepend(new Wanted(row, resources[row.Resource.Key].Id, null, row.Quantity)))
            .GroupBy(each => (each.Resource, each.Container)).Select(same => same.First() with { Quantity = same.Sum(each => each.Quantity) }).ToList();
        var containers = rows.Where(row => row.Resource.IsContainer).Select(row => resources[row.Resource.Key].Id).ToHashSet();
        // A part that a cart no longer has is none of it.
        var gone = stocks.Where(stock => stock.ContainerId is { } container && containers.Contains(container) && !wanted.Exists(each => each.Resource == stock.ResourceId && each.Container == container));
        var fewer = gone.Select(stock => (Stock: stock, Quantity: 0, Row: rows.First(row => resources[row.Resource.Key].Id == stock.ContainerId))).ToList();
        foreach (var (row, resource, container, quantity) in wanted)
        {
            var stock = stocks.Find(each => each.ResourceId == resource && each.ContainerId == container);
            if (stock is null && quantity > 0)
            {
                context.Add(new Stock { ResourceId = resource, ContainerId = container, Quantity = quantity });
            }
            else if (stock is not null && stock.Quantity < quantity)
            {
                stock.Quantity = quantity;
            }
            else if (stock is not null && stock.Quantity > quantity)
            {
                fewer.Add((stock, quantity, row));
                continue;
            }
            else
            {
                continue;
            }

            changed.Add(row.Resource.Key);
        }

        var problems = await LessenAsync(write, fewer);
        changed.UnionWith(fewer.Select(each => each.Row.Resource.Key));
        changed.ExceptWith(added);
        await context.SaveChangesAsync(write.Cancellation);
        return new EquipmentReport(added, [.. changed.Order(StringComparer.Ordinal)], rows.Count - added.Count - changed.Count, problems);
    }

    // What is promised to somebody, or out with a barcode, is not taken away by a file.
    private static async Task<IReadOnlyList<EquipmentProblem>> LessenAsync(EquipmentWrite write, IReadOnlyList<(Stock Stock, int Quantity, EquipmentRow Row)> fewer)
    {
        var ids = fewer.Select(each => each.Stock.Id).ToList();
        var claimed = await write.Context.Set<StockClaim>().Where(claim => ids.Contains(claim.StockId) && (claim.Until > write.Now || claim.State == ClaimState.Out)).Select(claim => claim.StockId).Distinct().ToListAsync(write.Cancellation);
        var used = await write.Context.Set<StockClaim>().Where(claim => ids.Contains(claim.StockId)).Select(claim => claim.StockId).Distinct().ToListAsync(write.Cancellation);
        var barcodes = (await write.Context.Set<Unit>().Where(unit => ids.Contains(unit.StockId)).Select(unit => unit.StockId).ToListAsync(write.Cancellation)).CountBy(stock => stock).ToDictionary();
        var problems = new List<EquipmentProblem>();
        foreach (var (stock, quantity, row) in fewer)
        {
            if (claimed.Contains(stock.Id) || (quantity == 0 && used.Contains(stock.Id)))
            {
                problems.Add(new EquipmentProblem(row.Line, EquipmentProblemKind.Booked, row.Resource.Key));
            }
            else if (barcodes.GetValueOrDefault(stock.Id) > quantity)
            {
                problems.Add(new EquipmentProblem(row.Line, EquipmentProblemKind.Barcodes, row.Resource.Key));
            }
            else if (quantity == 0)
            {
                write.Context.Remove(stock);
            }
            else
            {
                stock.Quantity = quantity;
            }
        }

        return problems;
    }

    private sealed record Wanted(EquipmentRow Row, int Resource, int? Container, int Quantity);

    private static bool Update(Resource there, Resource now)
    {
        if (Text(there) == Text(now) && there.RetiredAt is null)
        {
            return false;
        }

        (there.Kind, there.Name, there.SpanishName, there.Synonyms, there.Category) = (now.Kind, now.Name, now.SpanishName, now.Synonyms, now.Category);
        (there.Location, there.SpanishLocation, there.School, there.Seats, there.Roles, there.NeedsApproval) = (now.Location, now.SpanishLocation, now.School, now.Seats, now.Roles, now.NeedsApproval);
        (there.LeadMinutes, there.LongestMinutes, there.MostAtOnce, there.BufferBeforeMinutes, there.BufferAfterMinutes, there.DaysAhead, there.RetiredAt) =
            (now.LeadMinutes, now.LongestMinutes, now.MostAtOnce, now.BufferBeforeMinutes, now.BufferAfterMinutes, now.DaysAhead, null);
        return true;
    }

    private static string Text(Resource resource) => JsonSerializer.Serialize(new
    {
        resource.Kind,
        resource.Name,
        resource.SpanishName,
        resource.Synonyms,
        resource.Category,
        resource.Location,
        resource.SpanishLocation,
        resource.School,
        resource.Seats,
        resource.Roles,
        resource.NeedsApproval,
        resource.LeadMinutes,
        resource.LongestMinutes,
        resource.MostAtOnce,
        resource.BufferBeforeMinutes,
        resource.BufferAfterMinutes,
        resource.DaysAhead,
    });
}
