using LibraryBot.Data.Catalog;

namespace LibraryBot.Bench.Search;

/// <summary>Questions as they come to a library, by kind, the same for the same catalogue.</summary>
internal static class Asked
{
    public static IEnumerable<(string Kind, CatalogQuery Query)> Mix(MadeCatalog catalog, int titles, int count)
    {
        var random = new Random(23);
        string[] common = ["history", "dogs", "the book of the", "animals", "world war", "family", "dinosaurs", "space", "history of the world", "perros", "love", "magic"];
        string[][] synonyms = [["funny", "humorous"], ["dog", "dogs", "puppy"], ["mystery", "detective"], ["graphic novel", "comic"], ["magic", "fantasy", "dragon"], ["space", "planet", "star"]];
        for (var at = 0; at < count; at++)
        {
            var title = catalog.Title(random.Next(titles));
            var author = title.Contributors[0].Name.Split(", ");
            var subject = title.Subjects[0].Split(" -- ")[0];
            yield return (at % 20) switch
            {
                0 or 1 or 2 => ("a title", new() { Text = title.TitleProper }),
                3 => ("a title, asked for as such", new() { TitleWords = title.TitleProper }),
                4 or 5 => ("an author", new() { Text = $"{author[1]} {author[0]}" }),
                6 => ("title and author", new() { Text = $"{title.TitleProper} {author[0]}" }),
                7 or 8 => ("very common words", new() { Text = common[random.Next(common.Length)] }),
                9 or 10 => ("a subject", new() { Text = subject }),
                11 or 12 => ("misspelt", new() { Text = Misspelt(title.TitleProper, random) }),
                13 => ("nothing to be found", new() { Text = "xylqut brvngo" + random.Next(1000) }),
                14 => ("common words and filters", new() { Text = common[random.Next(common.Length)], Grades = new(4, 4), Formats = [TitleFormat.GraphicNovel], Languages = ["eng"] }),
                15 => ("common words, pages, in now", new() { Text = common[random.Next(common.Length)], PagesAtMost = 100, AvailableNow = true }),
                16 => ("subject and Lexile", new() { Text = subject, Lexiles = new(400, 700) }),
                17 => ("synonyms", new() { AnyOf = [synonyms[random.Next(3)], synonyms[3 + random.Next(3)]], Grades = new(3, 5), Without = ["ghost"] }),
                18 => ("filters only", new() { Languages = ["spa"], Grades = new(2, 3), AvailableNow = true }),
                _ => ("ISBN", new() { Text = title.Isbns[0].Isbn }),
            };
        }
    }

    private static string Misspelt(string title, Random random)
    {
        var at = random.Next(1, title.Length);
        return random.Next(3) switch
        {
            0 => title.Remove(at, 1),
            1 when at > 1 => title[..(at - 1)] + title[at] + title[at - 1] + title[(at + 1)..],
            _ => title[..at] + title[at] + title[at..],
        };
    }
}
