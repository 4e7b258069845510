namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>International Standard Book Numbers (ISO 2108).</summary>
public static class Isbn
{
    /// <summary>
    /// Reads the number at the beginning of a text such as "0-674-01292-5 (alk. paper)" and returns its 13 digits, those of an ISBN-10
    /// converted; null where there is none or its check digit is wrong.
    /// </summary>
    public static string? Parse(string text)
    {
        Span<char> digits = stackalloc char[14];
        var count = 0;
        foreach (var character in text.AsSpan().TrimStart())
        {
            if (char.IsAsciiDigit(character) || (character is 'x' or 'X' && count == 9))
            {
                if (count == 13)
                {
                    return null;
                }

                digits[count++] = char.ToUpperInvariant(character);
                if (char.IsAsciiLetter(character))
                {
                    break;
                }
            }
            else if (character is not ('-' or ' ' or '\u2010' or '\u2011' or '\u2013'))
            {
                break;
            }
        }

        return count switch
        {
            10 when HasCheckDigit10(digits[..10]) => Convert(digits[..9]),
            13 when IsBookland(digits[..13]) && CheckDigit13(digits[..12]) == digits[12] => digits[..13].ToString(),
            _ => null,
        };
    }

    private static bool IsBookland(ReadOnlySpan<char> digits) => digits.StartsWith("978") || digits.StartsWith("979");

    private static bool HasCheckDigit10(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < 10; index++)
        {
            sum += (10 - index) * (digits[index] == 'X' ? 10 : digits[index] - '0');
        }

        return sum % 11 == 0;
    }

    private static string Convert(ReadOnlySpan<char> nine)
    {
        var twelve = string.Concat("978", nine);
        return twelve + CheckDigit13(twelve);
    }

    private static char CheckDigit13(ReadOnlySpan<char> twelve)
    {
        var sum = 0;
        for (var index = 0; index < 12; index++)
        {
            sum += (index % 2 == 0 ? 1 : 3) * (twelve[index] - '0');
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
