using System.Buffers;
using System.Globalization;
using System.Text;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>Cuts text into words and numbers, leaving out e-mail and web addresses. Any text is safe: half surrogates, other scripts, control characters.</summary>
internal static class Tokenizer
{
    /// <summary>How much of a text is read, in characters. No sensible question is longer.</summary>
    public const int Limit = 2000;

    private static readonly SearchValues<char> s_blanks = SearchValues.Create(" \t\r\n\u00A0");
    private static readonly SearchValues<char> s_ends = SearchValues.Create(",.;:!?()\n¿¡");

    /// <summary>The words of a text, in order.</summary>
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var quotes = new QuoteCounter();
        var end = Math.Min(text.Length, Limit);
        var gapStart = 0;
        for (var at = 0; at < end;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                quotes.See(text, at);
                at++;
                continue;
            }

            if ((at == 0 || char.IsWhiteSpace(text[at - 1])) && LengthOfAddress(text.AsSpan(at, end - at)) is > 0 and var address)
            {
                at += address;
                continue;
            }

            var start = at;
            while (at < end && (IsInside(text, at, end) || char.IsLetterOrDigit(text[at])))
            {
                at++;
            }

            var plain = Plain(text.AsSpan(start, at - start));
            var gap = text[gapStart..start];
            if (plain.Length > 0)
            {
                tokens.Add(new Token(start, at, plain, gap, char.IsUpper(text[start]))
                {
                    StartsPart = gap.AsSpan().ContainsAny(s_ends) && !FollowsInitial(tokens, gap),
                    Quote = quotes.Current,
                });
                gapStart = at;
            }
        }

        return tokens;
    }

    /// <summary>Lower case, without accents and apostrophes; ñ becomes n, as many type it.</summary>
    public static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                if (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or ',')
                {
                    plain.Append(char.ToLowerInvariant((char)rune.Value));
                }
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                // Half a surrogate pair comes out of the enumeration as U+FFFD, which is no letter, so that normalising cannot fail.
                foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD))
                {
                    if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                    {
                        plain.Append(char.ToLowerInvariant(part));
                    }
                }
            }
        }

        return plain.ToString();
    }

    // Apostrophes and combining accents belong to their word, a point or comma to its number ("4.5").
    private static bool IsInside(string text, int at, int end) => at > 0 && at + 1 < end && text[at] switch
    {
        '\'' or '’' or '´' or '`' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
        '.' or ',' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
        _ => CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark,
    } || char.IsSurrogate(text[at]) && char.IsSurrogatePair(text, at);

    // Where somebody can be written to is nothing to read about: its parts are no words.
    private static int LengthOfAddress(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(s_blanks) is >= 0 and var blank ? blank : rest.Length;
        var chunk = rest[..length];
        return chunk.IndexOf('@') is > 0 and var mark && mark < length - 1 && char.IsLetterOrDigit(chunk[mark + 1])
            || chunk.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? length : 0;
    }

    private static bool FollowsInitial(List<Token> tokens, string gap) =>
        gap.AsSpan().Trim() is "." && tokens.Count > 0 && tokens[^1].IsCapitalized && tokens[^1].Plain is { Length: 1 } or "mr" or "mrs" or "ms" or "dr" or "sr" or "sra";

    private sealed class QuoteCounter
    {
        private int _pairs;
        private bool _isOpen;

        public int Current => _isOpen ? _pairs : 0;

        public void See(string text, int at)
        {
            var opens = text[at] is '“' or '«' or '„' || text[at] == '"' && !_isOpen;
            if (opens && text.AsSpan(at + 1).IndexOfAny("\"”»“") >= 0)
            {
                _pairs++;
                _isOpen = true;
            }
            else if (text[at] is '"' or '”' or '»' or '“')
            {
                _isOpen = false;
            }
        }
    }
}
