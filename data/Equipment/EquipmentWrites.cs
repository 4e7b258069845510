using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LibraryBot.Data.Equipment;

/// <summary>
/// Runs what changes bookings so that it sees all that was written before it and nobody writes beside it. On SQLite the whole write is alone; on PostgreSQL it
/// locks the rows it depends on: bookings, then people, then stocks, each in the order of their numbers.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock.</param>
public sealed class EquipmentWrites(IDbContextFactory<LibraryContext> factory, TimeProvider time) : IDisposable
{
    // SQLite makes who has to wait sleep and look again; here they stand in line, and a line of many moves many times as fast.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    internal async Task<T> RunAsync<T>(Func<EquipmentWrite, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var isAlone = context.Database.IsSqlite();
        if (isAlone)
        {
            await _oneAtATime.WaitAsync(cancellationToken);
        }

        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            return await work(new EquipmentWrite(context, transaction, time.GetUtcNow(), cancellationToken));
        }
        finally
        {
            if (isAlone)
            {
                _oneAtATime.Release();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();
}

/// <summary>A write under way. What is not committed is undone.</summary>
internal sealed class EquipmentWrite(LibraryContext context, IDbContextTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken)
{
    private EquipmentList? _list;

    public LibraryContext Context => context;

    /// <summary>The time of the write, in UTC, to the microsecond, which both databases keep.</summary>
    public DateTimeOffset Now { get; } = new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public CancellationToken Cancellation => cancellationToken;

    public async Task<EquipmentList> ListAsync() => _list ??= await EquipmentList.ReadAsync(context, cancellationToken);

    public Task LockBookingsAsync(params IReadOnlyCollection<int> ids) => LockAsync("Bookings", ids);

    public Task LockStocksAsync(IReadOnlyCollection<int> ids) => LockAsync("Stocks", ids);

    /// <summary>Locks people and says what they are at school; who is not on the roster is not in the answer.</summary>
    public async Task<IReadOnlyDictionary<int, Role>> LockPeopleAsync(params IReadOnlyCollection<int> ids)
    {
        await LockAsync("People", ids);
        return await context.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Role, cancellationToken);
    }

    /// <summary>What somebody is at school, without a lock.</summary>
    public Task<Role> RoleAsync(int personId) => context.People.Where(person => person.Id == personId).Select(person => person.Role).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Locks a person and says what they are at school; a visitor where they are not on the roster.</summary>
    public async Task<Role> LockRoleAsync(int personId) => (await LockPeopleAsync(personId)).GetValueOrDefault(personId);

    /// <summary>What has a barcode, as it was scanned or typed; null where nothing has it.</summary>
    public Task<Unit?> UnitAsync(string barcode)
    {
        var read = barcode.Trim().ToUpperInvariant();
        return context.Units.SingleOrDefaultAsync(unit => unit.Barcode == read, cancellationToken);
    }

    /// <summary>The booking a unit is out with; null where it is not out.</summary>
    public Task<Booking?> OutWithAsync(int unitId) => context.Bookings.AsNoTracking().Include(booking => booking.Lines)
        .SingleOrDefaultAsync(booking => booking.Lines.Any(line => line.UnitLoans.Any(loan => loan.UnitId == unitId && loan.BackAt == null)), cancellationToken);

    public async Task CommitAsync()
    {
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task LockAsync(string table, IReadOnlyCollection<int> ids) => context.LockAsync(table, ids, cancellationToken);
}
