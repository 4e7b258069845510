using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LibraryBot.Data;

/// <summary>
/// Reads rows of an entity's table with the columns and conversions of the EF model, without EF's query pipeline: what a conversation asks several
/// times a turn costs a fraction of it so.
/// </summary>
/// <typeparam name="TEntity">The entity whose table is read.</typeparam>
/// <typeparam name="TRow">What is made of a row: the entity itself, or something with some of its properties under the same names.</typeparam>
internal sealed class RowReader<TEntity, TRow>
    where TEntity : class
{
    private static readonly ConcurrentDictionary<IModel, RowReader<TEntity, TRow>> s_readers = [];
    private static readonly MethodInfo s_isNull = typeof(DbDataReader).GetMethod(nameof(DbDataReader.IsDBNull))!;
    private static readonly MethodInfo s_readList = typeof(RowReader<TEntity, TRow>).GetMethod(nameof(ReadList), BindingFlags.NonPublic | BindingFlags.Static)!;

    private RowReader(IModel model)
    {
        var entity = model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var properties = entity.GetProperties().Where(property => !property.IsShadowProperty() && typeof(TRow).GetProperty(property.Name) is not null).ToList();
        Columns = string.Join(", ", properties.Select(property => $"t.\"{property.GetColumnName(table)}\""));
        var row = Expression.Parameter(typeof(DbDataReader), "row");
        Read = Expression.Lambda<Func<DbDataReader, TRow>>(
            Expression.MemberInit(
                Expression.New(typeof(TRow)),
                properties.Select((property, at) => Expression.Bind(typeof(TRow).GetProperty(property.Name)!, Value(row, property, at)))),
            row).Compile();
    }

    /// <summary>The columns to select, from the table as <c>t</c>. More may follow them.</summary>
    public string Columns { get; }

    /// <summary>Makes something of the row a reader stands at.</summary>
    public Func<DbDataReader, TRow> Read { get; }

    /// <summary>The reader for a context's model.</summary>
    public static RowReader<TEntity, TRow> Of(LibraryContext context) => s_readers.GetOrAdd(context.Model, model => new(model));

    private static Expression Value(ParameterExpression row, IProperty property, int at)
    {
        var mapping = property.GetRelationalTypeMapping();
        var index = Expression.Constant(at);
        var method = mapping.GetDataReaderMethod();
        Expression source = method.DeclaringType!.IsAssignableFrom(typeof(DbDataReader)) ? row : Expression.Convert(row, method.DeclaringType);
        Expression value = Expression.Call(source, method, index);
        value = mapping.CustomizeDataReaderExpression(value);
        if (mapping.Converter is { } converter)
        {
            // The converter of EF for a list in JSON goes by way of a stream.
            value = property.ClrType == typeof(List<string>) && converter.ProviderClrType == typeof(string)
                ? Expression.Call(s_readList, value)
                : Expression.Invoke(converter.ConvertFromProviderExpression, value.Type == converter.ProviderClrType ? value : Expression.Convert(value, converter.ProviderClrType));
        }
        value = value.Type == property.ClrType ? value : Expression.Convert(value, property.ClrType);
        return property.IsNullable ? Expression.Condition(Expression.Call(row, s_isNull, index), Expression.Default(property.ClrType), value) : value;
    }

    private static List<string> ReadList(string json) => json.Length == 2 ? [] : JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default) ?? [];
}
