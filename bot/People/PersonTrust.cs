using Microsoft.Bot.Schema.Teams;

namespace LibraryBot.People;

/// <summary>What a channel says of a sender, and how much of it may be believed. Decision 0086 says why.</summary>
/// <param name="Keys">
/// Whether any sender's id may be a person's key, as it is in the sample library: in Development only. Elsewhere an id is a key only where this
/// process gave it out and checked it itself, <see cref="VouchedSender"/>.
/// </param>
/// <param name="Tenant">The school's Microsoft Entra tenant; null where it is not configured.</param>
internal sealed record PersonTrust(bool Keys, string? Tenant)
{
    /// <summary>
    /// The names, in lower case, under which a member may be looked up on the roster: the user principal name, whose domain its tenant has
    /// proved to own, and the e-mail address, which an administrator may set to anything and which counts from the school's own tenant only.
    /// </summary>
    /// <param name="member">Whom Teams says the sender to be. A guest has no names here: theirs are whatever they were invited by.</param>
    /// <param name="tenant">The tenant the conversation is in.</param>
    public IReadOnlyList<string> NamesOf(TeamsChannelAccount member, string? tenant)
    {
        var isOwn = Tenant is null ? Keys : Same(Tenant, tenant) && (member.TenantId is null || Same(Tenant, member.TenantId));
        if ((Tenant is not null && !isOwn) || IsGuest(member))
        {
            return [];
        }

        string?[] names = isOwn ? [member.UserPrincipalName, member.Email] : [member.UserPrincipalName];
        return [.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsGuest(TeamsChannelAccount member) =>
        (member.UserRole is { Length: > 0 } role && !role.Equals("user", StringComparison.OrdinalIgnoreCase))
        || member.UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true;

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
