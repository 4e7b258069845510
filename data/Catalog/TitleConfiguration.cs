using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog;

internal sealed class TitleConfiguration : IEntityTypeConfiguration<Title>
{
    public void Configure(EntityTypeBuilder<Title> title)
    {
        title.HasIndex(t => t.Key).IsUnique();
        title.HasIndex(t => t.SortTitle);
        title.Property(t => t.Contributors).AsJson();
        title.Property(t => t.ReadingLevels).AsJson();
        title.HasMany(t => t.Isbns).WithOne().HasForeignKey(i => i.TitleId).OnDelete(DeleteBehavior.Cascade);
        title.HasMany(t => t.Copies).WithOne().HasForeignKey(c => c.TitleId).OnDelete(DeleteBehavior.Cascade);
        title.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Titles_Grades", "\"GradeHigh\" >= \"GradeLow\"");
            table.HasCheckConstraint("CK_Titles_Pages", "\"Pages\" > 0");
        });
    }
}

internal sealed class TitleIsbnConfiguration : IEntityTypeConfiguration<TitleIsbn>
{
    public void Configure(EntityTypeBuilder<TitleIsbn> isbn)
    {
        isbn.HasKey(i => new { i.TitleId, i.Isbn });
        isbn.HasIndex(i => i.Isbn);
        isbn.ToTable("TitleIsbns", table => table.HasCheckConstraint("CK_TitleIsbns_Isbn", "length(\"Isbn\") = 13"));
    }
}
