using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>
/// What is free, when. Search, display and booking all ask it, and nothing else knows; a booking asks it inside its serialised write. What is free of a stock in
/// a time is its quantity less the most that is claimed at any moment of it.
/// </summary>
internal sealed class Availability
{
    // What has no end that matters is found by its beginning: a claim of a day at most begins less than a day before the time asked about.
    private const string Claims = """
        SELECT "StockId", "Quantity", "From", "Until", "State", CASE WHEN "ClosureId" IS NULL THEN 0 ELSE 1 END, "LineId" FROM "StockClaims"
        WHERE "Length" = 'Day' AND "From" < @until AND "From" > @day AND "Until" > @from{among}
        UNION ALL
        SELECT "StockId", "Quantity", "From", "Until", "State", CASE WHEN "ClosureId" IS NULL THEN 0 ELSE 1 END, "LineId" FROM "StockClaims"
        WHERE "Length" = 'Longer' AND "From" < @until AND "Until" > @from{among}
        UNION ALL
        SELECT "StockId", "Quantity", "From", "Until", "State", CASE WHEN "ClosureId" IS NULL THEN 0 ELSE 1 END, "LineId" FROM "StockClaims"
        WHERE "State" = 'Out' AND "Until" <= @from{among}
        """;

    private readonly EquipmentList _list;
    private readonly Dictionary<int, Timeline> _taken = [];
    private readonly Dictionary<int, Timeline> _closed = [];

    private Availability(EquipmentList list) => _list = list;

