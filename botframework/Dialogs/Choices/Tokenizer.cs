namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Splits a text into words without knowing its language.</summary>
public class Tokenizer
{
    /// <summary>
    /// Breaks at white space, punctuation and symbols; each character beyond the Basic Multilingual Plane, where the emoji are, is a word of
    /// its own.
    /// </summary>
    public static TokenizerFunction DefaultTokenizer => (text, _) => Split(text);

    private static List<Token> Split(string? text)
    {
        var tokens = new List<Token>();
        text ??= string.Empty;
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            if (!isPair && !Breaks(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            Close(i);
            if (isPair)
            {
                tokens.Add(TokenOf(text, i, i + 1));
                i++;
            }
        }

        Close(text.Length);
        return tokens;

        void Close(int end)
        {
            if (start >= 0)
            {
                tokens.Add(TokenOf(text, start, end - 1));
                start = -1;
            }
        }
    }

    private static Token TokenOf(string text, int start, int end)
    {
        var word = text[start..(end + 1)];
        return new Token { Start = start, End = end, Text = word, Normalized = word.ToLowerInvariant() };
    }

    /// <summary>Controls, ASCII and Latin-1 punctuation, modifiers and combining marks, and the blocks of punctuation and symbols.</summary>
    private static bool Breaks(char c) => c
        is (<= '/')
        or (>= ':' and <= '@')
        or (>= '[' and <= '`')
        or (>= '{' and <= '\u00BF')
        or (>= '\u02B9' and <= '\u036F')
        or (>= '\u2000' and <= '\u2BFF')
        or (>= '\u2E00' and <= '\u2E7F');
}
