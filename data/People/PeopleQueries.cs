using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.People;

/// <summary>What is asked about a sender in every turn.</summary>
public static class PeopleQueries
{
    /// <summary>The address that somebody has on a channel, not tracked.</summary>
    /// <param name="context">The database.</param>
    /// <param name="channelId">The Bot Framework channel id.</param>
    /// <param name="userId">Their id on that channel.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where they were never met there.</returns>
    public static async Task<Address?> AddressAsync(this LibraryContext context, string channelId, string userId, CancellationToken cancellationToken)
    {
        var address = RowReader<Address, Address>.Of(context);
        return (await context.ReadAsync(
            $"""SELECT {address.Columns} FROM "Addresses" t WHERE t."ChannelId" = @channel AND t."UserId" = @user""",
            address.Read, cancellationToken, ("@channel", channelId), ("@user", userId))).SingleOrDefault();
    }

    /// <summary>The person with a number, not tracked; null where nobody has it.</summary>
    public static async Task<Person?> PersonByIdAsync(this LibraryContext context, int id, CancellationToken cancellationToken)
    {
        var person = RowReader<Person, Person>.Of(context);
        return (await context.ReadAsync($"""SELECT {person.Columns} FROM "People" t WHERE t."Id" = @id""", person.Read, cancellationToken, ("@id", id))).SingleOrDefault();
    }
}
