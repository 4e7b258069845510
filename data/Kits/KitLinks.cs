using System.Buffers.Text;
using System.Security.Cryptography;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>
/// Links to kits: for anybody who has them, to look; for staff, to open and to copy. One at a time for each kit; it ends by itself, or when its
/// owner withdraws it, and then nothing says that it ever was.
/// </summary>
/// <param name="factory">The library's database.</param>
/// <param name="time">The clock.</param>
public sealed class KitLinks(IDbContextFactory<LibraryContext> factory, TimeProvider time)
{
    /// <summary>How long a link lasts from when it was last asked for.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    /// <summary>The link of a kit, made where it has none, and lasting anew.</summary>
    /// <returns>Null where the person has no such kit.</returns>
    public async Task<KitShare?> ShareAsync(int personId, int kitId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockAsync("People", [personId], cancellationToken);
        if (!await context.UnitKits.AnyAsync(kit => kit.Id == kitId && kit.OwnerId == personId, cancellationToken))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var share = await context.KitShares.SingleOrDefaultAsync(there => there.KitId == kitId, cancellationToken);
        if (share is null || share.ExpiresAt <= now)
        {
            if (share is not null)
            {
                context.Remove(share);
                await context.SaveChangesAsync(cancellationToken);
            }

            share = new KitShare { KitId = kitId, Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)) };
            context.KitShares.Add(share);
        }

        (share.CreatedAt, share.ExpiresAt) = (now, now + Lasts);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return share;
    }

    /// <summary>Withdraws the link of a kit: whoever has it sees nothing any more.</summary>
    /// <returns>Whether the person had a kit with one.</returns>
    public async Task<bool> WithdrawAsync(int personId, int kitId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.KitShares
            .Where(share => share.KitId == kitId && context.UnitKits.Any(kit => kit.Id == kitId && kit.OwnerId == personId))
            .ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>The kit a link leads to; null where it leads nowhere, or no longer.</summary>
    /// <param name="token">The token of the link.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<UnitKit?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > 40)
        {
            return null;
        }

        var now = time.GetUtcNow();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.KitShares.AsNoTracking().Where(share => share.Token == token && share.ExpiresAt > now)
            .Join(context.UnitKits, share => share.KitId, kit => kit.Id, (share, kit) => kit).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Deletes the links that have ended.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteEndedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.KitShares.Where(share => share.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
