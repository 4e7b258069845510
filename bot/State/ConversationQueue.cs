using System.Runtime.InteropServices;

namespace LibraryBot.State;

/// <summary>
/// Lets the turns of one conversation run one at a time: within this process by a semaphore, and over PostgreSQL, which several processes
/// share, by a lock there too. Keeps nothing of a conversation in which nobody is waiting.
/// </summary>
internal sealed class ConversationQueue(ConversationLocks locks)
{
    private readonly ConversationLocks _locks = locks;
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
            await _locks.LockAsync(conversation, cancellationToken);
            return new Turn(this, conversation, place);
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

    private sealed class Place
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Turns { get; set; }
    }

    private sealed class Turn(ConversationQueue queue, string conversation, Place place) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await queue._locks.UnlockAsync(conversation);
            }
            finally
            {
                place.Gate.Release();
                queue.Leave(conversation, place);
            }
        }
    }
}
