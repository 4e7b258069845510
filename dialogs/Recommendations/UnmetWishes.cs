using System.Text.RegularExpressions;
using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Notes what the library was asked for and does not have, without a trace of who asked.</summary>
internal sealed partial class UnmetWishes(IDbContextFactory<LibraryContext> libraries, ICatalogSearch catalog, OpeningTimes times)
{
    private const int Longest = 100;
    private const int Candidates = 20;

    /// <summary>Notes a wish; nothing where nothing is left of it once names, numbers, addresses and what is no word are out.</summary>
    public async Task NoteAsync(Wish wish, CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        var said = Numbers().Replace(Addresses().Replace(string.Join(" ", Parts(wish)), " "), " ");
        var wanted = Blanks().Replace(await WithoutNamesAsync(said, library, cancellationToken), " ").Trim();
        wanted = wanted.Length > Longest ? wanted[..Longest].TrimEnd() : wanted;
        if (!wanted.Any(char.IsLetterOrDigit) || wanted.Length < 2)
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
        new[] { wish.Isbn, wish.Title, wish.Author, wish.Like }.OfType<string>().Concat(wish.Topics).Where(part => part.Length > 0 && (part == wish.Isbn || !Gibberish.Is(part)))
            .Concat(wish.Flavors);

    // A first or last name of somebody on the roster is left out, unless it says something else as well: a word of our lists ("long", "short"),
    // or a name the catalogue knows ("king", "hatchet").
    private async Task<string> WithoutNamesAsync(string said, LibraryContext library, CancellationToken cancellationToken)
    {
        var names = await library.People.Select(person => person.DisplayName).ToListAsync(cancellationToken);
        var plain = Phrases.Plain(said);
        foreach (var name in names.Where(name => name.Contains(' ', StringComparison.Ordinal) && $" {plain} ".Contains($" {Phrases.Plain(name)} ", StringComparison.Ordinal)))
        {
            said = Regex.Replace(said, Regex.Escape(name), " ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }

        var parts = names.SelectMany(name => Phrases.Plain(name).Split(' ')).Where(part => part.Length > 1).ToHashSet(StringComparer.Ordinal);
        var found = Phrases.Plain(said).Split(' ').Where(word => parts.Contains(word) && !IsOrdinary(word)).ToHashSet(StringComparer.Ordinal);
        if (found.Count == 0)
        {
            return said;
        }

        var known = await catalog.SearchAsync(new CatalogQuery { Text = string.Join(' ', found), Take = Candidates }, cancellationToken);
        found.ExceptWith(known.Hits.SelectMany(hit => hit.Title.Contributors.Select(maker => maker.Name).Append(hit.Title.TitleProper)).SelectMany(name => Phrases.Plain(name).Split(' ')));
        return Word().Replace(said, word => found.Contains(Phrases.Plain(word.Value)) ? " " : word.Value);
    }

    private static bool IsOrdinary(string word) => WordLists.Instance.StartingWith(WordKey.Of(word)).Length > 0;

    [GeneratedRegex(@"\S+@\S+|https?://\S+|www\.\S+")]
    private static partial Regex Addresses();

    // Telephone and student numbers. An ISBN has thirteen digits and begins with 978 or 979; a year, or two of them, is history.
    [GeneratedRegex(
        @"(?<!\d)(?!97[89]\d{10}(?!\d))(?!(1\d|20)\d\d\s?[-–]\s?(1\d|20)?\d\d(?!\d))(\+?\(?\d[\d\-. ()]{3,}\d|(?!(1\d|20)\d\d(?!\d))\d{4}(?!\d))|\b\p{L}{1,3}\d{4,}\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\p{L}\p{M}'’]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
