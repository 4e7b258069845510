using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LibraryBot.Data.Catalog.Import;

/// <summary>
/// Prepared INSERT and UPDATE commands for one entity, with the columns and conversions of the EF model: what SaveChanges would write, without
/// its tracking, at bulk speed on every database.
/// </summary>
internal sealed class EntityCommands<TEntity> : IDisposable
    where TEntity : class
{
    private readonly List<(IProperty Property, RelationalTypeMapping Mapping)> columns;
    private readonly Func<TEntity, object?>[] values;
    private readonly DbCommand insert;
    private readonly DbCommand? update;

    /// <summary>Prepares the commands on the context's connection, within its transaction.</summary>
    public EntityCommands(LibraryContext context)
    {
        var entity = context.Model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        columns = [.. entity.GetProperties().Where(property => !property.IsShadowProperty()).Select(property => (property, property.GetRelationalTypeMapping()))];
        values = [.. columns.Select(column => ValueOf(column.Property, column.Mapping))];
        var names = columns.Select(column => $"\"{column.Property.GetColumnName(table)}\"").ToList();
        var key = columns.FindIndex(column => column.Property.IsPrimaryKey());
        var singleKey = entity.FindPrimaryKey()!.Properties.Count == 1;
        insert = Prepare(context, $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, index) => $"@p{index}"))})");
        update = singleKey
            ? Prepare(context, $"UPDATE \"{table.Name}\" SET {string.Join(", ", names.Select((name, index) => $"{name} = @p{index}").Where((_, index) => index != key))} WHERE {names[key]} = @p{key}")
            : null;
    }

    /// <summary>Inserts an entity whose key is set.</summary>
    public Task InsertAsync(TEntity entity, CancellationToken cancellationToken) => RunAsync(insert, entity, cancellationToken);

    /// <summary>Updates every column of the entity with this key.</summary>
    public Task UpdateAsync(TEntity entity, CancellationToken cancellationToken) =>
        RunAsync(update ?? throw new InvalidOperationException("An entity with a key of several columns is not updated."), entity, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        insert.Dispose();
        update?.Dispose();
    }

    private DbCommand Prepare(LibraryContext context, string text)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Only names of the model are in the text.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (index, (property, mapping)) in columns.Index())
        {
            command.Parameters.Add(mapping.CreateParameter(command, $"@p{index}", null, true));
        }

        command.Prepare();
        return command;
    }

    private static Func<TEntity, object?> ValueOf(IProperty property, RelationalTypeMapping mapping)
    {
        var getter = property.GetGetter();
        if (mapping.Converter?.ConvertToProvider is not { } convert)
        {
            return entity => getter.GetClrValue(entity);
        }

        // The converter of EF for a list in JSON makes its writer by reflection for every value.
        return property.ClrType == typeof(List<string>) && mapping.Converter.ProviderClrType == typeof(string)
            ? entity => getter.GetClrValue(entity) is { } list ? JsonSerializer.Serialize((List<string>)list) : null
            : entity => getter.GetClrValue(entity) is { } value ? convert(value) : null;
    }

    private async Task RunAsync(DbCommand command, TEntity entity, CancellationToken cancellationToken)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index](entity) ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
