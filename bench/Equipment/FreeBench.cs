using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Bench.Equipment;

/// <summary><c>free</c>: "is anything free?" of a period, in a district with much to book and many bookings.</summary>
internal static class FreeBench
{
    private const int SchoolDays = 60;
    private const int WarmUp = 200;

    public static Command Create()
    {
        var resources = new Option<int>("--resources") { Description = "How many things there are.", DefaultValueFactory = _ => 500 };
        var bookings = new Option<int>("--bookings") { Description = "How many bookings, over 60 school days.", DefaultValueFactory = _ => 50_000 };
        var questions = new Option<int>("--questions") { Description = "How often it is asked.", DefaultValueFactory = _ => 2_000 };
        var postgres = new Option<string?>("--postgres") { Description = "An empty PostgreSQL database, as a connection string; else SQLite in a temporary folder." };
        var command = new Command("free", "Is anything free, over many resources and bookings.") { resources, bookings, questions, postgres };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(resources), parsed.GetValue(bookings), parsed.GetValue(questions), parsed.GetValue(postgres), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int resources, int bookings, int questions, string? postgres, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-bench-");
        try
        {
            await using var services = StormSchool.Open(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Library"] = postgres ?? $"Data Source={Path.Combine(folder.FullName, "library.db")}",
                ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            });
            var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
            await factory.PrepareAsync(cancellationToken);
            var periods = await FillAsync(factory, resources, bookings, cancellationToken);
            var free = services.GetRequiredService<FreeEquipment>();
            var random = new Random(1);
            var times = new List<double>();
            long found = 0;
            for (var question = -WarmUp; question < questions; question++)
            {
                var period = periods[random.Next(periods.Count)];
                var from = Stopwatch.GetTimestamp();
                var answer = await free.AtAsync(period.Start, period.End, cancellationToken);
                if (question >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                    found += answer.Count(resource => resource.Free > 0);
                }
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {resources} resources, {bookings} bookings over {SchoolDays} school days; {questions} questions, {(double)found / questions:F0} resources free on average
                p50 {times[questions / 2]:F1} ms, p95 {times[questions * 95 / 100]:F1} ms, longest {times[^1]:F1} ms
                """));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Half are single things; of the rest there are some, and every tenth is a cart with them.
    private static async Task<List<PeriodTime>> FillAsync(IDbContextFactory<LibraryContext> factory, int resources, int bookings, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var all = Enumerable.Range(0, resources).Select(number => new Resource
        {
            Key = $"made-{number}",
            Name = $"Thing {number}",
            Kind = number % 10 == 0 ? ResourceKind.Cart : number % 2 == 0 ? ResourceKind.Units : ResourceKind.Asset,
            BufferAfterMinutes = number % 3 == 0 ? 5 : 0,
        }).ToList();
        var person = new Person { Key = "made", DisplayName = "Teacher", Role = Role.Teacher };
        context.AddRange(all);
        context.Add(person);
        await context.SaveChangesAsync(cancellationToken);
        var units = all.FindAll(resource => resource.Kind == ResourceKind.Units);
        var stocks = all.ConvertAll(resource => new Stock { ResourceId = resource.Id, Quantity = resource.Kind == ResourceKind.Units ? 10 : 1 });
        var parts = all.FindAll(resource => resource.IsContainer).Select((cart, at) => new Stock { ResourceId = units[at].Id, ContainerId = cart.Id, Quantity = 20 }).ToList();
        context.AddRange(stocks);
        context.AddRange(parts);
        await context.SaveChangesAsync(cancellationToken);

        var calendar = new SchoolCalendar(LibraryProfile.LoadSample());
        var day = new DateOnly(2026, 9, 14);
        var periods = new List<PeriodTime>();
        for (var number = 0; number < SchoolDays; number++)
        {
            day = calendar.NextSchoolDay(day)!.Value;
            periods.AddRange(calendar.PeriodsOn(day));
        }

        // Each thing is booked at times drawn for it, never twice at one: how they got there does not matter here.
        var random = new Random(2);
        var drawn = new HashSet<(int Resource, int Period)>();
        foreach (var chunk in Enumerable.Range(0, bookings).Chunk(2_000))
        {
            foreach (var number in chunk)
            {
                (int Resource, int Period) at;
                do
                {
                    at = (random.Next(resources), random.Next(periods.Count));
                }
                while (!drawn.Add(at));
                context.Add(Make(number, person.Id, all[at.Resource], periods[at.Period], [stocks[at.Resource], .. parts.Where(part => part.ContainerId == all[at.Resource].Id)]));
            }

            context.ChangeTracker.DetectChanges();
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        return periods;
    }

    private static Booking Make(int number, int personId, Resource resource, PeriodTime period, IEnumerable<Stock> stocks)
    {
        var booking = new Booking
        {
            Token = $"made-{number}",
            PersonId = personId,
            BookedById = personId,
            Start = period.Start,
            End = period.End,
            Lines =
            [
                new BookingLine
                {
                    ResourceId = resource.Id,
                    Quantity = 1,
                    Claims = [.. stocks.Select(stock => new StockClaim { StockId = stock.Id, Quantity = resource.IsContainer ? stock.Quantity : 1 + (number % stock.Quantity) }
                        .During(period.Start, period.End.AddMinutes(resource.BufferAfterMinutes)))],
                },
            ],
        };
        booking.Take(BookingStep.Book, period.Start.AddDays(-30), personId);
        return booking;
    }
}
