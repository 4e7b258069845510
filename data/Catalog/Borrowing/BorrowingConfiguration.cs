using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.Catalog.Borrowing;

internal sealed class TitleAffinityConfiguration : IEntityTypeConfiguration<TitleAffinity>
{
    public void Configure(EntityTypeBuilder<TitleAffinity> affinity)
    {
        affinity.HasKey(a => new { a.TitleId, a.OtherTitleId });
        affinity.HasIndex(a => a.OtherTitleId);
        affinity.HasOne<Title>().WithMany().HasForeignKey(a => a.TitleId).OnDelete(DeleteBehavior.Cascade);
        affinity.HasOne<Title>().WithMany().HasForeignKey(a => a.OtherTitleId).OnDelete(DeleteBehavior.Cascade);
        affinity.ToTable("TitleAffinities", table =>
        {
            table.HasCheckConstraint("CK_TitleAffinities_Strength", "\"Strength\" > 0");
            table.HasCheckConstraint("CK_TitleAffinities_Other", "\"TitleId\" <> \"OtherTitleId\"");
        });
    }
}

internal sealed class TitlePopularityConfiguration : IEntityTypeConfiguration<TitlePopularity>
{
    public void Configure(EntityTypeBuilder<TitlePopularity> popularity)
    {
        popularity.HasKey(p => new { p.TitleId, p.Grade });
        popularity.HasIndex(p => new { p.Grade, p.Readers });
        popularity.HasOne<Title>().WithMany().HasForeignKey(p => p.TitleId).OnDelete(DeleteBehavior.Cascade);
        popularity.ToTable("TitlePopularities", table =>
        {
            table.HasCheckConstraint("CK_TitlePopularities_Grade", "\"Grade\" BETWEEN -2 AND 12");
            table.HasCheckConstraint("CK_TitlePopularities_Readers", "\"Readers\" >= 3");
        });
    }
}
