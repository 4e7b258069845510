using System.Data.Common;
using System.Runtime.CompilerServices;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Catalog.Lists;
using LibraryBot.Data.Catalog.Recommending;
using LibraryBot.Data.Catalog.Search;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Kits;
using LibraryBot.Data.ModelUse;
using LibraryBot.Data.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Data;

/// <summary>Brings the library's database into the container.</summary>
public static class LibraryData
{
    /// <summary>
    /// Adds an <see cref="IDbContextFactory{TContext}"/> of <see cref="LibraryContext"/>, pooled, over the database that
    /// <c>ConnectionStrings:Library</c> and <c>Database:Provider</c> (<c>Sqlite</c>, the default, or <c>Postgres</c>) name.
    /// </summary>
    /// <exception cref="InvalidOperationException">Either setting is missing or is nothing that can be used.</exception>
    public static IServiceCollection AddLibraryData(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Library")
            ?? throw new InvalidOperationException("ConnectionStrings:Library is not set. It says where the library's database is.");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICatalogSearch, CatalogSearch>();
        services.TryAddSingleton<Highlights>();
        services.TryAddSingleton<ReadingLists>();
        services.TryAddSingleton<LibraryLists>();
        services.TryAddSingleton<ModelBudget>();
        services.TryAddSingleton<OutboxSignal>();
        services.TryAddSingleton<OutboxWriter>();
        services.TryAddSingleton<OutboxClaims>();
        services.TryAddSingleton<OutboxReports>();
        services.AddCirculation();
        services.AddEquipmentData();
        services.AddKitData();
        return (configuration["Database:Provider"] ?? "Sqlite").ToUpperInvariant() switch
        {
            "SQLITE" => services.AddSqlite(connection),
            "POSTGRES" => services.AddPostgres(connection),
            var other => throw new InvalidOperationException($"Database:Provider is '{other}'. It can be Sqlite or Postgres."),
        };
    }

    /// <summary>Whether the database is a file that is not there yet, so that <see cref="PrepareAsync"/> will make it, empty.</summary>
    public static bool IsMissing(this IDbContextFactory<LibraryContext> factory)
    {
        using var context = factory.CreateDbContext();
        return context is SqliteLibraryContext && !SqliteOptions.Exists(context.Database.GetConnectionString()!);
    }

    /// <summary>Makes the database where there is none yet and brings its tables up to date. To be called once, at start.</summary>
    public static async Task PrepareAsync(this IDbContextFactory<LibraryContext> factory, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        if (context is SqliteLibraryContext)
        {
            await SqliteMigration.MigrateAsync(context, cancellationToken);
        }
        else if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            // Nobody waits where there is nothing to do.
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, string connection) => services
        .AddPooledDbContextFactory<SqliteLibraryContext>((provider, options) => options.UseLibrarySqlite(connection).AddInterceptors(provider.GetRequiredService<OutboxSignal>()))
        .AddSingleton<IDbContextFactory<LibraryContext>, FactoryOf<SqliteLibraryContext>>();

    private static IServiceCollection AddPostgres(this IServiceCollection services, string connection) => services
        .AddPooledDbContextFactory<PostgresLibraryContext>((provider, options) => options.UseNpgsql(connection).AddInterceptors(provider.GetRequiredService<OutboxSignal>()))
        .AddSingleton<IDbContextFactory<LibraryContext>, FactoryOf<PostgresLibraryContext>>();

    private sealed class FactoryOf<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<LibraryContext>, IDisposable
        where TContext : LibraryContext
    {
        private readonly ConditionalWeakTable<DbConnection, object> connections = [];

        public LibraryContext CreateDbContext()
        {
            var context = inner.CreateDbContext();
            connections.TryAdd(context.Database.GetDbConnection(), inner);
            return context;
        }

        public Task<LibraryContext> CreateDbContextAsync(CancellationToken cancellationToken = default) => Task.FromResult(CreateDbContext());

        // EF's pool forgets its contexts without closing what they hold open.
        public void Dispose()
        {
            foreach (var (connection, _) in connections)
            {
                connection.Dispose();
            }
        }
    }
}
