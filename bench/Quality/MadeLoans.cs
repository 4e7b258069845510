using LibraryBot.Data.Catalog.Borrowing;

namespace LibraryBot.Bench.Quality;

/// <summary>
/// Loans that were never made, the same for the same seed: a few titles are borrowed by very many and most by a handful (Zipf), readers have two or
/// three tastes and an age, series are read on, and some loans are for no reason that a machine could know.
/// </summary>
internal static class MadeLoans
{
    private static readonly DateOnly First = new(2025, 8, 18);

    /// <summary>Makes them.</summary>
    /// <param name="readers">How many readers.</param>
    /// <param name="titles">How many titles, numbered from 1.</param>
    /// <param name="loansAReader">How many loans a reader has on average, about.</param>
    /// <param name="world">What the readers are like.</param>
    /// <param name="seed">Other loans for another number.</param>
    public static BorrowingHistory Make(int readers, int titles, double loansAReader, ReadersWorld world, int seed)
    {
        var random = new Random(seed);
        var books = Books(titles, world, random);
        var shelves = Enumerable.Range(0, world.Tastes).Select(taste => new Shelf([.. books.Where(book => book.Taste == taste || book.SecondTaste == taste)])).ToArray();
        var all = new Shelf(books);
        var history = new BorrowingHistory();
        for (var reader = 0; reader < readers; reader++)
        {
            var grade = random.Next(0, 13);
            var number = history.AddReader(grade);
            var tastes = Enumerable.Range(0, 2 + random.Next(2)).Select(_ => random.Next(world.Tastes)).ToArray();
            var count = (int)Math.Clamp(Math.Exp(Normal(random) * 0.9) * loansAReader * 0.67, 2, 400);
            var day = 0;
            Book? last = null;
            for (var loan = 0; loan < count; loan++)
            {
                var book = last?.Next is { } next && random.NextDouble() < world.ReadsOn ? next
                    : random.NextDouble() < world.ByChance ? all.Pick(random)
                    : shelves[tastes[random.Next(tastes.Length)]].Pick(random, grade);
                day += 1 + random.Next(200 / count + 1);
                history.Add(number, book.Id, First.AddDays(day));
                last = book;
            }
        }

        return history;
    }

    private static Book[] Books(int count, ReadersWorld world, Random random)
    {
        var books = new Book[count];
        for (var at = 0; at < count; at++)
        {
            var popularity = Math.Pow(at + 20, -world.Skew);
            books[at] = at > 0 && random.NextDouble() < 0.25 && books[at - 1] is { } before
                ? new Book(at + 1, before.Taste, before.SecondTaste, before.Grade, popularity)
                : new Book(at + 1, random.Next(world.Tastes), random.Next(3) == 0 ? random.Next(world.Tastes) : -1, random.Next(0, 13), popularity);
            if (at > 0 && books[at].Taste == books[at - 1].Taste && books[at].Grade == books[at - 1].Grade)
            {
                books[at - 1].Next = books[at];
            }
        }

        return books;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed class Book(int id, int taste, int secondTaste, int grade, double popularity)
    {
        public int Id => id;

        public int Taste => taste;

        public int SecondTaste => secondTaste;

        public int Grade => grade;

        public double Popularity => popularity;

        public Book? Next { get; set; }
    }

    /// <summary>Books to draw from, the popular more often, and those for the reader's age more than others.</summary>
    private sealed class Shelf
    {
        private readonly Book[] _books;
        private readonly double[] _upTo;

        public Shelf(Book[] books)
        {
            _books = books;
            _upTo = new double[books.Length];
            var sum = 0.0;
            for (var at = 0; at < books.Length; at++)
            {
                sum += books[at].Popularity;
                _upTo[at] = sum;
            }
        }

        public Book Pick(Random random)
        {
            var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
            return _books[Math.Min(at < 0 ? ~at : at, _books.Length - 1)];
        }

        public Book Pick(Random random, int grade)
        {
            var book = Pick(random);
            for (var tries = 0; tries < 4 && Math.Abs(book.Grade - grade) > 2; tries++)
            {
                book = Pick(random);
            }

            return book;
        }
    }
}

/// <summary>What made readers are like.</summary>
/// <param name="Name">What to call them.</param>
/// <param name="Tastes">How many tastes there are.</param>
/// <param name="Skew">The exponent of popularity: the higher, the more everybody borrows the same.</param>
/// <param name="ByChance">The share of loans without a reason.</param>
/// <param name="ReadsOn">How often the next of a series follows.</param>
internal sealed record ReadersWorld(string Name, int Tastes, double Skew, double ByChance, double ReadsOn)
{
    /// <summary>From readers of firm tastes to those of whom popularity tells more than plain cosine does.</summary>
    public static IReadOnlyList<ReadersWorld> All { get; } =
    [
        new("firm tastes", 120, 0.85, 0.35, 0.35),
        new("mixed", 80, 0.95, 0.5, 0.25),
        new("mostly chance", 60, 1.0, 0.65, 0.15),
    ];
}
