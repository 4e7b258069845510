using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Catalog.Import;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace LibraryBot.Commands;

/// <summary>Runs imports for somebody at a terminal, or for a script: progress while it runs, and the report in plain lines.</summary>
internal sealed class ImportScreen(IServiceProvider services, IAnsiConsole console)
{
    private readonly IDbContextFactory<LibraryContext> factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    /// <summary>Imports and tells about it; returns the exit code.</summary>
    public async Task<int> ImportAsync(string[] files, ImportOptions options, string? reportFile, CancellationToken cancellationToken)
    {
        await factory.PrepareAsync(cancellationToken);
        await using var file = reportFile is null ? null : ImportReportFile.Create(reportFile);
        var importer = new CatalogImporter(factory, clock);
        options = options with { OnRemark = file is null ? null : file.Add };
        var report = await WithProgressAsync(progress => importer.ImportAsync(files, options, progress, cancellationToken));
        file?.Finish(report);
        Show(report);
        if (reportFile is not null)
        {
            Line(ImportStrings.ReportWritten, reportFile);
        }

        return report.Problems.ContainsKey(ProblemKind.UnknownFile) ? 1 : 0;
    }

    /// <summary>Undoes the last import and tells about it; returns the exit code.</summary>
    public async Task<int> UndoAsync(CancellationToken cancellationToken)
    {
        await factory.PrepareAsync(cancellationToken);
        if (await new ImportUndo(factory, clock).UndoLastAsync(cancellationToken) is not UndoOutcome.Undone done)
        {
            Line(ImportStrings.NothingToUndo);
            return 0;
        }

        Line(
            ImportStrings.Undone, string.Join(", ", done.Run.Files), done.Run.StartedAt.ToLocalTime().ToString("g", CultureInfo.CurrentCulture),
            done.TitlesRemoved, done.TitlesRestored, done.CopiesRemoved, done.CopiesRestored);
        if (done.TitlesKept > 0)
        {
            Line(ImportStrings.UndoneKept, done.TitlesKept);
        }

        return 0;
    }

    private async Task<ImportReport> WithProgressAsync(Func<IProgress<ImportProgress>?, Task<ImportReport>> import)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await import(null);
        }

        return await console.Progress().HideCompleted(true).StartAsync(async context =>
        {
            var bar = context.AddTask(Markup.Escape(ImportWords.Format(ImportStrings.Reading, "")), maxValue: 1);
            return await import(new Reporter(progress =>
            {
                bar.Description = Markup.Escape(ImportWords.Format(ImportStrings.Reading, progress.File));
                bar.Value = progress.BytesTotal == 0 ? 1 : (double)progress.BytesRead / progress.BytesTotal;
            }));
        });
    }

    private void Show(ImportReport report)
    {
        Line(report.DryRun ? ImportStrings.HeadingDryRun : ImportStrings.HeadingDone, string.Join(", ", report.Files));
        Count(ImportStrings.CountRecords, report.Records, true);
        Count("  " + ImportStrings.CountAdded, report.Added, true);
        Count("  " + ImportStrings.CountChanged, report.Changed, true);
        Count("  " + ImportStrings.CountUnchanged, report.Unchanged, true);
        Count("  " + ImportStrings.CountDeleted, report.Deleted);
        Count("  " + ImportStrings.CountFurtherCopies, report.FurtherCopies);
        Count("  " + ImportStrings.CountDuplicates, report.Duplicates);
        Count("  " + ImportStrings.CountUnreadable, report.Unreadable, true);
        Count(ImportStrings.CountWithdrawn, report.Withdrawn, true);
        Count(ImportStrings.CountCopiesAdded, report.CopiesAdded);
        Count(ImportStrings.CountCopiesChanged, report.CopiesChanged);
        Count(ImportStrings.CountCopiesWithdrawn, report.CopiesWithdrawn);
        Count(ImportStrings.CountMarked, report.Marked);
        Count(ImportStrings.CountEacc, report.EaccCharacters);
        if (report.WithdrawalHeldBack)
        {
            Line(ImportStrings.HeldBack);
        }

        ShowRemarks(report);
    }

    private void ShowRemarks(ImportReport report)
    {
        if (report.RemarkCount == 0)
        {
            return;
        }

        Line(ImportStrings.RemarksHeading, report.RemarkCount);
        foreach (var remark in report.Remarks)
        {
            console.Profile.Out.Writer.WriteLine("  " + ImportWords.Of(remark));
        }

        if (report.RemarkCount > report.Remarks.Count)
        {
            Line(ImportStrings.MoreRemarks, report.RemarkCount - report.Remarks.Count);
        }
    }

    private void Count(string label, long count, bool always = false)
    {
        if (count > 0 || always)
        {
            // No thousands separators: scripts read these lines too.
            console.Profile.Out.Writer.WriteLine($"{label}: {count.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private void Line(string format, params object[] values) =>
        console.Profile.Out.Writer.WriteLine(values.Length == 0 ? format : ImportWords.Format(format, values));

    /// <summary>Tells at once, on the thread that does the work.</summary>
    private sealed class Reporter(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
