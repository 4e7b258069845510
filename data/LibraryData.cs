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
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Data;

/// <summary>Brings the library's database into the container.</summary>
public static class LibraryData
{
    private const string Sqlite = "SQLITE";
    private const string Postgres = "POSTGRES";

    private static readonly Lazy<Task<IModel>> s_sqliteModel = ModelOf(new SqliteLibraryContext.Factory());
    private static readonly Lazy<Task<IModel>> s_postgresModel = ModelOf(new PostgresLibraryContext.Factory());

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
        return ProviderOf(configuration) switch
        {
            Sqlite => services.AddContexts<SqliteLibraryContext>(s_sqliteModel, options => options.UseLibrarySqlite(connection)),
            Postgres => services.AddContexts<PostgresLibraryContext>(s_postgresModel, options => options.UseNpgsql(connection)),
            var other => throw new InvalidOperationException($"Database:Provider is '{other}'. It can be Sqlite or Postgres."),
        };
    }

    /// <summary>Whether the database is a file that is not there yet, so that <see cref="PrepareAsync"/> will make it, empty.</summary>
    public static bool IsMissing(IConfiguration configuration) =>
        ProviderOf(configuration) == Sqlite && !SqliteOptions.Exists(configuration.GetConnectionString("Library")!);

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

    private static string ProviderOf(IConfiguration configuration) => (configuration["Database:Provider"] ?? Sqlite).ToUpperInvariant();

    // EF's model of the tables is the longest piece of a start and needs nothing of the rest: it is made once in a process, on another core.
    private static Lazy<Task<IModel>> ModelOf<TContext>(IDesignTimeDbContextFactory<TContext> factory)
        where TContext : LibraryContext => new(() => Task.Run(() =>
    {
        using var context = factory.CreateDbContext([]);
        return context.Model;
    }));

    private static IServiceCollection AddContexts<TContext>(this IServiceCollection services, Lazy<Task<IModel>> model, Action<DbContextOptionsBuilder> use)
        where TContext : LibraryContext
    {
        var begun = model.Value;
        return services
            .AddPooledDbContextFactory<TContext>((provider, options) =>
            {
                use(options);
                // Whether the migrations say what the model says is a matter for the tests, and takes a first start most of a second.
                options.UseModel(begun.GetAwaiter().GetResult())
                    .AddInterceptors(provider.GetRequiredService<OutboxSignal>())
                    .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
            })
            .AddSingleton<IDbContextFactory<LibraryContext>>(provider => new FactoryOf<TContext>(provider));
    }

    private sealed class FactoryOf<TContext>(IServiceProvider services) : IDbContextFactory<LibraryContext>, IDisposable
        where TContext : LibraryContext
    {
        private readonly ConditionalWeakTable<DbConnection, object> connections = [];

        // The first to use it waits for the model, and not already who only holds it.
        private readonly Lazy<IDbContextFactory<TContext>> inner = new(services.GetRequiredService<IDbContextFactory<TContext>>);

        public LibraryContext CreateDbContext()
        {
            var context = inner.Value.CreateDbContext();
            connections.TryAdd(context.Database.GetDbConnection(), this);
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
