namespace LibraryBot.Tests.Support;

/// <summary>A clock that stands until a test moves it. Whoever waits on it is woken when it passes their time.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];
    private DateTimeOffset _now = start;

    public MovedClock()
        : this(new DateTimeOffset(2026, 3, 3, 16, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiter = new Waiter(this, () => callback(state));
        waiter.Change(dueTime, period);
        return waiter;
    }

    public void Move(TimeSpan by)
    {
        List<Waiter> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _waiters.Where(waiter => waiter.At <= _now).OrderBy(waiter => waiter.At)];
            _waiters.RemoveAll(due.Contains);
        }

        due.ForEach(waiter => waiter.Fire());
    }

    /// <summary>Moves to the next moment that somebody waits for; says whether anybody did.</summary>
    public bool MoveToNext()
    {
        TimeSpan by;
        lock (_lock)
        {
            if (_waiters.Count == 0)
            {
                return false;
            }

            by = _waiters.Min(waiter => waiter.At) - _now;
        }

        Move(by > TimeSpan.Zero ? by : TimeSpan.Zero);
        return true;
    }

    private sealed class Waiter(MovedClock clock, Action fire) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._waiters.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    At = clock._now + dueTime;
                    clock._waiters.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._waiters.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
