using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Kits;

internal sealed class KitConfiguration :
    IEntityTypeConfiguration<Standard>, IEntityTypeConfiguration<UnitKit>, IEntityTypeConfiguration<UnitKitTitle>, IEntityTypeConfiguration<KitShare>
{
    public void Configure(EntityTypeBuilder<Standard> standard)
    {
        standard.Ignore(s => s.Grades);
        standard.Property(s => s.Code).HasMaxLength(Standard.LongestCode);
        standard.Property(s => s.Key).HasMaxLength(Standard.LongestCode);
        standard.Property(s => s.Text).HasMaxLength(Standard.LongestText);
        standard.HasIndex(s => s.Key).IsUnique();
        standard.ToTable("Standards", table =>
        {
            table.HasCheckConstraint("CK_Standards_Key", "length(\"Key\") > 0");
            table.HasCheckConstraint(
                "CK_Standards_Grades",
                "(\"GradeLow\" IS NULL AND \"GradeHigh\" IS NULL) OR (\"GradeLow\" IS NOT NULL AND \"GradeHigh\" IS NOT NULL AND \"GradeLow\" >= -1 AND \"GradeHigh\" <= 12 AND \"GradeLow\" <= \"GradeHigh\")");
        });
    }

    public void Configure(EntityTypeBuilder<UnitKit> kit)
    {
        kit.Ignore(k => k.Request);
        kit.Property(k => k.Name).HasMaxLength(UnitKit.LongestName);
        kit.Property(k => k.NameKey).HasMaxLength(UnitKit.LongestName * 3);
        kit.HasIndex(k => new { k.OwnerId, k.NameKey }).IsUnique();
        kit.HasOne<Person>().WithMany().HasForeignKey(k => k.OwnerId).OnDelete(DeleteBehavior.Cascade);
        kit.HasMany(k => k.Titles).WithOne().HasForeignKey(t => t.KitId).OnDelete(DeleteBehavior.Cascade);
        kit.ToTable("UnitKits", table => table.HasCheckConstraint("CK_UnitKits_Name", "length(\"NameKey\") > 0"));
    }

    public void Configure(EntityTypeBuilder<UnitKitTitle> title)
    {
        title.HasKey(t => new { t.KitId, t.Position });
        title.HasIndex(t => new { t.KitId, t.TitleId, t.Part, t.GroupNumber }).IsUnique();
        title.HasIndex(t => t.TitleId);
        title.HasOne<Title>().WithMany().HasForeignKey(t => t.TitleId).OnDelete(DeleteBehavior.Cascade);
        title.ToTable("UnitKitTitles", table => table.HasCheckConstraint("CK_UnitKitTitles_Copies", "\"Copies\" >= 0 AND \"GroupNumber\" >= 0"));
    }

    public void Configure(EntityTypeBuilder<KitShare> share)
    {
        share.Property(s => s.Token).HasMaxLength(40);
        share.HasIndex(s => s.Token).IsUnique();
        share.HasIndex(s => s.KitId).IsUnique();
        share.HasIndex(s => s.ExpiresAt);
        share.HasOne<UnitKit>().WithMany().HasForeignKey(s => s.KitId).OnDelete(DeleteBehavior.Cascade);
        share.ToTable("KitShares", table => table.HasCheckConstraint("CK_KitShares_Expires", "\"ExpiresAt\" > \"CreatedAt\""));
    }
}
