using System.Text.Json;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data.Catalog.Import;

public sealed class CatalogImporterTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ImportingAgainIsADifference(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var first = await ImportAsync(database, new(), Record("1", "Hatchet", "B1"), Record("2", "The river", "B2"), Record("3", "Brian's winter", "B3"));
        var again = await ImportAsync(database, new(), Record("1", "Hatchet", "B1"), Record("2", "The river", "B2", "Checked out"), Record("3", "Brian's return", "B3"), Record("4", "Holes", "B4"));
        var complete = await ImportAsync(database, new() { Complete = true }, Record("1", "Hatchet", "B9"), Record("4", "Holes", "B4"));

        Assert.Equal((3, 3, 0, 0), (first.Records, first.Added, first.Changed, first.Unchanged));
        Assert.Equal((4, 1, 2, 1, 0), (again.Records, again.Added, again.Changed, again.Unchanged, again.Withdrawn));
        Assert.Equal((2, 0, 1, 1, 2), (complete.Records, complete.Added, complete.Changed, complete.Unchanged, complete.Withdrawn));
        Assert.Equal((1, 1), (complete.CopiesAdded, complete.CopiesWithdrawn));
        await using var context = database.NewContext();
        Assert.Equal(["Hatchet", "Holes"], await context.Titles.Where(title => title.WithdrawnAt == null).Select(title => title.TitleProper).Order().ToListAsync());
        Assert.Equal(CopyStatus.Withdrawn, (await context.Copies.SingleAsync(copy => copy.Barcode == "B1")).Status);
        Assert.True((await CatalogIndex.CheckAsync(context, default)).IsComplete);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task UndoingGivesBackExactlyWhatWasThereBeforeEachImport(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var states = new List<string> { await StateAsync(database) };
        await ImportAsync(database, new(), Record("1", "Hatchet", "B1"), Record("2", "The river", "B2"));
        states.Add(await StateAsync(database));
        await ImportAsync(database, new() { Complete = true }, Record("1", "Hatchet again", "B1", "Lost"), Record("3", "Holes", "B2"), Record("3", "Holes", "B3"));
        await UndoAsync(database);
        Assert.Equal(states[1], await StateAsync(database));
        await UndoAsync(database);
        Assert.Equal(states[0], await StateAsync(database));
        Assert.IsType<UndoOutcome.NothingToUndo>(await new ImportUndo(database.Factory, TimeProvider.System).UndoLastAsync(default));
        await using var context = database.NewContext();
        Assert.True((await CatalogIndex.CheckAsync(context, default)).IsComplete);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task UndoingLosesNobodysRequest(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await ImportAsync(database, new(), Record("1", "Hatchet", "B1"));
        await using (var context = database.NewContext())
        {
            var person = new Person { Key = "s", DisplayName = "S" };
            context.Add(person);
            await context.SaveChangesAsync();
            context.Add(new Hold { TitleId = (await context.Titles.SingleAsync()).Id, PersonId = person.Id });
            await context.SaveChangesAsync();
        }

        Assert.Equal(1, (await UndoAsync(database)).TitlesKept);
        await using var after = database.NewContext();
        Assert.NotNull((await after.Titles.SingleAsync()).WithdrawnAt);
    }

    [Fact]
    public async Task ADeletedRecordWithdrawsItsTitleAndComesBackWithALaterOne()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var deleted = Record("1", "Hatchet", "B1");
        deleted[5] = (byte)'d';
        await ImportAsync(database, new(), Record("1", "Hatchet", "B1"));
        var gone = await ImportAsync(database, new(), deleted);
        var unknown = await ImportAsync(database, new(), deleted);
        var back = await ImportAsync(database, new(), Record("1", "Hatchet", "B1"));

        Assert.Equal((1, 1), (gone.Deleted, gone.Withdrawn));
        Assert.Equal((1, 0), (unknown.Deleted, unknown.Withdrawn));
        Assert.Equal(1, back.Added);
    }

    [Fact]
    public async Task TheSameRecordTwiceIsOneTitleWithTheCopiesOfBoth()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var report = await ImportAsync(database, new(), Record("1", "Hatchet", "B1"), Record("1", "Hatchet", "B2"), Record("1", "Another book", "B3"));

        Assert.Equal((3, 2, 1), (report.Records, report.Added, report.Duplicates));
        Assert.Contains(report.Remarks, remark => remark.Problem.Kind == ProblemKind.ControlNumberTaken && remark.Number == 3);
        await using var context = database.NewContext();
        Assert.Equal(2, (await context.Titles.Include(title => title.Copies).SingleAsync(title => title.Key == "TEST:1")).Copies.Count);
    }

    [Fact]
    public async Task NothingIsWithdrawnWhereARecordCouldNotBeRead()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await ImportAsync(database, new(), Record("1", "Hatchet", "B1"), Record("2", "Holes", "B2"));
        var report = await ImportAsync(database, new() { Complete = true }, Record("1", "Hatchet", "B1"), Record("2", "Holes", "B2")[..12]);

        Assert.Equal((1, 0, true), (report.Unreadable, report.Withdrawn, report.WithdrawalHeldBack));
    }

    [Fact]
    public async Task AnImportThatIsStoppedLeavesNothing()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        using var stop = new CancellationTokenSource();
        await File.WriteAllBytesAsync(file, MarcBuilder.File([.. Enumerable.Range(1, 3000).Select(number => Record($"{number}", $"Title {number}", $"B{number}"))]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new CatalogImporter(database.Factory, TimeProvider.System).ImportAsync(
            [file], new(), new Stopper(stop), stop.Token));

        await using var context = database.NewContext();
        Assert.Equal((0, 0, 0), (await context.Titles.CountAsync(), await context.Copies.CountAsync(), await context.ImportRuns.CountAsync()));
    }

    private static byte[] Record(string number, string title, string barcode, string status = "Available") =>
        MarcBuilder.Book(number, title).Data("852", "  ", $"$bMain$cFiction$jFIC$p{barcode}$s{status}").Build();

    private async Task<ImportReport> ImportAsync(TestDatabase database, ImportOptions options, params byte[][] records)
    {
        await File.WriteAllBytesAsync(file, MarcBuilder.File(records));
        var dry = await new CatalogImporter(database.Factory, TimeProvider.System).ImportAsync([file], options with { DryRun = true }, null, default);
        var report = await new CatalogImporter(database.Factory, TimeProvider.System).ImportAsync([file], options, null, default);
        Assert.Equal(report.Records, report.Added + report.Changed + report.Unchanged + report.Deleted + report.FurtherCopies + report.Duplicates + report.Unreadable);
        Assert.Equal(
            (report.Added, report.Changed, report.Unchanged, report.Withdrawn, report.CopiesAdded, report.CopiesChanged, report.CopiesWithdrawn),
            (dry.Added, dry.Changed, dry.Unchanged, dry.Withdrawn, dry.CopiesAdded, dry.CopiesChanged, dry.CopiesWithdrawn));
        return report;
    }

    private static async Task<UndoOutcome.Undone> UndoAsync(TestDatabase database) =>
        Assert.IsType<UndoOutcome.Undone>(await new ImportUndo(database.Factory, TimeProvider.System).UndoLastAsync(default));

    private static async Task<string> StateAsync(TestDatabase database)
    {
        await using var context = database.NewContext();
        return JsonSerializer.Serialize(await context.Titles.AsNoTracking().Include(title => title.Isbns).Include(title => title.Copies).OrderBy(title => title.Id).ToListAsync());
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}
