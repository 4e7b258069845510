using System.Buffers.Binary;
using System.Data.Common;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using LibraryBot.Data;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.State;

/// <summary>
/// Lets the turns of one conversation run one at a time: within this process by a semaphore, and over PostgreSQL, which several processes
/// share, by an advisory lock too. Keeps nothing of a conversation in which nobody is waiting.
/// </summary>
internal sealed class ConversationQueue(IDbContextFactory<LibraryContext> database)
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Waits until it is this turn's turn.</summary>
    /// <returns>To be disposed when the turn is over.</returns>
    public async Task<IAsyncDisposable> EnterAsync(string conversation, CancellationToken cancellationToken)
    {
        var place = Join(conversation);
        try
        {
            await place.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(conversation, place);
            throw;
        }

        try
        {
            return new Turn(this, conversation, place, await LockAsync(conversation, cancellationToken));
        }
        catch
        {
            place.Gate.Release();
            Leave(conversation, place);
            throw;
        }
    }

    /// <summary>How many conversations have a turn running or waiting.</summary>
    internal int Count
    {
        get
        {
            lock (_places)
            {
                return _places.Count;
            }
        }
    }

    private Place Join(string conversation)
    {
        lock (_places)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, conversation, out _);
            place ??= new Place();
            place.Turns++;
            return place;
        }
    }

    private void Leave(string conversation, Place place)
    {
        lock (_places)
        {
            if (--place.Turns == 0)
            {
                _places.Remove(conversation);
            }
        }
    }

    private async Task<LibraryContext?> LockAsync(string conversation, CancellationToken cancellationToken)
    {
        var context = await database.CreateDbContextAsync(cancellationToken);
        if (context is not PostgresLibraryContext)
        {
            await context.DisposeAsync();
            return null;
        }

        try
        {
            // The lock belongs to the connection; a process that dies gives it back.
            await context.Database.OpenConnectionAsync(cancellationToken);
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockNumber(conversation)})", cancellationToken);
            return context;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    private static long LockNumber(string conversation) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)));

    private sealed class Place
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Turns { get; set; }
    }

    private sealed class Turn(ConversationQueue queue, string conversation, Place place, LibraryContext? locked) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                if (locked is not null)
                {
                    await locked.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockNumber(conversation)})", CancellationToken.None);
                }
            }
            // A connection that broke took its lock with it.
            catch (DbException)
            {
            }
            finally
            {
                if (locked is not null)
                {
                    await locked.DisposeAsync();
                }

                place.Gate.Release();
                queue.Leave(conversation, place);
            }
        }
    }
}
