using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Borrowing;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Data.Catalog.Lists;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Kits;
using LibraryBot.Data.ModelUse;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Data.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LibraryBot.Data;

/// <summary>The library's database. SQLite and PostgreSQL each have a context of their own, which owns its migrations.</summary>
public abstract class LibraryContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The catalogue.</summary>
    public DbSet<Title> Titles => Set<Title>();

    /// <summary>ISBNs, for looking up.</summary>
    public DbSet<TitleIsbn> TitleIsbns => Set<TitleIsbn>();

    /// <summary>What is on the shelves.</summary>
    public DbSet<Copy> Copies => Set<Copy>();

    /// <summary>Requests to keep a title.</summary>
    public DbSet<Hold> Holds => Set<Hold>();

    /// <summary>What is lent at present.</summary>
    public DbSet<Loan> Loans => Set<Loan>();

    /// <summary>Who wants to be told when a title is in.</summary>
    public DbSet<AvailabilityAlert> AvailabilityAlerts => Set<AvailabilityAlert>();

    /// <summary>People's own lists, and the library's.</summary>
    public DbSet<BookList> BookLists => Set<BookList>();

    /// <summary>What is on lists.</summary>
    public DbSet<BookListEntry> BookListEntries => Set<BookListEntry>();

    /// <summary>The imports of catalogue files.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>What titles and copies were before imports changed them.</summary>
    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    /// <summary>What is borrowed together.</summary>
    public DbSet<TitleAffinity> TitleAffinities => Set<TitleAffinity>();

    /// <summary>How many people borrow what.</summary>
    public DbSet<TitlePopularity> TitlePopularities => Set<TitlePopularity>();

    /// <summary>What was asked for and is not there.</summary>
    public DbSet<UnmetWish> UnmetWishes => Set<UnmetWish>();

    /// <summary>Learning standards.</summary>
    public DbSet<Standard> Standards => Set<Standard>();

    /// <summary>The kits that staff keep.</summary>
    public DbSet<UnitKit> UnitKits => Set<UnitKit>();

    /// <summary>The titles of those kits.</summary>
    public DbSet<UnitKitTitle> UnitKitTitles => Set<UnitKitTitle>();

    /// <summary>The links to those kits.</summary>
    public DbSet<KitShare> KitShares => Set<KitShare>();

    /// <summary>What can be booked.</summary>
    public DbSet<Resource> Resources => Set<Resource>();

    /// <summary>How many there are of what can be booked.</summary>
    public DbSet<Stock> Stocks => Set<Stock>();

    /// <summary>The single things with barcodes.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>Times for which equipment cannot be used.</summary>
    public DbSet<Closure> Closures => Set<Closure>();

    /// <summary>What is not free, and when.</summary>
    public DbSet<StockClaim> StockClaims => Set<StockClaim>();

    /// <summary>The bookings.</summary>
    public DbSet<Booking> Bookings => Set<Booking>();

    /// <summary>What is booked.</summary>
    public DbSet<BookingLine> BookingLines => Set<BookingLine>();

    /// <summary>Bookings that were made together.</summary>
    public DbSet<BookingSeries> BookingSeries => Set<BookingSeries>();

    /// <summary>The units handed out.</summary>
    public DbSet<UnitLoan> UnitLoans => Set<UnitLoan>();

    /// <summary>The waiting lists.</summary>
    public DbSet<WaitingEntry> WaitingEntries => Set<WaitingEntry>();

    /// <summary>The people.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Where the people can be reached.</summary>
    public DbSet<Address> Addresses => Set<Address>();

    /// <summary>The channels and chats the bot was brought into.</summary>
    public DbSet<GroupAddress> GroupAddresses => Set<GroupAddress>();

    /// <summary>Messages that must reach somebody later; written by <see cref="OutboxWriter"/>.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>What was asked of the language model, by day.</summary>
    public DbSet<ModelDay> ModelDays => Set<ModelDay>();

    /// <summary>How often the language model was asked for whom, today.</summary>
    public DbSet<ModelPersonDay> ModelPersonDays => Set<ModelPersonDay>();

    /// <summary>Conversation and user state.</summary>
    public DbSet<StateItem> StateItems => Set<StateItem>();

    /// <summary>Activities already taken.</summary>
    public DbSet<HandledActivity> HandledActivities => Set<HandledActivity>();

    /// <summary>Whether messages were written since the last commit; a stale one only makes somebody look in vain.</summary>
    internal bool HasWrittenToOutbox { get; set; }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LibraryContext).Assembly);
        if (Database.IsNpgsql())
        {
            // In the order of bytes, as SQLite has it, so that keys that begin alike are a range of the index.
            modelBuilder.Entity<OutboxMessage>().Property(message => message.Key).UseCollation("C");
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot compare DateTimeOffset, and PostgreSQL takes it in UTC only; as DateTime in UTC both can do everything.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Saves, and keeps the catalogue's search index in step with it, in one transaction.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        CatalogIndex.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    /// <inheritdoc cref="SaveChangesAsync(bool, CancellationToken)"/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        CatalogIndex.SaveAsync(this, () => Task.FromResult(base.SaveChanges(acceptAllChangesOnSuccess)), default).GetAwaiter().GetResult();

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        moment => moment.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
