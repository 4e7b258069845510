using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using LibraryBot.Data;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.State;

/// <summary>
/// Locks on conversations between the processes that share a PostgreSQL database: advisory locks, all held by one connection of this process.
/// Who waits asks again and holds no connection meanwhile, so that however many wait, those whose turn it is find one. SQLite serves one process
/// only and needs none.
/// </summary>
internal sealed class ConversationLocks(IDbContextFactory<LibraryContext> database) : IAsyncDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(240);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private LibraryContext? _session;
    private volatile bool _isAlone;

    /// <summary>Waits until no other process has a turn of the conversation. Within this process only one turn of it may ask.</summary>
    public async Task LockAsync(string conversation, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; !_isAlone && !await RunAsync($"SELECT pg_try_advisory_lock({NumberOf(conversation)}) AS \"Value\"", cancellationToken);)
        {
            await Task.Delay(wait, cancellationToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    /// <summary>Gives the conversation back.</summary>
    public async Task UnlockAsync(string conversation)
    {
        try
        {
            _ = _isAlone || await RunAsync($"SELECT pg_advisory_unlock({NumberOf(conversation)}) AS \"Value\"", CancellationToken.None);
        }
        // A connection that broke took its locks with it.
        catch (DbException)
        {
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndSessionAsync();
        _oneAtATime.Dispose();
    }

    private static long NumberOf(string conversation) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)));

    private async Task<bool> RunAsync(FormattableString sql, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var isNew = _session is null;
            try
            {
                return await AskAsync(sql);
            }
            // One that stood idle may have been cut off; a new one that breaks says that the database is not there.
            catch (DbException) when (!isNew)
            {
                await EndSessionAsync();
                return await AskAsync(sql);
            }
        }
        catch
        {
            await EndSessionAsync();
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    // Not to be cancelled: the lock might be held then and nobody know it.
    private async Task<bool> AskAsync(FormattableString sql)
    {
        _session ??= await database.CreateDbContextAsync(CancellationToken.None);
        if (_session is not PostgresLibraryContext)
        {
            _isAlone = true;
            await EndSessionAsync();
            return true;
        }

        await _session.Database.OpenConnectionAsync(CancellationToken.None);
        return await _session.Database.SqlQuery<bool>(sql).SingleAsync(CancellationToken.None);
    }

    private async Task EndSessionAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }
}
