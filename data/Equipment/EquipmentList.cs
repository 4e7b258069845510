namespace LibraryBot.Data.Equipment;

/// <summary>All that can be booked and how many there are, as it was when it was read. Small, and read whole.</summary>
public sealed class EquipmentList
{
    private readonly Dictionary<int, Stock> _stocks;
    private readonly ILookup<int, Stock> _ofResource;
    private readonly ILookup<int, Stock> _inContainer;

    internal EquipmentList(IEnumerable<Resource> resources, IEnumerable<Stock> stocks)
    {
        Resources = resources.ToDictionary(resource => resource.Id);
        _stocks = stocks.ToDictionary(stock => stock.Id);
        _ofResource = _stocks.Values.OrderBy(stock => stock.Id).ToLookup(stock => stock.ResourceId);
        _inContainer = _stocks.Values.Where(stock => stock.ContainerId is not null).OrderBy(stock => stock.Id).ToLookup(stock => stock.ContainerId!.Value);
    }

    /// <summary>Everything by number, what the library gave up among it.</summary>
    public IReadOnlyDictionary<int, Resource> Resources { get; }

    /// <summary>What can be booked, in the order of names in English.</summary>
    public IEnumerable<Resource> Bookable => Resources.Values.Where(resource => resource.RetiredAt is null).OrderBy(resource => resource.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many of a resource can be booked at once at most; 1 of a cart, kit, asset or space, 0 of what is not there.</summary>
    public int Total(int resourceId) => !Resources.TryGetValue(resourceId, out var resource) ? 0
        : resource.IsContainer ? 1
        : StocksOf(resource).Sum(stock => stock.Quantity);

    /// <summary>What is in a cart or kit: the resources and how many of each; empty for anything else.</summary>
    public IReadOnlyList<(Resource Resource, int Quantity)> PartsOf(int containerId) =>
        [.. _inContainer[containerId].Select(stock => (Resources[stock.ResourceId], stock.Quantity))];

    /// <summary>The cart, kit or resource at whose place the units of a stock are.</summary>
    public Resource KeeperOf(int stockId) => Resources[_stocks[stockId].ContainerId ?? _stocks[stockId].ResourceId];

    internal Stock StockOf(int stockId) => _stocks[stockId];

    internal IReadOnlyCollection<int> AllStocks => _stocks.Keys;

    /// <summary>Where a booking of a resource may take from: of a cart itself and all that is in it, of anything else every stock of it.</summary>
    internal IEnumerable<Stock> StocksOf(Resource resource) => resource.IsContainer
        ? _ofResource[resource.Id].Concat(_inContainer[resource.Id])
        : _ofResource[resource.Id].Where(stock => stock.ContainerId is null || stock.BookableAlone);

    /// <summary>The resources that take from any of these stocks.</summary>
    internal IReadOnlyList<Resource> TakingFrom(IEnumerable<int> stockIds)
    {
        var resources = stockIds.Select(StockOf).SelectMany(stock => stock.ContainerId is { } container ? new[] { stock.ResourceId, container } : [stock.ResourceId]);
        return [.. resources.Distinct().Select(id => Resources[id])];
    }

    /// <summary>Reads it.</summary>
    internal static async Task<EquipmentList> ReadAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        var resources = RowReader<Resource, Resource>.Of(context);
        var stocks = RowReader<Stock, Stock>.Of(context);
        return new EquipmentList(
            await context.ReadAsync($"SELECT {resources.Columns} FROM \"Resources\" t", resources.Read, cancellationToken),
            await context.ReadAsync($"SELECT {stocks.Columns} FROM \"Stocks\" t", stocks.Read, cancellationToken));
    }
}
