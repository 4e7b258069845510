using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.ModelUse;

internal sealed class ModelDayConfiguration : IEntityTypeConfiguration<ModelDay>
{
    public void Configure(EntityTypeBuilder<ModelDay> day)
    {
        day.HasKey(d => d.Day);
        day.ToTable("ModelDays", table => table.HasCheckConstraint(
            "CK_ModelDays_Counts", "\"Calls\" >= 0 AND \"VisitorCalls\" >= 0 AND \"VisitorCalls\" <= \"Calls\" AND \"Tokens\" >= 0"));
    }
}

internal sealed class ModelPersonDayConfiguration : IEntityTypeConfiguration<ModelPersonDay>
{
    public void Configure(EntityTypeBuilder<ModelPersonDay> day)
    {
        day.HasKey(d => new { d.Day, d.PersonId });
        day.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Cascade);
        day.ToTable("ModelPersonDays", table => table.HasCheckConstraint("CK_ModelPersonDays_Calls", "\"Calls\" > 0"));
    }
}
