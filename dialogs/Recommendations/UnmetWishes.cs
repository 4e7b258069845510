using System.Text.RegularExpressions;
using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Understanding;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Notes what the library was asked for and does not have, without a trace of who asked.</summary>
internal sealed partial class UnmetWishes(IDbContextFactory<LibraryContext> libraries, OpeningTimes times)
{
    private const int Longest = 100;

    /// <summary>Notes a wish; nothing where nothing is left of it once names, numbers and addresses are out.</summary>
    public async Task NoteAsync(Wish wish, CancellationToken cancellationToken)
    {
        var wanted = Blanks().Replace(Private().Replace(string.Join(" ", Parts(wish)), " "), " ").Trim();
        wanted = wanted.Length > Longest ? wanted[..Longest].TrimEnd() : wanted;
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        if ((wanted.Length < 2 && wish.Formats.Count + wish.Languages.Count == 0) || await library.People.AnyAsync(person => wanted.Contains(person.DisplayName), cancellationToken))
        {
            return;
        }

        library.UnmetWishes.Add(new UnmetWish
        {
            On = times.Today,
            Wanted = wanted,
            Grade = wish.Grades?.Low,
            Format = wish.Formats.Count == 1 ? wish.Formats[0] : null,
            Language = wish.Languages.Count == 1 ? wish.Languages[0] : null,
        });
        await library.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<string> Parts(Wish wish) =>
        new[] { wish.Isbn, wish.Title, wish.Author, wish.Like }.OfType<string>().Concat(wish.Topics).Concat(wish.Flavors).Where(part => part.Length > 0);

    // Addresses, telephone and student numbers; an ISBN has thirteen digits and begins with 978 or 979.
    [GeneratedRegex(@"\S+@\S+|https?://\S+|www\.\S+|(?<!\d)(?!97[89]\d{10}(?!\d))\+?\d[\d\-. ()]{3,}\d")]
    private static partial Regex Private();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
