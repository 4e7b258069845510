namespace LibraryBot.Dialogs.Understanding;

/// <summary>Words written as they sound in a chat that mean another word where they stand: "4 my report", "i want 2 read", "i want to no about sharks".</summary>
internal static class ChatSpelling
{
    private static readonly HashSet<string> s_whom = new(StringComparer.Ordinal) { "my", "me", "a", "an", "the", "kid", "kids", "boys", "girls", "him", "her", "u", "us", "school", "class", "reading" };
    private static readonly HashSet<string> s_does = new(StringComparer.Ordinal) { "read", "learn", "know", "no", "draw", "make", "find", "get", "go", "be", "see", "play", "write", "do", "borrow", "check" };
    private static readonly HashSet<string> s_wants = new(StringComparer.Ordinal) { "to", "2", "wanna", "gonna" };
    private static readonly HashSet<string> s_ofWhat = new(StringComparer.Ordinal) { "about", "abot", "abuot", "abt", "more", "how", "what", "why", "wut" };

    /// <summary>The words with those replaced.</summary>
    public static IEnumerable<Token> Resolve(IReadOnlyList<Token> tokens) => tokens.Select((token, at) => (token.Plain, Before(tokens, at), After(tokens, at)) switch
    {
        ("4", _, { } next) when s_whom.Contains(next) => As(token, "for"),
        ("2", not null, { } next) when s_does.Contains(next) => As(token, "to"),
        ("no", { } last, { } next) when s_wants.Contains(last) && s_ofWhat.Contains(next) => As(token, "know"),
        _ => token,
    });

    private static string? Before(IReadOnlyList<Token> tokens, int at) => at > 0 ? tokens[at - 1].Plain : null;

    private static string? After(IReadOnlyList<Token> tokens, int at) => at + 1 < tokens.Count && !tokens[at + 1].StartsPart ? tokens[at + 1].Plain : null;

    private static Token As(Token token, string word) => token with { Plain = word, Key = WordKey.Of(word) };
}
