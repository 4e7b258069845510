using System.Globalization;
using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using Xunit.Sdk;
using static LibraryBot.Tests.Data.Equipment.EquipmentWeek;

namespace LibraryBot.Tests.Data.Equipment;

/// <summary>
/// What a school might do in a week, drawn from a seed: it books, changes, cancels and waits, and after every step what the library says is free is compared with
/// <see cref="MinuteModel"/>. Which stock a booking takes from is the library's choice and is copied into the model; whether it may be booked at all is not.
/// </summary>
internal sealed class EquipmentSequence
{
    private readonly int _seed;
    private readonly Random _random;
    private readonly EquipmentWeek _week;
    private readonly List<string> _steps = [];

    private EquipmentSequence(int seed, Random random, EquipmentWeek week) => (_seed, _random, _week) = (seed, random, week);

    /// <summary>Runs so many steps in a school of its own.</summary>
    public static async Task RunAsync(DatabaseKind kind, int seed, int steps)
    {
        var random = new Random(seed);
        var week = await NewAsync(kind, random);
        await using (week.School)
        {
            await new EquipmentSequence(seed, random, week).RunAsync(steps);
        }
    }

    private async Task RunAsync(int steps)
    {
        try
        {
            for (var step = 0; step < steps; step++)
            {
                await StepAsync();
                await _week.CompareAsync();
            }
        }
        catch (Exception failure)
        {
            throw new XunitException($"Seed {_seed} fails at its last step:{Environment.NewLine}{string.Join(Environment.NewLine, _steps)}{Environment.NewLine}{failure.Message}", failure);
        }
    }

    private Task StepAsync() => _random.Next(16) switch
    {
        < 6 => BookAsync(),
        < 8 => ChangeAsync(),
        8 => ExtendAsync(),
        < 11 => CancelAsync(),
        11 => BookSeriesAsync(),
        < 14 => JoinAsync(),
        14 => SettleAsync(),
        _ => MoveOnAsync(),
    };

    private async Task BookAsync()
    {
        var (items, time) = (_week.Items(), _week.Time());
        Say($"book {Text(items)} {Text(time)}");
        Expect(await _week.School.Desk.BookAsync(new BookingRequest(_week.Person(), items, time.Start, time.End), default), items, time, () => _week.Model.Fits(items, time.Start, time.End));
    }

    private async Task ChangeAsync()
    {
        if (_week.Any() is not { } booking)
        {
            return;
        }

        var (items, time) = _random.Next(3) switch { 0 => (_week.Items(), null), 1 => (null, _week.Time()), _ => (_week.Items(), _week.Time()) };
        var (newItems, newTime) = (items ?? AsItems(booking), time ?? new BookingTime(booking.Start, booking.End));
        Say($"change {booking.Id} to {Text(newItems)} {Text(newTime)}");
        var outcome = await _week.School.Changes.ChangeAsync(booking.Id, booking.PersonId, items, time, default);
        Expect(outcome, newItems, newTime, () => _week.FitsInstead(booking, newItems, newTime));
    }

    private async Task ExtendAsync()
    {
        if (_week.Any() is not { } booking)
        {
            return;
        }

        var time = new BookingTime(booking.Start, booking.End.AddMinutes(_random.Next(-6, 30) * 5));
        Say($"extend {booking.Id} to {Text(time)}");
        Expect(await _week.School.Changes.ExtendAsync(booking.Id, booking.PersonId, time.End, default), AsItems(booking), time, () => _week.FitsInstead(booking, AsItems(booking), time));
    }

    private async Task CancelAsync()
    {
        if (_week.Any() is not { } booking)
        {
            return;
        }

        var isRest = _random.Next(3) == 0;
        Say($"cancel {booking.Id}{(isRest ? " and what follows" : "")}");
        var outcome = isRest ? await _week.School.Changes.CancelRestAsync(booking.Id, booking.PersonId, default) : await _week.School.Changes.CancelAsync(booking.Id, booking.PersonId, default);
        foreach (var cancelled in Assert.IsType<CancelBookingOutcome.Cancelled>(outcome).Bookings)
        {
            _week.Forget(cancelled);
        }
    }

    private async Task BookSeriesAsync()
    {
        var (items, first) = (_week.Items(), _week.Time());
        var times = Enumerable.Range(0, 1 + _random.Next(4)).Select(day => new BookingTime(first.Start.AddDays(day), first.End.AddDays(day))).ToList();
        Say($"book {Text(items)} {times.Count} times from {Text(first)}");
        if (await _week.School.Desk.BookSeriesAsync(new SeriesRequest(_week.Person(), items, times, _random.Next(2) == 0), default) is SeriesOutcome.Booked booked)
        {
            foreach (var booking in booked.Series.Bookings.OrderBy(booking => booking.Start))
            {
                Assert.True(_week.Model.Fits(items, booking.Start, booking.End), $"{Text(new BookingTime(booking.Start, booking.End))} was booked, but is not free.");
                _week.Keep(booking);
            }

            Assert.All(booked.LeftOut.Where(time => time.Why is BookingOutcome.Taken), time => Assert.False(_week.Model.Fits(items, time.Time.Start, time.Time.End), "A time was left out, but is free."));
        }
    }

    private async Task JoinAsync()
    {
        var (item, time) = (_week.Items()[0], _week.Time());
        Say($"wait for {Text([item])} {Text(time)}");
        await _week.School.Waiting.JoinAsync(_week.Person(), item, time.Start, time.End, default);
    }

    private async Task SettleAsync()
    {
        if (_week.Waiting.Find(entry => entry.Status == WaitingStatus.Offered) is not { } entry)
        {
            return;
        }

        if (_random.Next(3) == 0)
        {
            Say($"leave the waiting list ({entry.Id})");
            Assert.True(await _week.School.Waiting.LeaveAsync(entry.Id, entry.PersonId, default));
            return;
        }

        Say($"take what was kept ({entry.Id})");
        switch (await _week.School.Waiting.TakeAsync(entry.Id, entry.PersonId, default))
        {
            case BookingOutcome.Booked booked:
                _week.Model.GiveBack(Owner(entry));
                _week.Keep(booked.Booking);
                break;
            case BookingOutcome.NoSuchBooking or BookingOutcome.Taken:
                Assert.True(entry.OfferedUntil <= _week.School.Clock.GetUtcNow(), "What was kept was given away.");
                break;
        }
    }

    private async Task MoveOnAsync()
    {
        _week.School.Clock.Move(TimeSpan.FromMinutes(5 * _random.Next(40)));
        Say($"it is {_week.School.Clock.GetUtcNow():dd HH:mm}");
        await _week.School.Waiting.MoveOnAsync(default);
    }

    private void Expect(BookingOutcome outcome, IReadOnlyList<BookingItem> items, BookingTime time, Func<bool> fits)
    {
        Say($"  {outcome.GetType().Name}");
        switch (outcome)
        {
            case BookingOutcome.Booked { Booking: var booking }:
                Assert.True(fits(), "It was booked, but is not free.");
                Assert.Equal(time, new BookingTime(booking.Start, booking.End));
                Assert.Equal(items.OrderBy(item => item.ResourceId), AsItems(booking).OrderBy(item => item.ResourceId));
                _week.Keep(booking);
                break;
            case BookingOutcome.Taken taken:
                Assert.False(fits(), "It is free, but was refused.");
                Assert.NotEmpty(taken.Shortages);
                break;
        }
    }

    private void Say(FormattableString step) => _steps.Add(step.ToString(CultureInfo.InvariantCulture));
}
