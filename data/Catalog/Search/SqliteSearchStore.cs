using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>The index in an FTS5 table without content: only the terms, and of them only in which titles they are.</summary>
internal sealed class SqliteSearchStore(LibraryContext context) : SearchStore(context)
{
    /// <summary>Makes the tables. Part of the migrations.</summary>
    public const string Schema = """
        CREATE VIRTUAL TABLE "TitleIndex" USING fts5("Terms", content='', contentless_delete=1, detail=none, tokenize='ascii');
        INSERT INTO "TitleIndex" ("TitleIndex", rank) VALUES ('hashsize', 16777216);
        CREATE TABLE "SearchTerms" ("Term" TEXT NOT NULL PRIMARY KEY, "Written" TEXT NOT NULL, "Titles" INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE "SearchKeys" ("Key" TEXT NOT NULL, "Term" TEXT NOT NULL, PRIMARY KEY ("Key", "Term")) WITHOUT ROWID;
        """;

    /// <inheritdoc/>
    public override string IndexedIds => """SELECT "id" AS "Value" FROM "TitleIndex_docsize" """;

    public override Task<List<int>> FindAsync(Match match, int most, CancellationToken cancellationToken) => ReadAsync(
        """SELECT rowid FROM "TitleIndex" WHERE "TitleIndex" MATCH @match ORDER BY rowid DESC LIMIT @most""",
        row => row.GetInt32(0), cancellationToken, ("@match", match.ToFts5()), ("@most", most));

    public override async Task<Dictionary<int, int>> FindEachAsync(
        IReadOnlyList<Match> matches, int mostOfEach, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder();
        for (var at = 0; at < matches.Count; at++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"""
                {(at == 0 ? "" : "UNION ALL ")}SELECT * FROM (SELECT rowid, {1 << at} FROM "TitleIndex" WHERE "TitleIndex" MATCH @match{at}
                ORDER BY rowid DESC LIMIT @most)

                """);
        }
        var found = await ReadAsync(
            sql.ToString(), row => (Id: row.GetInt32(0), Bit: row.GetInt32(1)), cancellationToken,
            [.. matches.Select((match, at) => ($"@match{at}", (object?)match.ToFts5())), ("@most", mostOfEach)]);
        return found.GroupBy(row => row.Id).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Bit));
    }

    public override Task<List<int>> AmongAsync(Match match, IReadOnlyCollection<int> ids, CancellationToken cancellationToken) => ReadAsync(
        """SELECT rowid FROM "TitleIndex" WHERE "TitleIndex" MATCH @match AND rowid IN (SELECT value FROM json_each(@ids))""",
        row => row.GetInt32(0), cancellationToken, ("@match", match.ToFts5()), ("@ids", JsonSerializer.Serialize(ids)));

    public override async Task<Dictionary<string, int>> CountAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
            """SELECT t."Term", t."Titles" FROM json_each(@stems) j CROSS JOIN "SearchTerms" t ON t."Term" = j.value""",
            row => (row.GetString(0), row.GetInt32(1)), cancellationToken, ("@stems", JsonSerializer.Serialize(stems)));
        return found.ToDictionary(word => word.Item1, word => word.Item2, StringComparer.Ordinal);
    }

    public override Task<List<KnownWord>> NearAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => ReadAsync(
        """
        SELECT DISTINCT t."Term", t."Written", t."Titles" FROM json_each(@keys) j
        CROSS JOIN "SearchKeys" k ON k."Key" = j.value CROSS JOIN "SearchTerms" t ON t."Term" = k."Term"
        ORDER BY t."Titles" DESC, t."Term" LIMIT @most
        """,
        row => new KnownWord(row.GetString(0), row.GetString(1), row.GetInt32(2)), cancellationToken,
        ("@keys", JsonSerializer.Serialize(keys)), ("@most", MostNear));

    public override async Task WriteAsync(IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken)
    {
        await using var remove = await CommandAsync("""DELETE FROM "TitleIndex" WHERE rowid = @id""", cancellationToken, ("@id", 0));
        await using var add = await CommandAsync(
            """INSERT INTO "TitleIndex" (rowid, "Terms") VALUES (@id, @terms)""", cancellationToken, ("@id", 0), ("@terms", ""));
        foreach (var row in rows)
        {
            if (!row.IsNew)
            {
                remove.Parameters[0].Value = row.TitleId;
                await remove.ExecuteNonQueryAsync(cancellationToken);
            }
            if (row.Terms is not null)
            {
                add.Parameters[0].Value = row.TitleId;
                add.Parameters[1].Value = string.Join(' ', row.Terms);
                await add.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    public override async Task AddWordsAsync(IReadOnlyCollection<KnownWord> words, CancellationToken cancellationToken)
    {
        await using var count = await CommandAsync(
            """UPDATE "SearchTerms" SET "Titles" = "Titles" + @titles WHERE "Term" = @term""", cancellationToken,
            ("@titles", 0), ("@term", ""));
        await using var add = await CommandAsync(
            """INSERT INTO "SearchTerms" ("Term", "Written", "Titles") VALUES (@term, @written, max(@titles, 1))""", cancellationToken,
            ("@titles", 0), ("@term", ""), ("@written", ""));
        await using var file = await CommandAsync(
            """INSERT OR IGNORE INTO "SearchKeys" ("Key", "Term") VALUES (@key, @term)""", cancellationToken, ("@key", ""), ("@term", ""));
        foreach (var word in words)
        {
            count.Parameters[0].Value = add.Parameters[0].Value = word.Titles;
            count.Parameters[1].Value = add.Parameters[1].Value = file.Parameters[1].Value = word.Stem;
            if (await count.ExecuteNonQueryAsync(cancellationToken) > 0)
            {
                continue;
            }
            add.Parameters[2].Value = word.Written;
            await add.ExecuteNonQueryAsync(cancellationToken);
            foreach (var key in Spelling.KeysOf(Stemmer.RootOf(Words.Fold(word.Written))))
            {
                file.Parameters[0].Value = key;
                await file.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    public override Task ClearAsync(CancellationToken cancellationToken) => ExecuteAsync(
        """
        INSERT INTO "TitleIndex" ("TitleIndex") VALUES ('delete-all');
        DELETE FROM "SearchTerms";
        DELETE FROM "SearchKeys";
        """,
        cancellationToken);

    public override Task OptimizeAsync(CancellationToken cancellationToken) => ExecuteAsync(
        """INSERT INTO "TitleIndex" ("TitleIndex") VALUES ('optimize')""", cancellationToken);
}
