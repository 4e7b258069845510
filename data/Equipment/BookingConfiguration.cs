using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Equipment;

internal sealed class BookingConfiguration :
    IEntityTypeConfiguration<Booking>, IEntityTypeConfiguration<BookingLine>, IEntityTypeConfiguration<BookingEvent>, IEntityTypeConfiguration<UnitLoan>,
    IEntityTypeConfiguration<BookingSeries>, IEntityTypeConfiguration<SeriesException>
{
    public void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.ToTable("Bookings", table => table.HasCheckConstraint("CK_Bookings_Order", "\"Start\" < \"End\""));
        booking.Property(b => b.Token).HasMaxLength(40);
        booking.Property(b => b.RequestKey).HasMaxLength(100);
        booking.HasIndex(b => b.Token).IsUnique();
        booking.HasIndex(b => new { b.BookedById, b.RequestKey }).IsUnique();
        booking.HasIndex(b => new { b.PersonId, b.End });
        booking.HasIndex(b => b.Start);
        booking.HasIndex(b => b.Status).HasFilter("\"Status\" IN ('Requested', 'PickedUp')");
        booking.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Cascade);
        booking.HasOne<Person>().WithMany().HasForeignKey(b => b.BookedById).OnDelete(DeleteBehavior.Cascade);
        booking.HasMany(b => b.Lines).WithOne().HasForeignKey(l => l.BookingId).OnDelete(DeleteBehavior.Cascade);
        booking.HasMany(b => b.History).WithOne().HasForeignKey(e => e.BookingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BookingLine> line)
    {
        line.ToTable("BookingLines", table => table.HasCheckConstraint("CK_BookingLines_Quantity", "\"Quantity\" >= 1"));
        line.HasIndex(l => new { l.BookingId, l.ResourceId }).IsUnique();
        line.HasOne<Resource>().WithMany().HasForeignKey(l => l.ResourceId).OnDelete(DeleteBehavior.Restrict);
        line.HasMany(l => l.Claims).WithOne().HasForeignKey(c => c.LineId).OnDelete(DeleteBehavior.Cascade);
        line.HasMany(l => l.UnitLoans).WithOne().HasForeignKey(u => u.LineId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BookingEvent> step)
    {
        step.ToTable("BookingEvents");
        step.HasOne<Person>().WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<UnitLoan> loan)
    {
        loan.ToTable("UnitLoans");
        loan.HasIndex(u => u.UnitId, "IX_UnitLoans_Out").IsUnique().HasFilter("\"BackAt\" IS NULL");
        loan.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BookingSeries> series)
    {
        series.ToTable("BookingSeries");
        series.Property(s => s.RequestKey).HasMaxLength(100);
        series.HasIndex(s => new { s.BookedById, s.RequestKey }).IsUnique();
        series.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        series.HasOne<Person>().WithMany().HasForeignKey(s => s.BookedById).OnDelete(DeleteBehavior.Cascade);
        series.HasMany(s => s.Bookings).WithOne().HasForeignKey(b => b.SeriesId).OnDelete(DeleteBehavior.SetNull);
        series.HasMany(s => s.Exceptions).WithOne().HasForeignKey(e => e.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SeriesException> exception) => exception.ToTable(
        "SeriesExceptions", table => table.HasCheckConstraint("CK_SeriesExceptions_Order", "\"Start\" < \"End\""));
}
