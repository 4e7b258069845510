namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>An ISBN of 10 or 13 digits, with or without hyphens, whose check digit is right (ISO 2108).</summary>
internal static class IsbnReader
{
    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var digits = string.Empty;
            for (var end = at; sentence.IsFree(end) && digits.Length < 13; end++)
            {
                var token = sentence.Tokens[end];
                if (!token.Plain.All(c => char.IsAsciiDigit(c) || c == 'x') || end > at && token.Gap is not ("-" or " " or "–" or "" or "‐"))
                {
                    break;
                }

                digits += token.Plain;
                if (Thirteen(digits) is { } isbn)
                {
                    sentence.Use(at, end - at + 1);
                    UseLabel(sentence, at);
                    return wish with { Isbn = isbn };
                }
            }
        }

        return wish;
    }

    private static void UseLabel(Sentence sentence, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 2; before--)
        {
            if (sentence.Tokens[before].Plain is "isbn" or "isbn10" or "isbn13" or "number" or "numero")
            {
                sentence.Use(before, 1);
            }
        }
    }

    private static string? Thirteen(string digits)
    {
        if (digits.Length == 10 && digits[..9].All(char.IsAsciiDigit))
        {
            var sum = Enumerable.Range(0, 10).Sum(at => (10 - at) * (digits[at] == 'x' ? 10 : digits[at] - '0'));
            return sum % 11 == 0 ? WithCheckDigit("978" + digits[..9]) : null;
        }

        return digits.Length == 13 && digits.All(char.IsAsciiDigit) && digits.StartsWith("97", StringComparison.Ordinal)
            && WithCheckDigit(digits[..12]) == digits ? digits : null;
    }

    private static string WithCheckDigit(string twelve)
    {
        var sum = Enumerable.Range(0, 12).Sum(at => (twelve[at] - '0') * (at % 2 == 0 ? 1 : 3));
        return twelve + (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
