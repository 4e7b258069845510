using System.Globalization;
using System.Text;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>The index as a tsvector of each title under a GIN index. The terms are ours, so no dictionary or extension is needed.</summary>
internal sealed class PostgresSearchStore(LibraryContext context) : SearchStore(context)
{
    /// <summary>Makes the tables. Part of the migrations.</summary>
    public const string Schema = """
        CREATE TABLE "TitleIndex" (
            "TitleId" integer NOT NULL PRIMARY KEY REFERENCES "Titles" ("Id") ON DELETE CASCADE, "Terms" tsvector NOT NULL);
        CREATE INDEX "IX_TitleIndex_Terms" ON "TitleIndex" USING gin ("Terms");
        CREATE TABLE "SearchTerms" ("Term" text COLLATE "C" NOT NULL PRIMARY KEY, "Written" text NOT NULL, "Titles" integer NOT NULL);
        CREATE TABLE "SearchKeys" ("Key" text COLLATE "C" NOT NULL, "Term" text COLLATE "C" NOT NULL, PRIMARY KEY ("Key", "Term"));
        """;

    /// <inheritdoc/>
    public override string IndexedIds => """SELECT "TitleId" AS "Value" FROM "TitleIndex" """;

    // Sorting by number would first read every match of a common word; here the database stops at enough of them.
    public override Task<List<int>> FindAsync(Match match, int most, CancellationToken cancellationToken) => ReadAsync(
        """SELECT "TitleId" FROM "TitleIndex" WHERE "Terms" @@ @match::tsquery LIMIT @most""",
        row => row.GetInt32(0), cancellationToken, ("match", match.ToTsQuery()), ("most", most));

    public override async Task<Dictionary<int, int>> FindEachAsync(
        IReadOnlyList<Match> matches, int mostOfEach, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder();
        for (var at = 0; at < matches.Count; at++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"""
                {(at == 0 ? "" : "UNION ALL ")}(SELECT "TitleId", {1 << at} FROM "TitleIndex" WHERE "Terms" @@ @match{at}::tsquery
                LIMIT @most)

                """);
        }
        var found = await ReadAsync(
            sql.ToString(), row => (Id: row.GetInt32(0), Bit: row.GetInt32(1)), cancellationToken,
            [.. matches.Select((match, at) => ($"match{at}", (object?)match.ToTsQuery())), ("most", mostOfEach)]);
        return found.GroupBy(row => row.Id).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Bit));
    }

    public override Task<List<int>> AmongAsync(Match match, IReadOnlyCollection<int> ids, CancellationToken cancellationToken) => ReadAsync(
        """SELECT "TitleId" FROM "TitleIndex" WHERE "Terms" @@ @match::tsquery AND "TitleId" = ANY (@ids)""",
        row => row.GetInt32(0), cancellationToken, ("match", match.ToTsQuery()), ("ids", ids.ToArray()));

    public override async Task<Dictionary<string, int>> CountAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
            """SELECT "Term", "Titles" FROM "SearchTerms" WHERE "Term" = ANY (@stems)""",
            row => (row.GetString(0), row.GetInt32(1)), cancellationToken, ("stems", stems.ToArray()));
        return found.ToDictionary(word => word.Item1, word => word.Item2, StringComparer.Ordinal);
    }

    public override Task<List<KnownWord>> NearAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => ReadAsync(
        """
        SELECT t."Term", t."Written", t."Titles" FROM "SearchTerms" t
        WHERE t."Term" IN (SELECT k."Term" FROM "SearchKeys" k WHERE k."Key" = ANY (@keys))
        ORDER BY t."Titles" DESC, t."Term" LIMIT @most
        """,
        row => new KnownWord(row.GetString(0), row.GetString(1), row.GetInt32(2)), cancellationToken,
        ("keys", keys.ToArray()), ("most", MostNear));

    public override async Task WriteAsync(IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken)
    {
        var gone = rows.Where(row => row.Terms is null).Select(row => row.TitleId).ToArray();
        if (gone.Length > 0)
        {
            await ExecuteAsync("""DELETE FROM "TitleIndex" WHERE "TitleId" = ANY (@ids)""", cancellationToken, ("ids", gone));
        }
        var kept = rows.Where(row => row.Terms is not null).ToList();
        await ExecuteAsync(
            """
            INSERT INTO "TitleIndex" ("TitleId", "Terms")
            SELECT id, array_to_tsvector(string_to_array(terms, ' ')) FROM unnest(@ids, @terms) AS row (id, terms)
            ON CONFLICT ("TitleId") DO UPDATE SET "Terms" = excluded."Terms"
            """,
            cancellationToken, ("ids", kept.Select(row => row.TitleId).ToArray()),
            ("terms", kept.Select(row => string.Join(' ', row.Terms!)).ToArray()));
    }

    public override async Task AddWordsAsync(IReadOnlyCollection<KnownWord> words, CancellationToken cancellationToken)
    {
        // In one order everywhere, so that two writers wait for each other instead of locking each other out.
        var sorted = words.OrderBy(word => word.Stem, StringComparer.Ordinal).ToList();
        var added = await ReadAsync(
            """
            INSERT INTO "SearchTerms" AS known ("Term", "Written", "Titles")
            SELECT term, written, titles FROM unnest(@terms, @written, @titles) AS row (term, written, titles)
            ON CONFLICT ("Term") DO UPDATE SET "Titles" = known."Titles" + excluded."Titles"
            RETURNING "Term", "Written", xmax = 0
            """,
            row => (Stem: row.GetString(0), Written: row.GetString(1), IsNew: row.GetBoolean(2)), cancellationToken,
            ("terms", sorted.Select(word => word.Stem).ToArray()), ("written", sorted.Select(word => word.Written).ToArray()),
            ("titles", sorted.Select(word => word.Titles).ToArray()));
        var keys = added.Where(word => word.IsNew)
            .SelectMany(word => Spelling.KeysOf(Stemmer.RootOf(Words.Fold(word.Written))), (word, key) => (Key: key, word.Stem)).ToList();
        await ExecuteAsync(
            """INSERT INTO "SearchKeys" ("Key", "Term") SELECT * FROM unnest(@keys, @terms) ON CONFLICT DO NOTHING""", cancellationToken,
            ("keys", keys.Select(key => key.Key).ToArray()), ("terms", keys.Select(key => key.Stem).ToArray()));
    }

    public override Task ClearAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("""TRUNCATE "TitleIndex", "SearchTerms", "SearchKeys" """, cancellationToken);

    public override Task OptimizeAsync(CancellationToken cancellationToken) => ExecuteAsync(
        """ANALYZE "TitleIndex"; ANALYZE "SearchTerms"; ANALYZE "SearchKeys" """, cancellationToken);
}
