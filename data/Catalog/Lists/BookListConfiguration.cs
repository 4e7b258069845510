using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog.Lists;

internal sealed class BookListConfiguration : IEntityTypeConfiguration<BookList>, IEntityTypeConfiguration<BookListEntry>
{
    public void Configure(EntityTypeBuilder<BookList> list)
    {
        list.Property(l => l.Name).HasMaxLength(BookList.LongestName);
        list.Property(l => l.NameKey).HasMaxLength(BookList.LongestName);
        list.Property(l => l.ShareCode).HasMaxLength(40);
        list.HasIndex(l => l.OwnerId).IsUnique();
        list.HasIndex(l => l.NameKey, "IX_BookLists_Library").IsUnique().HasFilter("\"OwnerId\" IS NULL");
        list.HasIndex(l => l.ShareCode).IsUnique();
        list.HasOne<Person>().WithMany().HasForeignKey(l => l.OwnerId).OnDelete(DeleteBehavior.Cascade);
        list.HasMany(l => l.Entries).WithOne().HasForeignKey(e => e.ListId).OnDelete(DeleteBehavior.Cascade);
        list.ToTable("BookLists", table =>
        {
            table.HasCheckConstraint("CK_BookLists_Published", "\"OwnerId\" IS NULL OR \"PublishedAt\" IS NULL");
            table.HasCheckConstraint("CK_BookLists_Shared", "\"OwnerId\" IS NOT NULL OR \"ShareCode\" IS NULL");
            table.HasCheckConstraint("CK_BookLists_Name", "\"OwnerId\" IS NOT NULL OR length(\"NameKey\") > 0");
        });
    }

    public void Configure(EntityTypeBuilder<BookListEntry> entry)
    {
        entry.ToTable("BookListEntries");
        entry.HasIndex(e => new { e.ListId, e.TitleId }).IsUnique();
        entry.HasOne<Title>().WithMany().HasForeignKey(e => e.TitleId).OnDelete(DeleteBehavior.Cascade);
    }
}
