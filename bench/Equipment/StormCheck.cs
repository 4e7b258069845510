using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Bench.Equipment;

/// <summary>What is wrong after many booked at once. It counts minutes and asks nothing of the library's code but its tables.</summary>
/// <param name="Bookings">How many bookings there are.</param>
/// <param name="Overbooked">Stocks and minutes in which more is booked than there is.</param>
/// <param name="Unkept">Bookings that were confirmed and are not in the database, or not as they were asked for.</param>
/// <param name="Halves">Bookings that do not take all that was asked for.</param>
internal sealed record StormCheck(int Bookings, int Overbooked, int Unkept, int Halves)
{
    private const int Days = 60;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => Overbooked + Unkept + Halves == 0;

    /// <summary>Looks.</summary>
    /// <param name="factory">The database.</param>
    /// <param name="answers">What was confirmed: the booking of each attempt, or 0.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<StormCheck> RunAsync(IDbContextFactory<LibraryContext> factory, IReadOnlyDictionary<int, int> answers, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var bookings = await context.Bookings.AsNoTracking().Include(booking => booking.Lines).ThenInclude(line => line.Claims).AsSplitQuery().ToListAsync(cancellationToken);
        var stocks = await context.Stocks.AsNoTracking().ToListAsync(cancellationToken);
        var resources = await context.Resources.AsNoTracking().ToDictionaryAsync(resource => resource.Id, cancellationToken);
        var request = await StormSchool.RequestsAsync(factory, cancellationToken);
        var origin = bookings.Select(booking => booking.Start.AddDays(-1)).DefaultIfEmpty().Min();
        var minutes = stocks.ToDictionary(stock => stock.Id, _ => new int[Days * 1440]);
        foreach (var (booking, line) in bookings.SelectMany(booking => booking.Lines.Select(line => (booking, line))))
        {
            var until = (int)(booking.End - origin).TotalMinutes + resources[line.ResourceId].BufferAfterMinutes;
            foreach (var claim in line.Claims)
            {
                for (var minute = (int)(booking.Start - origin).TotalMinutes; minute < until; minute++)
                {
                    minutes[claim.StockId][minute] += claim.Quantity;
                }
            }
        }

        var byKey = bookings.ToDictionary(booking => booking.RequestKey!);
        return new StormCheck(
            bookings.Count,
            stocks.Sum(stock => minutes[stock.Id].Count(taken => taken > stock.Quantity)),
            answers.Count(answer => !Agrees(byKey.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"storm:{answer.Key}")), answer.Value, request(answer.Key))),
            bookings.Count(booking => booking.Lines.Count == 0 || booking.Lines.Exists(line => !IsWhole(resources[line.ResourceId], line, stocks))));
    }

    private static bool Agrees(Booking? booking, int answer, BookingRequest request) => answer == 0
        ? booking is null
        : booking is not null && booking.Id == answer && booking.PersonId == request.PersonId && booking.Start == request.Start && booking.End == request.End && booking.Status == BookingStatus.Booked
            && booking.Lines.Select(line => new BookingItem(line.ResourceId, line.Quantity)).ToHashSet().SetEquals(request.Items);

    private static bool IsWhole(Resource resource, BookingLine line, List<Stock> stocks)
    {
        var own = stocks.FindAll(stock => stock.ResourceId == resource.Id || (resource.IsContainer && stock.ContainerId == resource.Id));
        return resource.IsContainer
            ? own.ToDictionary(stock => stock.Id, stock => stock.Quantity).OrderBy(pair => pair.Key).SequenceEqual(line.Claims.ToDictionary(claim => claim.StockId, claim => claim.Quantity).OrderBy(pair => pair.Key))
            : line.Claims.Sum(claim => claim.Quantity) == line.Quantity && line.Claims.TrueForAll(claim => own.Exists(stock => stock.Id == claim.StockId));
    }
}
