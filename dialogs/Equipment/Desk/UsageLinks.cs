using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>What a link to figures of use leads to.</summary>
/// <param name="ResourceId">The use of what; null for all that can be booked.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record UsageLink(int? ResourceId, DateOnly From, DateOnly To);

/// <summary>Addresses of files of how much things were used. Whoever has one may read it without an account for a week, and nobody can guess one.</summary>
/// <param name="site">Where the bot can be reached from outside; gives null where nobody said, and then there are no links.</param>
/// <param name="storage">Keeps the links.</param>
/// <param name="time">The clock.</param>
public sealed class UsageLinks(Func<Uri?> site, IStorage storage, TimeProvider time)
{
    /// <summary>The path before a token.</summary>
    public const string Path = "/usage/";

    private static readonly TimeSpan s_lasts = TimeSpan.FromDays(7);

    /// <summary>Makes a link.</summary>
    /// <param name="link">What it leads to.</param>
    /// <param name="language">"en" or "es".</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where the bot does not know its own address.</returns>
    public async Task<Uri?> MakeAsync(UsageLink link, string language, CancellationToken cancellationToken)
    {
        if (site() is not { } address)
        {
            return null;
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        await storage.WriteAsync(new Dictionary<string, object> { [Key(token)] = new Kept(link, time.GetUtcNow() + s_lasts) }, cancellationToken);
        return new Uri(address, $"{Path}{token}.csv?lang={language}");
    }

    /// <summary>What a token leads to; null where it never was or has ended.</summary>
    public async Task<UsageLink?> OpenAsync(string token, CancellationToken cancellationToken) =>
        (await storage.ReadAsync([Key(token)], cancellationToken)).TryGetValue(Key(token), out var value) && value is Kept kept && kept.ExpiresAt > time.GetUtcNow() ? kept.Link : null;

    private static string Key(string token) => "usage/" + token;

    private sealed record Kept(UsageLink Link, DateTimeOffset ExpiresAt);
}
