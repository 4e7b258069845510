using System.Buffers.Text;
using System.Security.Cryptography;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Equipment;

/// <summary>
/// Books equipment and spaces. A booking has several things or one, and succeeds whole or not at all; that no unit is booked twice stands however many ask at the
/// same moment, in however many processes.
/// </summary>
/// <param name="writes">Serialises what is written.</param>
/// <param name="rules">Who may book what, when.</param>
/// <param name="messages">Reminds of it.</param>
/// <param name="free">Says what could be had instead.</param>
public sealed class BookingDesk(EquipmentWrites writes, BookingRules rules, BookingMessages messages, FreeEquipment free)
{
    private const int LongestPurpose = 500;

    /// <summary>Books.</summary>
    /// <param name="request">What is wanted; anything may stand in it.</param>
    /// <param name="cancellationToken">Stops it; nothing is booked then.</param>
    public async Task<BookingOutcome> BookAsync(BookingRequest request, CancellationToken cancellationToken) =>
        await writes.RunAsync(write => BookAsync(write, request, isOffer: false), cancellationToken)
        ?? await free.InsteadAsync(request.Items, request.Start, request.End, request.BookedById ?? request.PersonId, null, cancellationToken);

    /// <summary>Books the same things at several times, together.</summary>
    /// <inheritdoc cref="BookAsync(BookingRequest, CancellationToken)" path="/param"/>
    public Task<SeriesOutcome> BookSeriesAsync(SeriesRequest request, CancellationToken cancellationToken) => writes.RunAsync(write => BookSeriesAsync(write, request), cancellationToken);

    // Null where it is taken. What could be had instead is looked for when others may book again.
    internal async Task<BookingOutcome?> BookAsync(EquipmentWrite write, BookingRequest request, bool isOffer)
    {
        var (role, items, refusal) = await CheckAsync(write, request.PersonId, request.BookedById, request.Items);
        if (refusal is not null)
        {
            return refusal;
        }

        var bookedBy = request.BookedById ?? request.PersonId;
        if (await BeforeAsync(write, bookedBy, request.RequestKey) is { } before)
        {
            return new BookingOutcome.Booked(before, Again: true);
        }

        var (start, end) = (Round(request.Start), Round(request.End));
        if (rules.Refuses([.. items.Select(item => item.Resource)], start, end, role, write.Now, startsAnew: !isOffer) is { } wrong)
        {
            return wrong;
        }

        var placement = await Placement.ReadAsync(write, items, request.PersonId, role, new BookingTime(start, end));
        var (lines, hindrance) = placement.Take(start, end);
        if (lines is null)
        {
            return hindrance;
        }

        var booking = Make(write, request.PersonId, bookedBy, role, items, new BookingTime(start, end), lines, request.Purpose);
        booking.RequestKey = Key(request.RequestKey);
        write.Context.Bookings.Add(booking);
        await write.Context.SaveChangesAsync(write.Cancellation);
        await messages.RemindAsync(write, booking);
        await write.CommitAsync();
        return new BookingOutcome.Booked(booking);
    }

