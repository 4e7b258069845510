using System.Collections.Concurrent;
using System.Text.Json;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Equipment;

internal sealed class EquipmentConfiguration :
    IEntityTypeConfiguration<Resource>, IEntityTypeConfiguration<Stock>, IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<Closure>,
    IEntityTypeConfiguration<StockClaim>, IEntityTypeConfiguration<WaitingEntry>
{
    private static readonly ConcurrentDictionary<string, Role[]> s_roles = new(StringComparer.Ordinal);

    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.ToTable("Resources", table => table.HasCheckConstraint(
            "CK_Resources_Limits",
            """
            "LeadMinutes" >= 0 AND "BufferBeforeMinutes" BETWEEN 0 AND 1440 AND "BufferAfterMinutes" BETWEEN 0 AND 1440 AND ("LongestMinutes" IS NULL OR "LongestMinutes" > 0)
            AND ("MostAtOnce" IS NULL OR "MostAtOnce" > 0) AND ("DaysAhead" IS NULL OR "DaysAhead" > 0) AND ("Seats" IS NULL OR "Seats" > 0)
            """));
        resource.HasIndex(r => r.Key).IsUnique();
        resource.Property(r => r.Roles).HasConversion(
            roles => JsonSerializer.Serialize(roles.Select(role => role.ToString()), JsonSerializerOptions.Default),
            text => RolesOf(text),
            new ValueComparer<List<Role>>((one, other) => one!.SequenceEqual(other!), list => list.Count, list => list.ToList()));
        resource.Property(r => r.Synonyms).AsJson();
    }

    // All resources are read at every question, and there are few different lists of roles.
    private static List<Role> RolesOf(string text) =>
        [.. s_roles.GetOrAdd(text, json => [.. JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default)!.Select(name => Enum.Parse<Role>(name))])];

    public void Configure(EntityTypeBuilder<Stock> stock)
    {
        stock.ToTable("Stocks", table => table.HasCheckConstraint("CK_Stocks_Quantity", "\"Quantity\" >= 1"));
        stock.HasIndex(s => s.ResourceId, "IX_Stocks_Loose").IsUnique().HasFilter("\"ContainerId\" IS NULL");
        stock.HasIndex(s => new { s.ResourceId, s.ContainerId }).IsUnique();
        stock.HasOne<Resource>().WithMany().HasForeignKey(s => s.ResourceId).OnDelete(DeleteBehavior.Restrict);
        stock.HasOne<Resource>().WithMany().HasForeignKey(s => s.ContainerId).OnDelete(DeleteBehavior.Restrict);
        stock.HasMany(s => s.Units).WithOne().HasForeignKey(u => u.StockId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("Units");
        unit.HasIndex(u => u.Barcode).IsUnique();
        unit.Property(u => u.Barcode).HasConversion(barcode => barcode.ToUpperInvariant(), barcode => barcode);
        unit.Property(u => u.Accessories).AsJson();
    }

    public void Configure(EntityTypeBuilder<Closure> closure)
    {
        closure.ToTable("Closures", table => table.HasCheckConstraint("CK_Closures_Order", "\"Until\" IS NULL OR \"From\" < \"Until\""));
        closure.HasOne<Resource>().WithMany().HasForeignKey(c => c.ResourceId).OnDelete(DeleteBehavior.Restrict);
        closure.HasOne<Person>().WithMany().HasForeignKey(c => c.ClosedById).OnDelete(DeleteBehavior.SetNull);
        closure.HasMany(c => c.Claims).WithOne().HasForeignKey(c => c.ClosureId).OnDelete(DeleteBehavior.Cascade);
        closure.HasIndex(c => c.Until);
    }

    public void Configure(EntityTypeBuilder<StockClaim> claim)
    {
        claim.ToTable("StockClaims", table =>
        {
            table.HasCheckConstraint("CK_StockClaims_Quantity", "\"Quantity\" >= 1");
            table.HasCheckConstraint("CK_StockClaims_Order", "\"From\" < \"Until\"");
            table.HasCheckConstraint(
                "CK_StockClaims_For",
                """
                (CASE WHEN "LineId" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN "ClosureId" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN "WaitingEntryId" IS NULL THEN 0 ELSE 1 END) = 1
                """);
        });
        claim.HasOne<Stock>().WithMany().HasForeignKey(c => c.StockId).OnDelete(DeleteBehavior.Restrict);
        claim.HasIndex(c => new { c.StockId, c.From });
        claim.HasIndex(c => c.From, "IX_StockClaims_Day").HasFilter("\"Length\" = 'Day'");
        claim.HasIndex(c => c.Until, "IX_StockClaims_Longer").HasFilter("\"Length\" = 'Longer'");
        claim.HasIndex(c => c.Until, "IX_StockClaims_Out").HasFilter("\"State\" = 'Out'");
        claim.HasIndex(c => c.LineId);
        claim.HasIndex(c => c.ClosureId);
        claim.HasIndex(c => c.WaitingEntryId);
    }

    public void Configure(EntityTypeBuilder<WaitingEntry> entry)
    {
        entry.ToTable("WaitingEntries", table =>
        {
            table.HasCheckConstraint("CK_WaitingEntries_Order", "\"Start\" < \"End\"");
            table.HasCheckConstraint("CK_WaitingEntries_Quantity", "\"Quantity\" >= 1");
            table.HasCheckConstraint("CK_WaitingEntries_Offer", "(\"Status\" = 'Offered') = (\"OfferedUntil\" IS NOT NULL)");
        });
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Resource>().WithMany().HasForeignKey(e => e.ResourceId).OnDelete(DeleteBehavior.Restrict);
        entry.HasMany(e => e.Claims).WithOne().HasForeignKey(c => c.WaitingEntryId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(e => new { e.PersonId, e.ResourceId, e.Start }, "IX_WaitingEntries_Open").IsUnique().HasFilter("\"Status\" IN ('Waiting', 'Offered')");
        entry.HasIndex(e => e.ResourceId);
        entry.HasIndex(e => e.Status);
    }
}
