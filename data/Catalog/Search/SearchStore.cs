using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// The tables of the index, which EF does not know: <c>TitleIndex</c> with the terms of each title, <c>SearchTerms</c>, the vocabulary with
/// in how many titles a word is, and <c>SearchKeys</c>, by which misspelt words are found. Works on the context's connection, and in its
/// transaction where there is one.
/// </summary>
internal abstract class SearchStore(LibraryContext context)
{
    /// <summary>The entry of the vocabulary that counts all titles.</summary>
    public const string AllTitles = "";

    /// <summary>The most known words that are looked at for one misspelt one.</summary>
    protected const int MostNear = 1500;

    public static SearchStore Of(LibraryContext context) => context switch
    {
        SqliteLibraryContext => new SqliteSearchStore(context),
        PostgresLibraryContext => new PostgresSearchStore(context),
        _ => throw new NotSupportedException($"There is no search over {context.GetType().Name}."),
    };

    /// <summary>Numbers of titles that match, the newest first as far as the database can tell cheaply, and no more than so many.</summary>
    public abstract Task<List<int>> FindAsync(Match match, int most, CancellationToken cancellationToken);

    /// <summary>Like <see cref="FindAsync"/> for several in one go: which of them each title matches, as a bit each.</summary>
    public abstract Task<Dictionary<int, int>> FindEachAsync(IReadOnlyList<Match> matches, int mostOfEach, CancellationToken cancellationToken);

    /// <summary>Which of these titles match.</summary>
    public abstract Task<List<int>> AmongAsync(Match match, IReadOnlyCollection<int> ids, CancellationToken cancellationToken);

    /// <summary>In how many titles each of these stems is; left out where in none.</summary>
    public abstract Task<Dictionary<string, int>> CountAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken);

    /// <summary>Known words filed under one of these keys, the most frequent first.</summary>
    public abstract Task<List<KnownWord>> NearAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>Puts titles into the index in place of what it held of them; one without terms leaves it.</summary>
    public abstract Task WriteAsync(IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken);

    /// <summary>Adds to the vocabulary. Words it knows already count <see cref="KnownWord.Titles"/> more.</summary>
    public abstract Task AddWordsAsync(IReadOnlyCollection<KnownWord> words, CancellationToken cancellationToken);

    /// <summary>Empties the index and the vocabulary.</summary>
    public abstract Task ClearAsync(CancellationToken cancellationToken);

    /// <summary>Brings the index into its fastest form after very many changes.</summary>
    public abstract Task OptimizeAsync(CancellationToken cancellationToken);

    /// <summary>A query for the numbers of the titles in the index, as <c>Value</c>.</summary>
    public abstract string IndexedIds { get; }

    protected async Task<DbCommand> CommandAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    protected async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = await CommandAsync(sql, cancellationToken, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected Task<List<T>> ReadAsync<T>(
        string sql, Func<DbDataReader, T> row, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        context.ReadAsync(sql, row, cancellationToken, parameters);
}

/// <summary>A stem of the vocabulary.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Written">A word it stands for, as written.</param>
/// <param name="Titles">In about how many titles it is: changes and removals are not counted until the index is rebuilt.</param>
internal sealed record KnownWord(string Stem, string Written, int Titles);

/// <summary>What the index holds of one title.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Terms">Its terms; null takes it out.</param>
/// <param name="IsNew">Whether the index cannot hold anything of it yet.</param>
internal sealed record IndexRow(int TitleId, IReadOnlyCollection<string>? Terms, bool IsNew);