    private async Task<SeriesOutcome> BookSeriesAsync(EquipmentWrite write, SeriesRequest request)
    {
        var times = request.Times.Select(time => new BookingTime(Round(time.Start), Round(time.End))).Distinct().OrderBy(time => time.Start).ToList();
        if (times.Count is 0 or > SeriesRequest.MostTimes || times.Zip(times.Skip(1)).Any(pair => pair.First.End > pair.Second.Start))
        {
            return new SeriesOutcome.BadTimes();
        }

        var (role, items, refusal) = await CheckAsync(write, request.PersonId, request.BookedById, request.Items);
        if (refusal is not null)
        {
            return new SeriesOutcome.Refused(refusal);
        }

        var bookedBy = request.BookedById ?? request.PersonId;
        if (request.RequestKey is not null && await write.Context.BookingSeries.Include(s => s.Bookings).ThenInclude(b => b.Lines).Include(s => s.Exceptions)
            .AsSplitQuery().SingleOrDefaultAsync(s => s.BookedById == bookedBy && s.RequestKey == Key(request.RequestKey), write.Cancellation) is { } before)
        {
            return new SeriesOutcome.Booked(before, [], Again: true);
        }

        var series = new BookingSeries { PersonId = request.PersonId, BookedById = bookedBy, RequestKey = Key(request.RequestKey), CreatedAt = write.Now };
        var resources = items.Select(item => item.Resource).ToList();
        var wrong = times.ToDictionary(time => time, time => rules.Refuses(resources, time.Start, time.End, role, write.Now));
        var possible = times.FindAll(time => wrong[time] is null);
        if (possible.Count > 0)
        {
            var placement = await Placement.ReadAsync(write, items, request.PersonId, role, new BookingTime(possible[0].Start, possible.Max(time => time.End)));
            foreach (var time in possible)
            {
                var (lines, hindrance) = placement.Take(time.Start, time.End);
                if (lines is null)
                {
                    wrong[time] = hindrance ?? new BookingOutcome.Taken(placement.Shortages(time.Start, time.End), null, []);
                }
                else
                {
                    series.Bookings.Add(Make(write, request.PersonId, bookedBy, role, items, time, lines, request.Purpose));
                }
            }
        }

        var leftOut = times.Where(time => wrong[time] is not null).Select(time => new LeftOutTime(time, wrong[time]!)).ToList();
        if (series.Bookings.Count == 0 || (leftOut.Count > 0 && !request.LeaveOut))
        {
            return new SeriesOutcome.SomeImpossible(leftOut, series.Bookings.Count);
        }

        series.Exceptions.AddRange(leftOut.Where(time => time.Time.Start < time.Time.End).Select(time => new SeriesException
        {
            Start = time.Time.Start,
            End = time.Time.End,
            Reason = time.Why is BookingOutcome.Taken ? SeriesExceptionReason.Taken : SeriesExceptionReason.NotBookable,
        }));
        write.Context.BookingSeries.Add(series);
        await write.Context.SaveChangesAsync(write.Cancellation);
        await messages.RemindAsync(write, series.Bookings);
        await write.CommitAsync();
        return new SeriesOutcome.Booked(series, leftOut);
    }

    private static async Task<(Role Role, IReadOnlyList<(Resource Resource, int Quantity)> Items, BookingOutcome? Refusal)> CheckAsync(
        EquipmentWrite write, int personId, int? bookedById, IReadOnlyList<BookingItem> asked)
    {
        var bookedBy = bookedById ?? personId;
        var roles = await write.LockPeopleAsync(personId, bookedBy);
        if (!roles.TryGetValue(bookedBy, out var role) || !roles.TryGetValue(personId, out var whose) || role == Role.Visitor || whose == Role.Visitor
            || (bookedBy != personId && !BookingRules.MayBookForOthers(role)))
        {
            return (role, [], new BookingOutcome.NotAllowed(null));
        }

        var (items, refusal) = BookingRules.Items(await write.ListAsync(), asked, role);
        return (role, items, refusal);
    }

    private static async Task<Booking?> BeforeAsync(EquipmentWrite write, int bookedBy, string? requestKey) => requestKey is null ? null
        : await write.Context.Bookings.Include(booking => booking.Lines).ThenInclude(line => line.Claims)
            .SingleOrDefaultAsync(booking => booking.BookedById == bookedBy && booking.RequestKey == Key(requestKey), write.Cancellation);

    private static Booking Make(
        EquipmentWrite write, int personId, int bookedBy, Role role, IReadOnlyList<(Resource Resource, int Quantity)> items, BookingTime time, List<BookingLine> lines, string? purpose)
    {
        var booking = new Booking
        {
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)),
            PersonId = personId,
            BookedById = bookedBy,
            Start = time.Start,
            End = time.End,
            CreatedAt = write.Now,
            Purpose = purpose?.Length > LongestPurpose ? purpose[..LongestPurpose] : purpose,
            Lines = lines,
        };
        booking.Take(role != Role.Librarian && items.Any(item => item.Resource.NeedsApproval) ? BookingStep.Request : BookingStep.Book, write.Now, bookedBy);
        return booking;
    }

    private static string? Key(string? requestKey) => requestKey?.Length > 100 ? requestKey[..100] : requestKey;

    // Nobody means less than a second, and what both databases keep is the same then.
    internal static DateTimeOffset Round(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
