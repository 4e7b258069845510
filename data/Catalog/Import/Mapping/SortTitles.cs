using System.Globalization;
using System.Text;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Makes the form of a title it files under.</summary>
public static class SortTitles
{
    /// <summary>The longest filing title; indexes hold no longer text on every database.</summary>
    public const int Longest = 250;

    private static readonly Dictionary<string, string[]> Articles = new(StringComparer.Ordinal)
    {
        ["eng"] = ["the ", "a ", "an "],
        ["spa"] = ["el ", "la ", "los ", "las ", "lo ", "un ", "una ", "unos ", "unas "],
        ["fre"] = ["le ", "la ", "les ", "l'", "l’", "un ", "une ", "des "],
        ["ger"] = ["der ", "die ", "das ", "ein ", "eine "],
        ["ita"] = ["il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "l’", "un ", "uno ", "una ", "un'", "un’"],
        ["por"] = ["o ", "a ", "os ", "as ", "um ", "uma "],
        ["cat"] = ["el ", "la ", "els ", "les ", "l'", "l’", "un ", "una "],
        ["dut"] = ["de ", "het ", "een ", "'t "],
    };

    /// <summary>The title in lower case, without its initial article, accents and punctuation, at most <see cref="Longest"/> characters.</summary>
    /// <param name="title">The title as printed.</param>
    /// <param name="language">Its MARC language code; null is taken as English.</param>
    /// <param name="nonfiling">
    /// How many characters the record says to skip (MARC 245, second indicator), or null where it does not say. A number that ends within
    /// a word is wrong and not followed; with 0 only "the" is taken off, since "A is for apple" files under its A.
    /// </param>
    public static string Make(string title, string? language, int? nonfiling = null)
    {
        var text = title.TrimStart();
        if (nonfiling is > 0 && nonfiling < text.Length && !char.IsLetterOrDigit(text[nonfiling.Value - 1]))
        {
            text = text[nonfiling.Value..];
        }
        else
        {
            text = WithoutArticle(text, language ?? "eng", nonfiling == 0);
        }

        var folded = Fold(text);
        return folded.Length > 0 ? Spaces.Cut(folded, Longest) : Spaces.Cut(Spaces.Collapse(title).ToLowerInvariant(), Longest);
    }

    /// <summary>Letters in lower case without marks, and figures; everything else makes a blank, apostrophes nothing.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                folded.Append(Plain(char.ToLowerInvariant(character)));
            }
            else if (character is not ('\'' or '’' or 'ʻ' or 'ʼ') && char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(char.IsSurrogate(character) ? character : ' ');
            }
        }

        return folded.ToString().Trim();
    }

    private static string WithoutArticle(string text, string language, bool onlyCertain)
    {
        var bare = text.TrimStart('"', '“', '«', '¡', '¿', '[', '(', '\'', '‘');
        foreach (var article in Articles.GetValueOrDefault(language) ?? [])
        {
            if (bare.Length > article.Length && bare.StartsWith(article, StringComparison.OrdinalIgnoreCase) && (!onlyCertain || article == "the "))
            {
                return bare[article.Length..];
            }
        }

        return bare;
    }

    private static string Plain(char letter) => letter switch
    {
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ı' => "i",
        _ => letter.ToString(),
    };
}
