using System.Globalization;
using System.Text;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>Sentences in a form to compare: lower case, without accents, apostrophes and punctuation, one blank between words.</summary>
internal static class Phrases
{
    /// <summary>"¡Qué tal, I'm  OK!" becomes "que tal im ok".</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                plain.Append(char.ToLowerInvariant(character));
            }
            else if (character is not ('\'' or '’' or '´' or '`')
                && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