    /// <summary>Reads what is claimed.</summary>
    /// <param name="context">The database; in the transaction that holds the stocks where something is to be booked.</param>
    /// <param name="list">What there is.</param>
    /// <param name="stocks">The stocks that matter; null for all.</param>
    /// <param name="from">From when, in UTC.</param>
    /// <param name="until">Until when, in UTC. Nothing outside of these two may be asked.</param>
    /// <param name="now">The time, in UTC: what is overdue is out at least until now.</param>
    /// <param name="exceptLines">Lines of a booking whose claims do not count, since they are to be changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Availability> ReadAsync(
        LibraryContext context, EquipmentList list, IReadOnlyCollection<int>? stocks, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now,
        IReadOnlyCollection<int>? exceptLines, CancellationToken cancellationToken)
    {
        var isPostgres = context.Database.IsNpgsql();
        var among = stocks is null ? "" : isPostgres ? " AND \"StockId\" = ANY(@stocks)" : " AND \"StockId\" IN (SELECT value FROM json_each(@stocks))";
        List<(string, object?)> parameters = [("@until", until.UtcDateTime), ("@day", from.UtcDateTime.AddDays(-1).AddTicks(-1)), ("@from", from.UtcDateTime)];
        if (stocks is not null)
        {
            parameters.Add(("@stocks", isPostgres ? stocks.ToArray() : JsonSerializer.Serialize(stocks)));
        }

        var availability = new Availability(list);
        var rows = await context.ReadAsync(Claims.Replace("{among}", among, StringComparison.Ordinal), Row, cancellationToken, [.. parameters]);
        foreach (var row in rows.Where(row => row.LineId is not { } line || exceptLines?.Contains(line) != true))
        {
            // What is out is not free before it is back, whatever the hour.
            var end = row.IsOut && row.Until <= now ? now.AddSeconds(1) : row.Until;
            if (end > from)
            {
                Of(row.IsClosure ? availability._closed : availability._taken, row.StockId).Add(row.From, end, row.Quantity);
            }
        }

        return availability;
    }

    /// <summary>How many of a resource are free through all of a time. Of a cart 1 or 0.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="start">The booking's start, in UTC.</param>
    /// <param name="end">The booking's end, in UTC.</param>
    public int Free(Resource resource, DateTimeOffset start, DateTimeOffset end)
    {
        var (from, until) = resource.Window(start, end);
        return FreeNow(resource, from, until);
    }

    /// <summary>Takes so many of a resource, if they are free: what to claim of which stock. It is taken here too, for what is asked next.</summary>
    /// <returns>The claims; null where there are not so many free.</returns>
    public List<StockClaim>? Take(Resource resource, int quantity, DateTimeOffset start, DateTimeOffset end)
    {
        var (from, until) = resource.Window(start, end);
        var parts = resource.IsContainer ? WholeContainer(resource, from, until) : Units(resource, quantity, from, until);
        if (parts.Count == 0)
        {
            return null;
        }

        foreach (var (stock, of) in parts)
        {
            Of(_taken, stock.Id).Add(from, until, of);
        }

        return [.. parts.Select(part => new StockClaim { StockId = part.Stock.Id, Quantity = part.Quantity }.During(from, until))];
    }

    /// <summary>Gives back what was taken and is not booked after all.</summary>
    public void GiveBack(IEnumerable<StockClaim> claims)
    {
        foreach (var claim in claims)
        {
            Of(_taken, claim.StockId).Add(claim.From, claim.Until, -claim.Quantity);
        }
    }

    /// <summary>How many of each of several things are free through a time once those before it have theirs, carts first: what is in a cart that goes too is not free.</summary>
    /// <param name="items">The things, each once, and how many are wanted.</param>
    /// <param name="start">From when, in UTC.</param>
    /// <param name="end">Until when, in UTC.</param>
    /// <returns>How many, by the number of the resource.</returns>
    public Dictionary<int, int> FreeTogether(IReadOnlyList<(Resource Resource, int Quantity)> items, DateTimeOffset start, DateTimeOffset end)
    {
        var free = new Dictionary<int, int>();
        var taken = new List<StockClaim>();
        foreach (var (resource, quantity) in items.OrderBy(item => item.Resource.IsContainer ? 0 : 1))
        {
            free[resource.Id] = Free(resource, start, end);
            taken.AddRange(Take(resource, Math.Min(quantity, free[resource.Id]), start, end) ?? []);
        }

        GiveBack(taken);
        return free;
    }

    /// <summary>Whether so many of one stock are free through a time that needs no making ready.</summary>
    public bool IsFree(int stockId, int quantity, DateTimeOffset from, DateTimeOffset until) => FreeIn(_list.StockOf(stockId), from, until) >= quantity;

    /// <summary>How many of a resource are not claimed through a time, whatever has to be made ready around it.</summary>
    public int FreeNow(Resource resource, DateTimeOffset from, DateTimeOffset until) => resource.IsContainer
        ? WholeContainer(resource, from, until).Count > 0 ? 1 : 0
        : _list.StocksOf(resource).Sum(stock => FreeIn(stock, from, until));

    /// <summary>The moments at which something of a resource is taken or becomes free, in no order.</summary>
    public IEnumerable<DateTimeOffset> ChangesOf(Resource resource) => TimelinesOf(resource).SelectMany(timeline => timeline.Changes);

    /// <summary>The moments after one at which something of a resource becomes free, in order.</summary>
    public IEnumerable<DateTimeOffset> FreedAfter(Resource resource, DateTimeOffset moment) =>
        TimelinesOf(resource).SelectMany(timeline => timeline.Ends).Where(end => end > moment).Distinct().Order();

    private IEnumerable<Timeline> TimelinesOf(Resource resource) => _list.StocksOf(resource)
        .SelectMany(stock => new[] { _taken.GetValueOrDefault(stock.Id), _closed.GetValueOrDefault(stock.Id) }).OfType<Timeline>();

    // What is closed may have been booked before; nothing is less than not free.
    private int FreeIn(Stock stock, DateTimeOffset from, DateTimeOffset until)
    {
        if (!_closed.TryGetValue(stock.Id, out var closed))
        {
            return Math.Max(0, stock.Quantity - (_taken.GetValueOrDefault(stock.Id)?.Peak(from, until) ?? 0));
        }

        // Both together at each moment, not the worst of each.
        var both = new Timeline();
        both.AddAll(closed);
        both.AddAll(_taken.GetValueOrDefault(stock.Id));
        return Math.Max(0, stock.Quantity - both.Peak(from, until));
    }

    // A cart goes with all of its parts that work, and only while nobody has any of them.
    private List<(Stock Stock, int Quantity)> WholeContainer(Resource container, DateTimeOffset from, DateTimeOffset until)
    {
        var stocks = _list.StocksOf(container).ToList();
        if (stocks.Exists(stock => _taken.GetValueOrDefault(stock.Id)?.Peak(from, until) > 0))
        {
            return [];
        }

        var working = stocks.ConvertAll(stock => (Stock: stock, Quantity: stock.Quantity - (_closed.GetValueOrDefault(stock.Id)?.Peak(from, until) ?? 0)));
        var itself = working.Where(part => part.Stock.ContainerId is null).ToList();
        var parts = working.Where(part => part.Stock.ContainerId is not null).ToList();
        return itself.Exists(part => part.Quantity < 1) || (parts.Count > 0 && parts.TrueForAll(part => part.Quantity < 1)) ? [] : working.FindAll(part => part.Quantity > 0);
    }

    // From one place if they can be, from loose ones rather than out of a cart, and out of the fullest-used cart rather than an untouched one.
    private List<(Stock Stock, int Quantity)> Units(Resource resource, int quantity, DateTimeOffset from, DateTimeOffset until)
    {
        var free = _list.StocksOf(resource).Select(stock => (Stock: stock, Free: FreeIn(stock, from, until))).Where(part => part.Free > 0).ToList();
        if (quantity < 1 || free.Sum(part => part.Free) < quantity)
        {
            return [];
        }

        var enough = free.Where(part => part.Free >= quantity).OrderBy(part => part.Stock.ContainerId is null ? 0 : 1).ThenBy(part => part.Free).ThenBy(part => part.Stock.Id).ToList();
        if (enough.Count > 0)
        {
            return [(enough[0].Stock, quantity)];
        }

        var parts = new List<(Stock, int)>();
        foreach (var part in free.OrderByDescending(part => part.Free).ThenBy(part => part.Stock.Id))
        {
            var of = Math.Min(part.Free, quantity);
            parts.Add((part.Stock, of));
            quantity -= of;
            if (quantity == 0)
            {
                break;
            }
        }

        return parts;
    }

    private static Timeline Of(Dictionary<int, Timeline> timelines, int stockId)
    {
        if (!timelines.TryGetValue(stockId, out var timeline))
        {
            timelines[stockId] = timeline = new Timeline();
        }

        return timeline;
    }

    private static ClaimRow Row(DbDataReader row) => new(
        row.GetInt32(0), row.GetInt32(1), Utc(row.GetDateTime(2)), Utc(row.GetDateTime(3)), row.GetString(4) == nameof(ClaimState.Out), row.GetInt32(5) == 1,
        row.IsDBNull(6) ? null : row.GetInt32(6));

    private static DateTimeOffset Utc(DateTime stored) => new(DateTime.SpecifyKind(stored, DateTimeKind.Utc));

    private sealed record ClaimRow(int StockId, int Quantity, DateTimeOffset From, DateTimeOffset Until, bool IsOut, bool IsClosure, int? LineId);
}
