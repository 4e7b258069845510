using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;
using LibraryBot.Data.Catalog.Import;

namespace LibraryBot.Commands;

/// <summary>The whole report of an import as a file, written as it goes: CSV with one line per remark, or JSON with the figures too.</summary>
internal abstract class ImportReportFile : IAsyncDisposable
{
    /// <summary>Makes the file: JSON where its name ends in .json, else CSV.</summary>
    public static ImportReportFile Create(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? new Json(File.Create(path)) : new Csv(new StreamWriter(path));

    /// <summary>Writes a remark.</summary>
    public abstract void Add(ImportRemark remark);

    /// <summary>Writes what is known at the end.</summary>
    public abstract void Finish(ImportReport report);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    private sealed class Csv : ImportReportFile
    {
        private readonly CsvWriter writer;

        public Csv(StreamWriter file)
        {
            writer = new CsvWriter(file, CultureInfo.InvariantCulture);
            Row("file", "record", "byte", "controlnumber", "problem", "detail", "text");
        }

        public override void Add(ImportRemark remark) => Row(
            remark.File, remark.Number.ToString(CultureInfo.InvariantCulture), remark.Offset.ToString(CultureInfo.InvariantCulture), remark.ControlNumber ?? "",
            remark.Problem.Kind.ToString(), remark.Problem.Detail, ImportWords.Of(remark.Problem));

        public override void Finish(ImportReport report) => writer.Flush();

        public override ValueTask DisposeAsync() => writer.DisposeAsync();

        private void Row(params ReadOnlySpan<string> fields)
        {
            foreach (var field in fields)
            {
                writer.WriteField(field);
            }

            writer.NextRecord();
        }
    }

    private sealed class Json : ImportReportFile
    {
        private readonly Stream file;
        private readonly Utf8JsonWriter writer;

        public Json(Stream file)
        {
            this.file = file;
            writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
            writer.WriteStartObject();
            writer.WriteStartArray("remarks");
        }

        public override void Add(ImportRemark remark)
        {
            writer.WriteStartObject();
            writer.WriteString("file", remark.File);
            writer.WriteNumber("record", remark.Number);
            writer.WriteNumber("byte", remark.Offset);
            writer.WriteString("controlNumber", remark.ControlNumber);
            writer.WriteString("problem", remark.Problem.Kind.ToString());
            writer.WriteString("detail", remark.Problem.Detail);
            writer.WriteString("text", ImportWords.Of(remark.Problem));
            writer.WriteEndObject();
            if (writer.BytesPending > 1 << 16)
            {
                writer.Flush();
            }
        }

        public override void Finish(ImportReport report)
        {
            writer.WriteEndArray();
            writer.WriteBoolean("dryRun", report.DryRun);
            writer.WriteNumber("records", report.Records);
            writer.WriteNumber("added", report.Added);
            writer.WriteNumber("changed", report.Changed);
            writer.WriteNumber("unchanged", report.Unchanged);
            writer.WriteNumber("deleted", report.Deleted);
            writer.WriteNumber("furtherCopies", report.FurtherCopies);
            writer.WriteNumber("duplicates", report.Duplicates);
            writer.WriteNumber("unreadable", report.Unreadable);
            writer.WriteNumber("withdrawn", report.Withdrawn);
            writer.WriteNumber("copiesAdded", report.CopiesAdded);
            writer.WriteNumber("copiesChanged", report.CopiesChanged);
            writer.WriteNumber("copiesWithdrawn", report.CopiesWithdrawn);
            writer.WriteNumber("marked", report.Marked);
            writer.WriteNumber("eaccCharacters", report.EaccCharacters);
            writer.WriteBoolean("withdrawalHeldBack", report.WithdrawalHeldBack);
            writer.WriteEndObject();
            writer.Flush();
        }

        public override async ValueTask DisposeAsync()
        {
            await writer.DisposeAsync();
            await file.DisposeAsync();
        }
    }
}
