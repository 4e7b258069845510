using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment.Import;

/// <summary>What is wrong with a line of a file of barcodes.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">The column, barcode or key.</param>
public sealed record BarcodeProblem(int Line, BarcodeProblemKind Kind, string Detail);

/// <summary>What may be wrong with a line.</summary>
public enum BarcodeProblemKind
{
    /// <summary>A column has no value, or one that is none of its kind.</summary>
    Value,

    /// <summary>The barcode stands in an earlier line too.</summary>
    Twice,

    /// <summary>There is no such thing, or none of it in that cart or kit.</summary>
    NoSuchThing,

    /// <summary>There would be more barcodes than things.</summary>
    TooMany,

    /// <summary>What has the barcode is out, and cannot become something else meanwhile.</summary>
    Out,
}

/// <summary>What an import changes, or would change.</summary>
/// <param name="Added">How many barcodes are new.</param>
/// <param name="Changed">How many are now of something else, or have other accessories.</param>
/// <param name="Same">How many are as they were.</param>
/// <param name="Problems">What is wrong; where anything is, nothing is changed.</param>
public sealed record BarcodeReport(int Added, int Changed, int Same, IReadOnlyList<BarcodeProblem> Problems);

/// <summary>Gives things the barcodes of a file, whole or not at all. What the file does not name stays as it is.</summary>
/// <param name="writes">Serialises what is written.</param>
public sealed class BarcodeImport(EquipmentWrites writes)
{
    /// <summary>Imports a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isDryRun">Whether it only says what would change.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <exception cref="InvalidDataException">It has not the columns that are needed.</exception>
    public Task<BarcodeReport> RunAsync(TextReader text, bool isDryRun, CancellationToken cancellationToken)
    {
        var (rows, problems) = BarcodeFile.Read(text);
        return problems.Count > 0
            ? Task.FromResult(new BarcodeReport(0, 0, 0, problems))
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

    private static async Task<BarcodeReport> ApplyAsync(EquipmentWrite write, IReadOnlyList<BarcodeRow> rows)
    {
        var context = write.Context;
        var stocks = await context.Stocks.ToListAsync(write.Cancellation);
        await write.LockStocksAsync([.. stocks.Select(stock => stock.Id)]);
        var keys = await context.Resources.ToDictionaryAsync(resource => resource.Id, resource => resource.Key, write.Cancellation);
        var stockOf = stocks.ToDictionary(stock => (keys[stock.ResourceId], stock.ContainerId is { } container ? keys[container] : null));
        var units = await context.Units.ToDictionaryAsync(unit => unit.Barcode, StringComparer.Ordinal, write.Cancellation);
        var isOut = await context.Set<UnitLoan>().Where(loan => loan.BackAt == null).Select(loan => loan.UnitId).ToHashSetAsync(write.Cancellation);
        var (added, changed, problems) = (0, 0, new List<BarcodeProblem>());
        var touched = new Dictionary<int, BarcodeRow>();
        foreach (var row in rows)
        {
            if (!stockOf.TryGetValue((row.Key, row.Container), out var stock))
            {
                problems.Add(new BarcodeProblem(row.Line, BarcodeProblemKind.NoSuchThing, row.Container is null ? row.Key : $"{row.Key}, {row.Container}"));
                continue;
            }

            touched[stock.Id] = row;
            if (!units.TryGetValue(row.Barcode, out var unit))
            {
                added++;
                context.Add(units[row.Barcode] = new Unit { StockId = stock.Id, Barcode = row.Barcode, Accessories = [.. row.Accessories] });
            }
            else if (unit.StockId != stock.Id && isOut.Contains(unit.Id))
            {
                problems.Add(new BarcodeProblem(row.Line, BarcodeProblemKind.Out, row.Barcode));
            }
            else if (unit.StockId != stock.Id || !unit.Accessories.SequenceEqual(row.Accessories))
            {
                changed++;
                (unit.StockId, unit.Accessories) = (stock.Id, [.. row.Accessories]);
            }
        }

        var counts = units.Values.CountBy(unit => unit.StockId).ToDictionary();
        problems.AddRange(stocks.Where(stock => touched.ContainsKey(stock.Id) && counts[stock.Id] > stock.Quantity)
            .Select(stock => new BarcodeProblem(touched[stock.Id].Line, BarcodeProblemKind.TooMany, touched[stock.Id].Key)));
        return new BarcodeReport(added, changed, rows.Count - added - changed, problems);
    }
}
