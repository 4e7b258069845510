using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Data.Outbox;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Circulation;

/// <summary>What the library's own system says of copies reaches loans, holds and those who only want to be told.</summary>
public sealed class ComingInTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsBackIsNobodysLoanAndNothingOfItIsKept(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var loan = await LentByImportAsync(lending, "2026-03-10");

        await ImportAsync(lending, "available", "");

        Assert.Equal((CopyStatus.Available, null, null), await lending.StandsAsync(loan));
        await using var context = lending.Database.NewContext();
        Assert.Equal(0, await context.Loans.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatWasRenewedHereStaysDueWhenTheFileDoesNotKnowOfIt(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var loan = await LentByImportAsync(lending, "2026-03-10");
        Assert.IsType<RenewalOutcome.Renewed>(await lending.RenewAsync(loan));

        await ImportAsync(lending, "checked out", "2026-03-10");
        Assert.Equal((CopyStatus.CheckedOut, new DateOnly(2026, 3, 17), 1), await lending.StandsAsync(loan));

        await ImportAsync(lending, "checked out", "2026-03-24");
        Assert.Equal(new DateOnly(2026, 3, 24), (await lending.StandsAsync(loan)).Due);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoAskedToBeToldIsToldOnceAndAfterWhoHoldsIt(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var (ana, ben) = (await lending.PersonAsync("reader"), await lending.PersonAsync("holder"));
        await ImportAsync(lending, "checked out", "2026-03-10");
        Assert.Equal(new AlertOutcome.Noted(Again: false), await lending.Alerts.AskAsync(1, ana, default));
        Assert.Equal(new AlertOutcome.Noted(Again: true), await lending.Alerts.AskAsync(1, ana, default));
        await lending.Holds.PlaceAsync(1, ben, default);

        await ImportAsync(lending, "available", "");
        Assert.Equal(["hold:1:ready"], await KeysAsync(lending));

        // The copy that was kept for the other is free now.
        Assert.True(await lending.Holds.CancelAsync(1, ben, default));
        await ImportAsync(lending, "checked out", "2026-03-12");
        await ImportAsync(lending, "available", "");
        Assert.Equal([TitleIn.KeyOf(1)], await KeysAsync(lending));
        Assert.Equal(new AlertOutcome.In(), await lending.Alerts.AskAsync(1, ana, default));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ManyAtOnceAreNotedOnce(DatabaseKind kind)
    {
        await using var lending = await Lending.NewAsync(kind);
        var ana = await lending.PersonAsync("ana");
        await ImportAsync(lending, "checked out", "2026-03-10");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => lending.Alerts.AskAsync(1, ana, default))));

        Assert.Single(outcomes, new AlertOutcome.Noted(Again: false));
        Assert.Equal(15, outcomes.Count(outcome => outcome == new AlertOutcome.Noted(Again: true)));
    }

    [Fact]
    public async Task WhatIsNoLongerWantedIsTakenBack()
    {
        await using var lending = await Lending.NewAsync(DatabaseKind.Sqlite);
        var (ana, ben) = (await lending.PersonAsync("ana"), await lending.PersonAsync("ben"));
        await ImportAsync(lending, "checked out", "2026-03-10");
        await lending.Alerts.AskAsync(1, ana, default);
        await lending.Alerts.AskAsync(1, ben, default);

        Assert.True(await lending.Alerts.CancelAsync(1, ana, default));
        Assert.False(await lending.Alerts.CancelAsync(1, ana, default));
        // A hold takes the place of the wish to be told.
        Assert.IsType<HoldOutcome.Placed>(await lending.Holds.PlaceAsync(1, ben, default));
        Assert.Empty(await lending.Alerts.OfAsync(ben, default));
        Assert.Equal(new AlertOutcome.OnHold(), await lending.Alerts.AskAsync(1, ben, default));

        await ImportAsync(lending, "available", "");
        Assert.Equal(["hold:1:ready"], await KeysAsync(lending));
    }

    [Fact]
    public async Task WhoGivesUpWhatWasOfferedMakesRoomForTheNext()
    {
        await using var lending = await Lending.NewAsync(DatabaseKind.Sqlite);
        var (ana, ben) = (await lending.PersonAsync("ana"), await lending.PersonAsync("ben"));
        await ImportAsync(lending, "checked out", "2026-03-10");
        await lending.Holds.PlaceAsync(1, ana, default);
        lending.Clock.Move(TimeSpan.FromMinutes(1));
        await lending.Holds.PlaceAsync(1, ben, default);
        Assert.Equal([(1, 2)], (await lending.Holds.PlacesOfAsync(ana, default)).Select(place => (place.Position, place.Of)));
        Assert.Equal([(2, 2)], (await lending.Holds.PlacesOfAsync(ben, default)).Select(place => (place.Position, place.Of)));
        await ImportAsync(lending, "available", "");

        await lending.Holds.CancelAsync(1, ana, default);

        Assert.Equal(["hold:2:ready"], await KeysAsync(lending));
    }

    private static async Task<Loan> LentByImportAsync(Lending lending, string due)
    {
        await ImportAsync(lending, "checked out", due);
        var loan = new Loan { CopyId = 1, PersonId = await lending.PersonAsync("ana"), LentAt = lending.Clock.GetUtcNow() };
        await lending.Database.AddAsync(loan);
        return loan;
    }

    private static async Task<List<string>> KeysAsync(Lending lending)
    {
        await using var context = lending.Database.NewContext();
        return await context.OutboxMessages.Where(message => message.State == OutboxState.Waiting).OrderBy(message => message.Key).Select(message => message.Key).ToListAsync();
    }

    private static async Task ImportAsync(Lending lending, string status, string due)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, ["title,author,barcode,status,due,call number", $"Hatchet,\"Paulsen, Gary\",T1,{status},{due},FIC PAU"]);
        await new CatalogImporter(lending.Database.Factory, lending.Clock).ImportAsync([file], new ImportOptions(), null, default);
        File.Delete(file);
    }
}
