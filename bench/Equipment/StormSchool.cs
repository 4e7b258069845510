using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Bench.Equipment;

/// <summary>
/// A school of 40 teachers that has too little: 54 Chromebooks in two carts and 6 loose ones, two rooms, a camera, a podcast kit with 2 of 5 microphones; and what
/// they ask for, the same each time. It is always Monday, 14 September 2026, 8 in the morning, and all want the ten school days after it.
/// </summary>
internal static class StormSchool
{
    private const int Teachers = 40;
    private static readonly DateTimeOffset s_monday = new(2026, 9, 14, 8, 0, 0, TimeSpan.FromHours(-5));
    private static readonly string[] s_wanted = ["chromebooks", "chromebooks", "chromebooks", "cart-a", "cart-b", "makerspace", "green-room", "camera", "microphones", "podcast"];

    /// <summary>The library's data, over a database that settings name.</summary>
    public static ServiceProvider Open(IEnumerable<KeyValuePair<string, string?>> settings) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new StandingClock()).AddSingleton(LibraryProfile.LoadSample())
        .AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

    /// <summary>Fills an empty database.</summary>
    public static async Task FillAsync(IDbContextFactory<LibraryContext> factory, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var resources = new[]
        {
            New("chromebooks", ResourceKind.Units), New("cart-a", ResourceKind.Cart), New("cart-b", ResourceKind.Cart), New("makerspace", ResourceKind.Space),
            New("green-room", ResourceKind.Space), New("camera", ResourceKind.Asset), New("microphones", ResourceKind.Units), New("podcast", ResourceKind.Kit),
        }.ToDictionary(resource => resource.Key);
        context.AddRange(resources.Values);
        context.AddRange(Enumerable.Range(0, Teachers).Select(number => new Person { Key = $"storm-{number}", DisplayName = $"Teacher {number}", Role = Role.Teacher }));
        await context.SaveChangesAsync(cancellationToken);
        Stock Of(string key, int quantity, string? container = null) =>
            new() { ResourceId = resources[key].Id, Quantity = quantity, ContainerId = container is null ? null : resources[container].Id };
        context.AddRange(
            Of("chromebooks", 6), Of("chromebooks", 30, "cart-a"), Of("chromebooks", 24, "cart-b"), Of("cart-a", 1), Of("cart-b", 1), Of("makerspace", 1), Of("green-room", 1),
            Of("camera", 1), Of("microphones", 3), Of("microphones", 2, "podcast"), Of("podcast", 1));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who asks for what in an attempt: one or two things for a period or two.</summary>
    public static async Task<Func<int, BookingRequest>> RequestsAsync(IDbContextFactory<LibraryContext> factory, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var resources = await context.Resources.ToDictionaryAsync(resource => resource.Key, resource => resource.Id, cancellationToken);
        var people = await context.People.OrderBy(person => person.Id).Select(person => person.Id).ToListAsync(cancellationToken);
        var calendar = new SchoolCalendar(LibraryProfile.LoadSample());
        var days = new List<DateOnly> { calendar.DateAt(s_monday) };
        while (days.Count <= 10)
        {
            days.Add(calendar.NextSchoolDay(days[^1])!.Value);
        }

        var periods = days.Skip(1).Select(calendar.PeriodsOn).ToList();
        return number =>
        {
            var random = new Random(number);
            var day = periods[random.Next(periods.Count)];
            var first = random.Next(day.Count - 1);
            var items = Enumerable.Range(0, 1 + (random.Next(4) / 3)).Select(_ => s_wanted[random.Next(s_wanted.Length)]).Distinct()
                .Select(key => new BookingItem(resources[key], key switch { "chromebooks" => 1 + random.Next(25), "microphones" => 1 + random.Next(4), _ => 1 })).ToList();
            return new BookingRequest(people[random.Next(people.Count)], items, day[first].Start, day[first + random.Next(2)].End) { RequestKey = $"storm:{number}" };
        };
    }

    private static Resource New(string key, ResourceKind kind) => new() { Key = key, Kind = kind, Name = key, BufferAfterMinutes = kind == ResourceKind.Cart ? 5 : 0 };

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => s_monday;
    }
}
