using LibraryBot.Data.Equipment;
using LibraryBot.Data.People;
using LibraryBot.Data.Sample;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Bot.Background;

public sealed class MoveBookingsJobTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheRunningBotOffersWhatNobodyTookToTheNextAndWritesToThem(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var now = TimeProvider.System.GetUtcNow();
        int next;
        await using (var context = database.NewContext())
        {
            await SampleEquipment.AddAsync(context, default);
            var people = new[] { "first", "second" }.Select(key => new Person { Key = key, DisplayName = key, Role = Role.Teacher }).ToList();
            context.People.AddRange(people);
            await context.SaveChangesAsync();
            var makerspace = await context.Resources.SingleAsync(resource => resource.Key == "makerspace");
            var stock = await context.Set<Stock>().SingleAsync(each => each.ResourceId == makerspace.Id);
            var (start, end) = (now.AddDays(3), now.AddDays(3).AddHours(1));
            var entries = people.ConvertAll(person => new WaitingEntry { PersonId = person.Id, ResourceId = makerspace.Id, Quantity = 1, Start = start, End = end, CreatedAt = now.AddDays(-1) });
            // The bot was down when the first one's time to take it ended.
            (entries[0].Status, entries[0].OfferedUntil) = (WaitingStatus.Offered, now.AddMinutes(-5));
            entries[0].Claims.Add(new StockClaim { StockId = stock.Id, Quantity = 1 }.During(start, end));
            foreach (var entry in entries)
            {
                context.WaitingEntries.Add(entry);
                await context.SaveChangesAsync();
            }

            next = entries[1].Id;
        }

        await using var bot = await BotHost.StartAsync(database);

        await using var look = database.NewContext();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await look.WaitingEntries.AnyAsync(entry => entry.Id == next && entry.Status == WaitingStatus.Offered, patience.Token))
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.Equal(WaitingStatus.Lapsed, (await look.WaitingEntries.SingleAsync(entry => entry.Id != next)).Status);
        Assert.Equal(1, await look.OutboxMessages.CountAsync(message => message.Key == $"waiting:{next}:free"));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheRunningBotEndsWhatNobodyCameFor(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var now = TimeProvider.System.GetUtcNow();
        int missed, later;
        await using (var context = database.NewContext())
        {
            await SampleEquipment.AddAsync(context, default);
            var person = new Person { Key = "late", DisplayName = "late", Role = Role.Teacher };
            context.People.Add(person);
            await context.SaveChangesAsync();
            var camera = await context.Resources.SingleAsync(resource => resource.Key == "document-camera");
            var bookings = new[] { now.AddMinutes(-30), now.AddMinutes(30) }.Select(start => new Booking
            {
                PersonId = person.Id,
                BookedById = person.Id,
                Start = start,
                End = start.AddMinutes(50),
                CreatedAt = now.AddDays(-1),
                Token = $"token-{start.Ticks}",
                Lines = [new BookingLine { ResourceId = camera.Id, Quantity = 1 }],
            }).ToList();
            bookings.ForEach(booking => booking.Take(BookingStep.Book, booking.CreatedAt, person.Id));
            context.Bookings.AddRange(bookings);
            await context.SaveChangesAsync();
            (missed, later) = (bookings[0].Id, bookings[1].Id);
        }

        await using var bot = await BotHost.StartAsync(database, "--Equipment:NoShowAfter=00:15:00");

        await using var look = database.NewContext();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await look.Bookings.AnyAsync(booking => booking.Id == missed && booking.Status == BookingStatus.NoShow, patience.Token))
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.Equal(BookingStatus.Booked, (await look.Bookings.SingleAsync(booking => booking.Id == later)).Status);
    }
}
