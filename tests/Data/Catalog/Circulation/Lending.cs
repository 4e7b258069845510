using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Circulation;

/// <summary>A few people with books at home, over one of the databases. The day is Tuesday, March 3, 2026, at the school.</summary>
internal sealed class Lending : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 3);

    private Lending(TestDatabase database, CirculationSettings settings)
    {
        (Database, Settings) = (database, settings);
        var outbox = new OutboxWriter(Clock);
        Alerts = new AvailabilityAlerts(database.Factory, outbox, Clock);
        Loans = new Loans(database.Factory, Clock, settings, Some.Profile());
        Holds = new Holds(database.Factory, Clock, outbox, Alerts, settings, Some.Profile());
    }

    public TestDatabase Database { get; }

    public CirculationSettings Settings { get; }

    public MovedClock Clock { get; } = new();

    public Loans Loans { get; }

    public Holds Holds { get; }

    public AvailabilityAlerts Alerts { get; }

    public static async Task<Lending> NewAsync(DatabaseKind kind, CirculationSettings? settings = null) => new(await Databases.NewAsync(kind), settings ?? new CirculationSettings());

    public async Task<int> PersonAsync(string key, Role role = Role.Student)
    {
        var person = new Person { Key = key, DisplayName = key, Role = role };
        await Database.AddAsync(person);
        return person.Id;
    }

    /// <summary>A title with one copy that somebody has; returns the loan.</summary>
    public async Task<Loan> LendAsync(int person, string name, DateOnly due, int renewals = 0, params Copy[] others)
    {
        var copy = Some.Copy(CopyStatus.CheckedOut, due: due);
        await Database.AddAsync(Some.Title(name, copies: [copy, .. others]));
        var loan = new Loan { CopyId = copy.Id, PersonId = person, LentAt = Clock.GetUtcNow().AddDays(-5), Renewals = renewals };
        await Database.AddAsync(loan);
        return loan;
    }

    public async Task<int> TitleOfAsync(Loan loan)
    {
        await using var context = Database.NewContext();
        return await context.Copies.Where(copy => copy.Id == loan.CopyId).Select(copy => copy.TitleId).SingleAsync();
    }

    public async Task<RenewalOutcome> RenewAsync(Loan loan) => (await Loans.RenewAsync(loan.PersonId, [loan.Id], default))[loan.Id];

    /// <summary>Where a copy stands and when it is due, and how often its loan was renewed; null where there is no loan.</summary>
    public async Task<(CopyStatus Status, DateOnly? Due, int? Renewals)> StandsAsync(Loan loan)
    {
        await using var context = Database.NewContext();
        var copy = await context.Copies.SingleAsync(copy => copy.Id == loan.CopyId);
        return (copy.Status, copy.DueOn, await context.Loans.Where(each => each.Id == loan.Id).Select(each => (int?)each.Renewals).SingleOrDefaultAsync());
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
