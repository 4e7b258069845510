using System.Globalization;
using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static LibraryBot.Tests.Data.Equipment.EquipmentFixture;

namespace LibraryBot.Tests.Data.Equipment;

/// <summary>A week at a school and the same in <see cref="MinuteModel"/>, to be compared. What is asked of it is drawn by chance.</summary>
internal sealed class EquipmentWeek
{
    private static readonly string[] s_people = ["teacher", "other", "third", "staff", "librarian"];
    private readonly Random _random;
    private readonly List<int> _resources;
    private readonly Dictionary<int, Booking> _bookings = [];

    private EquipmentWeek(Random random, EquipmentFixture school, MinuteModel model, List<int> resources) => (_random, School, Model, _resources) = (random, school, model, resources);

    public EquipmentFixture School { get; }

    public MinuteModel Model { get; }

    /// <summary>The open places on waiting lists.</summary>
    public List<WaitingEntry> Waiting { get; private set; } = [];

    /// <summary>Begins, with buffers and limits drawn by chance.</summary>
    public static async Task<EquipmentWeek> NewAsync(DatabaseKind kind, Random random)
    {
        var school = await EquipmentFixture.NewAsync(kind, resources => Vary(random, resources));
        await using var context = school.Database.NewContext();
        var resources = await context.Resources.AsNoTracking().OrderBy(resource => resource.Id).ToListAsync();
        var model = new MinuteModel(resources, await context.Stocks.AsNoTracking().ToListAsync(), At(13, 0));
        return new EquipmentWeek(random, school, model, resources.ConvertAll(resource => resource.Id));
    }

    private static void Vary(Random random, Dictionary<string, Resource> resources)
    {
        foreach (var resource in resources.Values)
        {
            (resource.BufferBeforeMinutes, resource.BufferAfterMinutes) = (random.Next(4) * 5, random.Next(4) * 5);
            resource.NeedsApproval = random.Next(4) == 0;
            resource.MostAtOnce = resource.Kind == ResourceKind.Units && random.Next(3) == 0 ? 4 + random.Next(40) : null;
        }
    }

    /// <summary>Whether something could be had in place of a booking.</summary>
    public bool FitsInstead(Booking booking, IReadOnlyList<BookingItem> items, BookingTime time)
    {
        Model.GiveBack(Owner(booking));
        var fits = Model.Fits(items, time.Start, time.End);
        Put(booking);
        return fits;
    }

    /// <summary>Notes what was booked.</summary>
    public void Keep(Booking booking)
    {
        Model.GiveBack(Owner(booking));
        // As it is now: the library may change the object it gave.
        _bookings[booking.Id] = new Booking { Id = booking.Id, Token = "", PersonId = booking.PersonId, Start = booking.Start, End = booking.End, Lines = booking.Lines };
        Put(_bookings[booking.Id]);
    }

    private void Put(Booking booking)
    {
        foreach (var (line, claim) in booking.Lines.SelectMany(line => line.Claims.Select(claim => (line, claim))))
        {
            Model.Take(Owner(booking), line.ResourceId, claim.StockId, claim.Quantity, booking.Start, booking.End);
        }

        Assert.All(booking.Lines.Where(line => line.Quantity > 1), line => Assert.Equal(line.Quantity, line.Claims.Sum(claim => claim.Quantity)));
    }

    /// <summary>Compares.</summary>
    public async Task CompareAsync()
    {
        await ReadWaitingAsync();
        Model.Check();
        for (var time = 0; time < 3; time++)
        {
            var asked = Time();
            var said = await School.Free.AtAsync(asked.Start, asked.End, default);
            Assert.All(said, free => Assert.True(
                free.Free == Model.Free(free.Resource.Id, asked.Start, asked.End),
                $"{free.Free} of {free.Resource.Key} are said to be free {Text(asked)}, but {Model.Free(free.Resource.Id, asked.Start, asked.End)} are."));
        }

        var (start, resource) = (At(14 + _random.Next(5), 7), _resources[_random.Next(_resources.Count)]);
        var spans = await School.Free.OccupancyAsync(resource, start, start.AddHours(12), default);
        Assert.Equal(Model.FreeByMinute(resource, start, start.AddHours(12)), spans.SelectMany(span => Enumerable.Repeat(span.Free, (int)(span.End - span.Start).TotalMinutes)));
    }

    private async Task ReadWaitingAsync()
    {
        Waiting.ForEach(entry => Model.GiveBack(Owner(entry)));
        await using var context = School.Database.NewContext();
        Waiting = await context.WaitingEntries.AsNoTracking().Include(entry => entry.Claims).Where(entry => entry.Status == WaitingStatus.Waiting || entry.Status == WaitingStatus.Offered)
            .OrderBy(entry => entry.Id).ToListAsync();
        foreach (var entry in Waiting.Where(entry => entry.Status == WaitingStatus.Offered))
        {
            Assert.True(Model.Fits([new BookingItem(entry.ResourceId, entry.Quantity)], entry.Start, entry.End), $"{entry.Id} was offered what is not free.");
            entry.Claims.ForEach(claim => Model.Take(Owner(entry), entry.ResourceId, claim.StockId, claim.Quantity, entry.Start, entry.End));
        }

        Assert.All(
            Waiting.Where(entry => entry.Status == WaitingStatus.Waiting && entry.Start > School.Clock.GetUtcNow()),
            entry => Assert.False(Model.Fits([new BookingItem(entry.ResourceId, entry.Quantity)], entry.Start, entry.End), $"{entry.Id} waits for what is free."));
    }

    public List<BookingItem> Items()
    {
        var items = Enumerable.Range(0, 1 + (_random.Next(4) / 3)).Select(_ => _resources[_random.Next(_resources.Count)]).Distinct().ToList();
        return items.ConvertAll(id => new BookingItem(id, id == School["chromebooks"] ? 1 + _random.Next(30) : id == School["microphones"] ? 1 + _random.Next(5) : 1));
    }

    // Mostly lessons, so that people are in each other's way; sometimes anything.
    public BookingTime Time()
    {
        var start = At(14 + _random.Next(5), 8 + _random.Next(8), _random.Next(3) == 0 ? _random.Next(12) * 5 : 0);
        return new BookingTime(start, _random.Next(8) switch { 0 => start.AddMinutes(5 + _random.Next(300)), 1 => start.AddDays(1 + _random.Next(2)), _ => start.AddHours(1) });
    }

    /// <summary>Forgets what was cancelled.</summary>
    public void Forget(Booking booking)
    {
        Model.GiveBack(Owner(booking));
        Assert.True(_bookings.Remove(booking.Id));
    }

    public Booking? Any() => _bookings.Count == 0 ? null : _bookings.Values.ElementAt(_random.Next(_bookings.Count));

    public int Person() => School.Person(s_people[_random.Next(s_people.Length)]);

    public static string Owner(Booking booking) => string.Create(CultureInfo.InvariantCulture, $"booking {booking.Id}");

    public static string Owner(WaitingEntry entry) => string.Create(CultureInfo.InvariantCulture, $"waiting {entry.Id}");

    public static List<BookingItem> AsItems(Booking booking) => booking.Lines.ConvertAll(line => new BookingItem(line.ResourceId, line.Quantity));

    public static string Text(IEnumerable<BookingItem> items) => string.Join(" and ", items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Quantity} of {item.ResourceId}")));

    public static string Text(BookingTime time) => string.Create(CultureInfo.InvariantCulture, $"from {time.Start.UtcDateTime:dd HH:mm} to {time.End.UtcDateTime:dd HH:mm}");
}
