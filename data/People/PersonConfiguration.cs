using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        // Addresses and ids are the same whatever their case; so they are written and looked for in lower case.
        person.Property(p => p.Email).HasConversion(email => email!.ToLowerInvariant(), email => email);
        person.Property(p => p.AadObjectId).HasConversion(id => id!.ToLowerInvariant(), id => id);
        person.HasIndex(p => p.Key).IsUnique();
        person.HasIndex(p => p.Email);
        person.HasIndex(p => p.AadObjectId).IsUnique();
        person.HasMany(p => p.Addresses).WithOne().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        person.ToTable("People", table =>
        {
            table.HasCheckConstraint("CK_People_Grade", "\"Grade\" IS NULL OR \"Grade\" BETWEEN -1 AND 12");
            table.HasCheckConstraint("CK_People_Language", "\"Language\" IS NULL OR \"Language\" IN ('en', 'es')");
        });
    }
}

internal sealed class AddressConfiguration : IEntityTypeConfiguration<Address>
{
    public void Configure(EntityTypeBuilder<Address> address)
    {
        address.HasIndex(a => new { a.ChannelId, a.UserId }).IsUnique();
        address.ToTable("Addresses");
    }
}

internal sealed class GroupAddressConfiguration : IEntityTypeConfiguration<GroupAddress>
{
    public void Configure(EntityTypeBuilder<GroupAddress> address)
    {
        address.HasIndex(a => new { a.ChannelId, a.ConversationId }).IsUnique();
        address.HasIndex(a => a.TeamId);
        address.ToTable("GroupAddresses", table => table.HasCheckConstraint(
            "CK_GroupAddresses_Team", "\"Kind\" = 'Channel' OR \"TeamId\" IS NULL"));
    }
}
