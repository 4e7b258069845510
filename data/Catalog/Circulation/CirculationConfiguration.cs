using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog.Circulation;

internal sealed class CirculationConfiguration : IEntityTypeConfiguration<Loan>, IEntityTypeConfiguration<AvailabilityAlert>
{
    public void Configure(EntityTypeBuilder<Loan> loan)
    {
        loan.ToTable("Loans", table => table.HasCheckConstraint("CK_Loans_Renewals", "\"Renewals\" >= 0"));
        loan.HasIndex(l => l.CopyId).IsUnique();
        loan.HasIndex(l => l.PersonId);
        loan.HasOne<Copy>().WithMany().HasForeignKey(l => l.CopyId).OnDelete(DeleteBehavior.Cascade);
        loan.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AvailabilityAlert> alert)
    {
        alert.ToTable("AvailabilityAlerts");
        alert.HasIndex(a => new { a.TitleId, a.PersonId }, "IX_AvailabilityAlerts_Waiting").IsUnique().HasFilter("\"Status\" = 'Waiting'");
        alert.HasIndex(a => a.PersonId);
        alert.HasOne<Title>().WithMany().HasForeignKey(a => a.TitleId).OnDelete(DeleteBehavior.Cascade);
        alert.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
