using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog;

internal sealed class HoldConfiguration : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> hold)
    {
        hold.HasIndex(h => new { h.TitleId, h.PersonId }, "IX_Holds_Open").IsUnique().HasFilter("\"Status\" IN ('Waiting', 'Ready')");
        hold.HasIndex(h => new { h.TitleId, h.PlacedAt });
        hold.HasIndex(h => h.PersonId);
        hold.HasOne<Title>().WithMany().HasForeignKey(h => h.TitleId).OnDelete(DeleteBehavior.Restrict);
        hold.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
