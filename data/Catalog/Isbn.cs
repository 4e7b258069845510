using System.Globalization;

namespace LibraryBot.Data.Catalog;

/// <summary>International Standard Book Numbers, ISO 2108: ten digits with a check digit modulo 11 (the last may be X), or thirteen modulo 10.</summary>
public static class Isbn
{
    /// <summary>An ISBN with or without hyphens or blanks, as thirteen digits; null where the text is none or its check digit is wrong.</summary>
    public static string? Parse(string? text)
    {
        if (text is null || text.Length > 40)
        {
            return null;
        }
        var digits = new string([.. text.Where(c => c is not ('-' or ' ' or '‐' or '‑' or '–'))]);
        return digits.Length switch
        {
            13 when HasOnlyDigits(digits) && digits[12] == Check13(digits) => digits,
            10 when HasOnlyDigits(digits.AsSpan(0, 9)) && char.ToUpperInvariant(digits[9]) == Check10(digits) => From10(digits),
            _ => null,
        };
    }

    /// <summary>The first ISBN in a text, as thirteen digits, or null.</summary>
    public static string? Find(string? text)
    {
        var rest = text.AsSpan(0, Math.Min(text?.Length ?? 0, 1000));
        for (var start = 0; start < rest.Length; start++)
        {
            if (!char.IsAsciiDigit(rest[start]) || (start > 0 && char.IsLetterOrDigit(rest[start - 1])))
            {
                continue;
            }
            var end = start;
            while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '-' or ' ' or 'x' or 'X' or '‐' or '‑' or '–'))
            {
                end++;
            }
            for (var length = Math.Min(end - start, 20); length >= 10; length--)
            {
                if ((start + length == rest.Length || !char.IsLetterOrDigit(rest[start + length]))
                    && Parse(rest.Slice(start, length).ToString()) is { } isbn)
                {
                    return isbn;
                }
            }
        }
        return null;
    }

    private static string From10(string ten)
    {
        var first = "978" + ten[..9];
        return first + Check13(first);
    }

    private static char Check13(string digits)
    {
        var sum = digits.Take(12).Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 1 : 3)).Sum();
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private static char Check10(string digits)
    {
        var check = (11 - (digits.Take(9).Select((digit, at) => (digit - '0') * (10 - at)).Sum() % 11)) % 11;
        return check == 10 ? 'X' : check.ToString(CultureInfo.InvariantCulture)[0];
    }

    private static bool HasOnlyDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
