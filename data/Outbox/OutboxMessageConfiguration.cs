using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Outbox;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.Property(m => m.Key).HasMaxLength(200);
        message.Property(m => m.Kind).HasMaxLength(50);
        message.Property(m => m.Detail).HasMaxLength(OutboxMessage.LongestDetail);
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.State, m.NextAttemptAt });
        message.HasIndex(m => m.FinishedAt);
        message.HasIndex(m => m.PersonId);
        message.HasIndex(m => m.GroupAddressId);
        message.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
        message.HasOne<GroupAddress>().WithMany().HasForeignKey(m => m.GroupAddressId).OnDelete(DeleteBehavior.Cascade);
        message.ToTable("OutboxMessages", table =>
        {
            table.HasCheckConstraint("CK_OutboxMessages_Recipient", "(\"PersonId\" IS NULL) <> (\"GroupAddressId\" IS NULL)");
            table.HasCheckConstraint("CK_OutboxMessages_Lease", "(\"State\" = 'Sending') = (\"LeaseOwner\" IS NOT NULL) AND (\"LeaseOwner\" IS NULL) = (\"LeaseUntil\" IS NULL)");
            table.HasCheckConstraint("CK_OutboxMessages_Finished", "(\"State\" IN ('Waiting', 'Sending')) = (\"FinishedAt\" IS NULL)");
        });
    }
}
