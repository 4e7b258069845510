using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog;

internal sealed class CopyConfiguration : IEntityTypeConfiguration<Copy>
{
    public void Configure(EntityTypeBuilder<Copy> copy)
    {
        copy.HasIndex(c => c.Barcode).IsUnique();
        copy.HasIndex(c => new { c.TitleId, c.Status });
    }
}
