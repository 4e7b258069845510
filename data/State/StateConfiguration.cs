using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data.State;

internal sealed class StateItemConfiguration : IEntityTypeConfiguration<StateItem>
{
    public void Configure(EntityTypeBuilder<StateItem> item)
    {
        item.HasKey(i => i.Key);
        item.HasIndex(i => i.WrittenAt);
        item.Property(i => i.ETag).IsConcurrencyToken();
    }
}

internal sealed class HandledActivityConfiguration : IEntityTypeConfiguration<HandledActivity>
{
    public void Configure(EntityTypeBuilder<HandledActivity> activity)
    {
        activity.HasKey(a => a.Key);
        activity.HasIndex(a => a.HandledAt);
    }
}
