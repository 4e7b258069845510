using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Equipment;

/// <summary>
/// A small school's equipment over one of the databases, and a clock to move: 6 loose Chromebooks and two carts of 30 and 24, two rooms, a document camera, and a
/// podcast kit with 2 of the 5 microphones. It is Monday, 14 September 2026, 8 in the morning.
/// </summary>
internal sealed class EquipmentFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, int> _people;
    private readonly Dictionary<string, int> _resources;

    private EquipmentFixture(TestDatabase database, ServiceProvider services, Dictionary<string, int> people, Dictionary<string, int> resources) =>
        (Database, _services, _people, _resources) = (database, services, people, resources);

    public TestDatabase Database { get; }

    public MovedClock Clock { get; private init; } = null!;

    public BookingDesk Desk => _services.GetRequiredService<BookingDesk>();

    public BookingChanges Changes => _services.GetRequiredService<BookingChanges>();

    public WaitingList Waiting => _services.GetRequiredService<WaitingList>();

    public FreeEquipment Free => _services.GetRequiredService<FreeEquipment>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public int Person(string key) => _people[key];

    public int this[string key] => _resources[key];

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 9, day, hour, minute, 0, TimeSpan.FromHours(-5));

    public static async Task<EquipmentFixture> NewAsync(DatabaseKind kind, Action<Dictionary<string, Resource>>? change = null, EquipmentSettings? settings = null)
    {
        var database = await Databases.NewAsync(kind);
        var clock = new MovedClock(At(14, 8));
        var services = new ServiceCollection().AddSingleton(database.Factory).AddSingleton<TimeProvider>(clock).AddSingleton(LibraryProfile.LoadSample())
            .AddSingleton(settings ?? new EquipmentSettings()).AddSingleton<OutboxWriter>().AddEquipmentData().BuildServiceProvider();

        var resources = new[]
        {
            New("chromebooks", ResourceKind.Units, "Chromebooks", "laptop", Role.Student), New("cart-a", ResourceKind.Cart, "Cart A", "cart"), New("cart-b", ResourceKind.Cart, "Cart B", "cart"),
            New("makerspace", ResourceKind.Space, "Makerspace", "room"), New("green-room", ResourceKind.Space, "Green screen room", "room"),
            New("camera", ResourceKind.Asset, "Document camera"), New("microphones", ResourceKind.Units, "Microphones"), New("podcast", ResourceKind.Kit, "Podcast kit"),
        }.ToDictionary(resource => resource.Key);
        change?.Invoke(resources);
        await database.AddAsync([.. resources.Values]);
        var ids = resources.Values.ToDictionary(resource => resource.Key, resource => resource.Id);
        await database.AddAsync(
            new Stock { ResourceId = ids["chromebooks"], Quantity = 6 },
            new Stock { ResourceId = ids["chromebooks"], ContainerId = ids["cart-a"], Quantity = 30 },
            new Stock { ResourceId = ids["chromebooks"], ContainerId = ids["cart-b"], Quantity = 24 },
            new Stock { ResourceId = ids["cart-a"], Quantity = 1, Units = [new Unit { Barcode = "CART-A" }] },
            new Stock { ResourceId = ids["cart-b"], Quantity = 1 },
            new Stock { ResourceId = ids["makerspace"], Quantity = 1 },
            new Stock { ResourceId = ids["green-room"], Quantity = 1 },
            new Stock { ResourceId = ids["camera"], Quantity = 1, Units = [new Unit { Barcode = "CAM1", Accessories = ["charger"] }] },
            new Stock { ResourceId = ids["microphones"], Quantity = 3, Units = [new Unit { Barcode = "mic1" }, new Unit { Barcode = "mic2" }, new Unit { Barcode = "mic3" }] },
            new Stock { ResourceId = ids["microphones"], ContainerId = ids["podcast"], Quantity = 2 },
            new Stock { ResourceId = ids["podcast"], Quantity = 1 });
        var people = new[] { Role.Teacher, Role.Student, Role.Librarian, Role.Visitor, Role.Staff }.ToDictionary(role => role.ToString().ToLowerInvariant(), role => Some(role.ToString(), role));
        people["other"] = Some("other", Role.Teacher);
        people["third"] = Some("third", Role.Teacher);
        await database.AddAsync([.. people.Values]);
        return new EquipmentFixture(database, services, people.ToDictionary(person => person.Key, person => person.Value.Id), ids) { Clock = clock };
    }

    /// <summary>Books from hour to hour of a day in September.</summary>
    public Task<BookingOutcome> BookAsync(string resource, int quantity = 1, string person = "teacher", int day = 15, double from = 10, double to = 11, string? key = null, string? onBehalfBy = null) =>
        Desk.BookAsync(
            new BookingRequest(Person(person), [new BookingItem(this[resource], quantity)], At(day, 0).AddMinutes(Math.Round(from * 60)), At(day, 0).AddMinutes(Math.Round(to * 60)))
            {
                RequestKey = key,
                BookedById = onBehalfBy is null ? null : Person(onBehalfBy),
            },
            default);

    public async Task<Booking> BookedAsync(string resource, int quantity = 1, string person = "teacher", int day = 15, double from = 10, double to = 11) =>
        Assert.IsType<BookingOutcome.Booked>(await BookAsync(resource, quantity, person, day, from, to)).Booking;

    public async Task<int> FreeAsync(string resource, int day = 15, double from = 10, double to = 11) =>
        (await Free.AtAsync(At(day, 0).AddMinutes(Math.Round(from * 60)), At(day, 0).AddMinutes(Math.Round(to * 60)), default)).Single(free => free.Resource.Id == this[resource]).Free;

    public async Task<Booking> ReadAsync(int bookingId)
    {
        await using var context = Database.NewContext();
        return await context.Bookings.AsNoTracking().Include(booking => booking.Lines).ThenInclude(line => line.Claims).Include(booking => booking.History).AsSplitQuery()
            .SingleAsync(booking => booking.Id == bookingId);
    }

    /// <summary>The kinds of messages about bookings that wait to be sent to a person, with when.</summary>
    public async Task<List<(string Kind, DateTimeOffset Due)>> MessagesAsync(string person)
    {
        await using var context = Database.NewContext();
        var id = Person(person);
        var messages = await context.OutboxMessages.Where(message => message.PersonId == id && message.State == OutboxState.Waiting).OrderBy(message => message.DueAt).ToListAsync();
        return messages.ConvertAll(message => (message.Kind, message.DueAt));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static Resource New(string key, ResourceKind kind, string name, string? category = null, params Role[] more) =>
        new() { Key = key, Kind = kind, Name = name, Category = category, Roles = [Role.Teacher, Role.Staff, .. more] };

    private static Person Some(string key, Role role) => new() { Key = key, DisplayName = key, Role = role };
}
