using LibraryBot.Data.Equipment;
using LibraryBot.Data.Equipment.Import;

namespace LibraryBot.Data.Sample;

/// <summary>What can be booked in the sample library.</summary>
internal static class SampleEquipment
{
    /// <summary>Adds it all: the resources, how many there are of each, what is in carts and kits, and the barcodes some of it has.</summary>
    public static async Task AddAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(SampleFiles.Open("equipment.csv"));
        var (rows, _) = EquipmentFile.Read(text);
        var resources = rows.ToDictionary(row => row.Resource.Key, row => row.Resource, StringComparer.Ordinal);
        context.Resources.AddRange(resources.Values);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        List<Stock> stocks =
        [
            .. rows.Where(row => row.Quantity > 0).Select(row => new Stock { ResourceId = row.Resource.Id, Quantity = row.Quantity }),
            .. rows.SelectMany(row => row.Parts.Select(part => new Stock { ResourceId = resources[part.Key].Id, ContainerId = row.Resource.Id, Quantity = part.Quantity })),
        ];
        using var barcodes = new StreamReader(SampleFiles.Open("barcodes.csv"));
        foreach (var row in BarcodeFile.Read(barcodes).Rows)
        {
            var container = row.Container is null ? null : (int?)resources[row.Container].Id;
            stocks.Single(stock => stock.ResourceId == resources[row.Key].Id && stock.ContainerId == container).Units.Add(new Unit { Barcode = row.Barcode, Accessories = [.. row.Accessories] });
        }

        context.AddRange(stocks);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
