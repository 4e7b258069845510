using LibraryBot.Data.Equipment;

namespace LibraryBot.Tests.Data.Equipment;

/// <summary>
/// What is free, as a child would count it: a row of minutes for each stock and how many units are away in each. It shares no code with the library; what it
/// knows of a resource is its buffers and whether it is a cart.
/// </summary>
internal sealed class MinuteModel(IEnumerable<Resource> resources, IEnumerable<Stock> stocks, DateTimeOffset origin)
{
    private const int Minutes = 28 * 1440;
    private const string Trial = "trial";
    private readonly Dictionary<int, Resource> _resources = resources.ToDictionary(resource => resource.Id);
    private readonly Dictionary<int, Stock> _stocks = stocks.ToDictionary(stock => stock.Id);
    private readonly List<Away> _away = [];
    private readonly Dictionary<(int Stock, bool IsClosed), int[]> _rows = [];

    /// <summary>Takes units of a stock away for a booking of a resource, with the resource's buffers.</summary>
    public void Take(string owner, int resourceId, int stockId, int quantity, DateTimeOffset start, DateTimeOffset end)
    {
        Assert.True(Of(_resources[resourceId]).Any(stock => stock.Id == stockId), $"Stock {stockId} is not one that {_resources[resourceId].Key} may take from.");
        var (from, until) = Window(_resources[resourceId], start, end);
        Add(new Away(owner, stockId, quantity, from, until, IsClosed: false));
    }

    /// <summary>Gives back all that an owner has.</summary>
    public void GiveBack(string owner)
    {
        foreach (var away in _away.FindAll(away => away.Owner == owner))
        {
            Remove(away);
        }
    }

    /// <summary>How many of a resource are free through all of a time; of a cart 1 or 0.</summary>
    public int Free(int resourceId, DateTimeOffset start, DateTimeOffset end)
    {
        var (from, until) = Window(_resources[resourceId], start, end);
        return FreeIn(_resources[resourceId], from, until);
    }

    /// <summary>How many of a resource are free in each minute of a time, without its buffers.</summary>
    public IEnumerable<int> FreeByMinute(int resourceId, DateTimeOffset start, DateTimeOffset end) =>
        Enumerable.Range(Minute(start), Minute(end) - Minute(start)).Select(minute => FreeIn(_resources[resourceId], minute, minute + 1));

    /// <summary>Whether several things can all be had at a time.</summary>
    public bool Fits(IEnumerable<BookingItem> items, DateTimeOffset start, DateTimeOffset end)
    {
        var wanted = items.GroupBy(item => item.ResourceId).Select(group => (Resource: _resources[group.Key], Quantity: group.Sum(item => item.Quantity))).ToList();
        try
        {
            foreach (var (cart, _) in wanted.Where(item => item.Resource.IsContainer))
            {
                if (Free(cart.Id, start, end) == 0)
                {
                    return false;
                }

                foreach (var stock in Of(cart))
                {
                    Take(Trial, cart.Id, stock.Id, stock.Quantity, start, end);
                }
            }

            return wanted.Where(item => !item.Resource.IsContainer).All(item => Free(item.Resource.Id, start, end) >= item.Quantity);
        }
        finally
        {
            GiveBack(Trial);
        }
    }

    /// <summary>Fails where more is booked of a stock than there is.</summary>
    public void Check()
    {
        foreach (var stock in _stocks.Values)
        {
            var most = Row(stock.Id, isClosed: false).Max();
            Assert.True(most <= stock.Quantity, $"{most} of {stock.Quantity} are booked of stock {stock.Id} ({_resources[stock.ResourceId].Key}).");
        }
    }

    private int FreeIn(Resource resource, int from, int until)
    {
        if (!resource.IsContainer)
        {
            return Of(resource).Sum(stock => Math.Max(0, Enumerable.Range(from, until - from).Min(minute => stock.Quantity - Booked(stock, minute) - Closed(stock, minute))));
        }

        var minutes = Enumerable.Range(from, until - from).ToList();
        bool Works(Stock stock) => minutes.TrueForAll(minute => Closed(stock, minute) < stock.Quantity);
        var parts = Of(resource).Where(stock => stock.ContainerId is not null).ToList();
        return Of(resource).All(stock => minutes.TrueForAll(minute => Booked(stock, minute) == 0))
            && Of(resource).Where(stock => stock.ContainerId is null).All(Works) && (parts.Count == 0 || parts.Exists(Works)) ? 1 : 0;
    }

    private int Booked(Stock stock, int minute) => Row(stock.Id, isClosed: false)[minute];

    private int Closed(Stock stock, int minute) => Row(stock.Id, isClosed: true)[minute];

    private IEnumerable<Stock> Of(Resource resource) => resource.IsContainer
        ? _stocks.Values.Where(stock => stock.ResourceId == resource.Id || stock.ContainerId == resource.Id)
        : _stocks.Values.Where(stock => stock.ResourceId == resource.Id && (stock.ContainerId is null || stock.BookableAlone));

    private int[] Row(int stockId, bool isClosed)
    {
        if (!_rows.TryGetValue((stockId, isClosed), out var row))
        {
            _rows[(stockId, isClosed)] = row = new int[Minutes];
            foreach (var away in _away.Where(away => away.StockId == stockId && away.IsClosed == isClosed))
            {
                for (var minute = away.From; minute < away.Until; minute++)
                {
                    row[minute] += away.Quantity;
                }
            }
        }

        return row;
    }

    private void Add(Away away)
    {
        _away.Add(away);
        _rows.Remove((away.StockId, away.IsClosed));
    }

    private void Remove(Away away)
    {
        _away.Remove(away);
        _rows.Remove((away.StockId, away.IsClosed));
    }

    private (int From, int Until) Window(Resource resource, DateTimeOffset start, DateTimeOffset end) =>
        (Minute(start) - resource.BufferBeforeMinutes, Minute(end) + resource.BufferAfterMinutes);

    private int Minute(DateTimeOffset moment) => (int)(moment - origin).TotalMinutes;

    private sealed record Away(string Owner, int StockId, int Quantity, int From, int Until, bool IsClosed);
}
