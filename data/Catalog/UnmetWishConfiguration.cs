using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog;

internal sealed class UnmetWishConfiguration : IEntityTypeConfiguration<UnmetWish>
{
    public void Configure(EntityTypeBuilder<UnmetWish> wish) => wish.HasIndex(w => w.On);
}
