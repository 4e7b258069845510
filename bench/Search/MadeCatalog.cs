using System.Globalization;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Bench.Search;

/// <summary>
/// A catalogue of any size, the same for the same size: words, names and headings are distributed as they are in libraries (Zipf: a few in
/// very many titles, most in one or two), and titles have the parts that search and filters look at.
/// </summary>
internal sealed class MadeCatalog
{
    private static readonly string[] Common = """
        history world life dogs cats animals school family love story war children friends night home day space ocean science magic king
        adventure mystery dragon river water earth music art house garden city country winter summer star moon sun sea forest mountain horse
        wolf bear bird fish dinosaur ghost secret lost great little big new old american first time boy girl mother father brother sister
        princess pirate robot planet weather food sports soccer baseball basketball football game book guide introduction encyclopedia people
        women men black white red blue green golden silver dark light fire ice snow rain wind storm island castle school teacher doctor train
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Spanish = """
        perro gato casa historia mundo vida noche amigo niño niña escuela libro cuento mar luna sol árbol caballo pájaro pez volcán selva
        animal familia corazón montaña río ciudad viaje secreto dragón bruja rey reina princesa estrella canción abuela hermano México
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Small = ["the", "of", "and", "a", "in", "to", "for", "with", "on", "my"];
    private static readonly string[] Divisions = ["Fiction", "Juvenile fiction", "History", "Juvenile literature", "United States", "Biography", "Pictorial works"];
    private static readonly string[] GenreTerms = ["Graphic novels", "Picture books", "Mystery fiction", "Fantasy fiction", "Humorous fiction", "Biographies", "Historical fiction", "Science fiction"];
    private static readonly string[] Shelves = ["Fiction", "Nonfiction", "Easy", "Graphic novels", "Español", "Reference", "Biography", "Professional"];

    private readonly string[] words;
    private readonly string[] surnames;
    private readonly string[] names;
    private readonly string[] headings;

    public MadeCatalog(int size)
    {
        var random = new Random(17);
        words = [.. Common, .. Made(random, 20_000 + (size / 10), 2, 4)];
        surnames = [.. Made(random, 5_000 + (size / 20), 2, 3)];
        names = [.. Made(random, 800, 2, 2)];
        headings = [.. Enumerable.Range(0, 3_000 + (size / 100)).Select(_ =>
            $"{Capital(Pick(words, random, 0.9))}{(random.Next(3) == 0 ? " " + Pick(words, random) : "")}"
            + (random.Next(10) < 8 ? " -- " + Pick(Divisions, random) : ""))];
    }

    /// <summary>Title number so many of the catalogue, without its place in a database.</summary>
    public Title Title(int number)
    {
        var random = new Random(number * 7919);
        var isSpanish = random.Next(12) == 0;
        var vocabulary = isSpanish ? Spanish : words;
        var title = string.Join(' ', Phrase(random, vocabulary, 1 + random.Next(5), small: 0.35));
        var format = (random.Next(20)) switch { < 9 => TitleFormat.Book, < 13 => TitleFormat.PictureBook, < 15 => TitleFormat.GraphicNovel, 15 => TitleFormat.Audiobook, 16 => TitleFormat.EBook, 17 => TitleFormat.Video, _ => TitleFormat.Book };
        var low = random.Next(-1, 10);
        var isbn = Enumerable.Range(0, 10).Select(check => (9780000000000L + (number * 10L) + check).ToString(CultureInfo.InvariantCulture))
            .First(isbn => Isbn.Parse(isbn) is not null);
        return new Title
        {
            Id = number + 1,
            Key = "MADE:" + number.ToString(CultureInfo.InvariantCulture),
            TitleProper = Capital(title),
            Subtitle = random.Next(4) == 0 ? string.Join(' ', Phrase(random, vocabulary, 3, small: 0.3)) : null,
            SortTitle = title,
            Contributors = [.. Enumerable.Range(0, 1 + (random.Next(3) == 0 ? 1 : 0)).Select(at => new Contributor($"{Capital(Pick(surnames, random, 0.7))}, {Capital(Pick(names, random))}", at == 0 ? "author" : "illustrator"))],
            Subjects = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Pick(headings, random, 0.8)).Distinct()],
            Genres = random.Next(2) == 0 ? [Pick(GenreTerms, random)] : [],
            Summary = random.Next(4) > 0 ? string.Join(' ', Phrase(random, vocabulary, 30 + random.Next(30), small: 0.4)) : null,
            SeriesName = random.Next(4) == 0 ? Capital(string.Join(' ', Phrase(random, vocabulary, 2, small: 0))) : null,
            SeriesNumber = random.Next(4) == 0 ? (1 + random.Next(12)).ToString(CultureInfo.InvariantCulture) : null,
            Languages = isSpanish ? ["spa"] : ["eng"],
            Pages = 16 + random.Next(400),
            Format = format,
            Year = 1970 + random.Next(55),
            GradeLow = random.Next(4) > 0 ? low : null,
            GradeHigh = random.Next(4) > 0 ? Math.Min(12, low + 4) : null,
            Lexile = random.Next(3) == 0 ? random.Next(100, 1300) : null,
            CallNumber = "FIC",
            Isbns = [new TitleIsbn { Isbn = isbn }],
            Copies = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(at => new Copy
            {
                Id = (number * 2) + at + 1,
                Barcode = $"{number}-{at}",
                Location = Pick(Shelves, random),
                Status = random.Next(5) == 0 ? CopyStatus.CheckedOut : CopyStatus.Available,
            })],
        };
    }

    private static List<string> Phrase(Random random, string[] vocabulary, int length, double small)
    {
        var phrase = new List<string>();
        for (var at = 0; at < length; at++)
        {
            if (random.NextDouble() < small)
            {
                phrase.Add(Small[random.Next(Small.Length)]);
            }
            phrase.Add(Pick(vocabulary, random));
        }
        return phrase;
    }

    // Rank r is drawn about as often as 1/(r + 8)^s (Zipf and Mandelbrot), by inverting the continuous distribution: the commonest word
    // is in a good third of the records, as in a library.
    private static string Pick(string[] from, Random random, double s = 0.95)
    {
        const double Shift = 8;
        var low = Math.Pow(Shift, 1 - s);
        var high = Math.Pow(from.Length + Shift, 1 - s);
        var rank = Math.Pow(low + ((high - low) * random.NextDouble()), 1 / (1 - s)) - Shift;
        return from[Math.Clamp((int)rank, 0, from.Length - 1)];
    }

    private static HashSet<string> Made(Random random, int count, int fewest, int most)
    {
        string[] starts = ["b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "w"];
        string[] middles = ["a", "e", "i", "o", "u", "ai", "ea", "oo"];
        string[] ends = ["", "n", "r", "l", "s", "t", "m", "ck", "nd"];
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < count)
        {
            made.Add(string.Concat(Enumerable.Range(0, random.Next(fewest, most + 1)).Select(_ =>
                starts[random.Next(starts.Length)] + middles[random.Next(middles.Length)] + ends[random.Next(ends.Length)])));
        }
        return made;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
