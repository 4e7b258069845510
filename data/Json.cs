using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LibraryBot.Data;

/// <summary>Small lists of values that are read and written whole, kept as JSON in one column.</summary>
internal static class Json
{
    /// <summary>Keeps a list of records, which compare by value, as JSON text.</summary>
    public static PropertyBuilder<List<T>> AsJson<T>(this PropertyBuilder<List<T>> property)
        where T : notnull => property.HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Default) ?? new List<T>(),
            new ValueComparer<List<T>>(
                (one, other) => one == null ? other == null : other != null && one.SequenceEqual(other),
                list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                list => list.ToList()));
}
