using System.Text;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>
/// Which terms a title must have, as a tree. It is written out with every term quoted, so nothing that somebody typed is ever read as the
/// syntax of a search.
/// </summary>
internal abstract record Match
{
    /// <summary>A title with this term.</summary>
    public static Match Term(string term) => new OneTerm(term);

    /// <summary>A title that fits each of these. One alone stands for itself.</summary>
    public static Match All(IReadOnlyList<Match> parts) => parts.Count == 1 ? parts[0] : new Joined(parts, IsAll: true);

    /// <summary>A title that fits at least one of these. One alone stands for itself.</summary>
    public static Match Any(IReadOnlyList<Match> parts) => parts.Count == 1 ? parts[0] : new Joined(parts, IsAll: false);

    /// <summary>A title with one of these terms.</summary>
    public static Match AnyTerm(IEnumerable<string> terms) => Any([.. terms.Select(Term)]);

    /// <summary>A title that fits this, and none of those.</summary>
    public Match Without(IReadOnlyList<Match> parts) => parts.Count == 0 ? this : new Except(this, Any(parts));

    /// <summary>As FTS5 reads it.</summary>
    public string ToFts5() => Write(new StringBuilder(), new Syntax('"', " AND ", " OR ", " NOT ")).ToString();

    /// <summary>As PostgreSQL's tsquery reads it.</summary>
    public string ToTsQuery() => Write(new StringBuilder(), new Syntax('\'', " & ", " | ", " & !")).ToString();

    private protected abstract StringBuilder Write(StringBuilder text, Syntax syntax);

    private protected sealed record Syntax(char Quote, string And, string Or, string Not);

    private sealed record OneTerm(string Name) : Match
    {
        // Terms are letters and digits only.
        private protected override StringBuilder Write(StringBuilder text, Syntax syntax) => text.Append(syntax.Quote).Append(Name).Append(syntax.Quote);
    }

    private sealed record Joined(IReadOnlyList<Match> Parts, bool IsAll) : Match
    {
        private protected override StringBuilder Write(StringBuilder text, Syntax syntax)
        {
            text.Append('(');
            for (var at = 0; at < Parts.Count; at++)
            {
                Parts[at].Write(at == 0 ? text : text.Append(IsAll ? syntax.And : syntax.Or), syntax);
            }
            return text.Append(')');
        }
    }

    private sealed record Except(Match Wanted, Match Unwanted) : Match
    {
        private protected override StringBuilder Write(StringBuilder text, Syntax syntax)
        {
            Wanted.Write(text.Append('('), syntax);
            return Unwanted.Write(text.Append(syntax.Not), syntax).Append(')');
        }
    }
}
