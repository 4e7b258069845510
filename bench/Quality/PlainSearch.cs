using System.Globalization;
using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog;
using Microsoft.Data.Sqlite;

namespace LibraryBot.Bench.Quality;

/// <summary>What SQLite's full text search finds by itself: the words of a query in any field, English stems, BM25 as it comes.</summary>
internal sealed partial class PlainSearch : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    private PlainSearch() => _connection.Open();

    /// <summary>Puts titles into an index.</summary>
    public static async Task<PlainSearch> OfAsync(IEnumerable<Title> titles, CancellationToken cancellationToken)
    {
        var search = new PlainSearch();
        await using var command = search._connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE plain USING fts5(key UNINDEXED, title, contributors, subjects, genres, summary, tokenize = 'porter')";
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "INSERT INTO plain VALUES ($key, $title, $contributors, $subjects, $genres, $summary)";
        foreach (var title in titles)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$key", title.Key);
            command.Parameters.AddWithValue("$title", $"{title.TitleProper} {title.Subtitle}");
            command.Parameters.AddWithValue("$contributors", string.Join(' ', title.Contributors.Select(contributor => contributor.Name)));
            command.Parameters.AddWithValue("$subjects", string.Join(' ', title.Subjects));
            command.Parameters.AddWithValue("$genres", string.Join(' ', title.Genres));
            command.Parameters.AddWithValue("$summary", title.Summary ?? "");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return search;
    }

    /// <summary>The keys of the first ten titles.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string text, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT key FROM plain WHERE plain MATCH $words ORDER BY bm25(plain) LIMIT 10";
        command.Parameters.AddWithValue("$words", string.Join(" OR ", Word().Matches(text).Select(word => string.Create(CultureInfo.InvariantCulture, $"\"{word.Value}\""))));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }

    public void Dispose() => _connection.Dispose();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
