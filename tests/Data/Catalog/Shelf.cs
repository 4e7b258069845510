using System.Collections.Concurrent;
using LibraryBot.Data.Catalog;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Catalog;

/// <summary>A small catalogue to search in, on either database; made once for a class of tests that only read.</summary>
public sealed class Shelf : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestDatabase>>> databases = [];

    public async Task<CatalogResults> FindAsync(DatabaseKind kind, CatalogQuery query) =>
        await (await SearchAsync(kind)).SearchAsync(query, default);

    /// <summary>The titles found, best first.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(DatabaseKind kind, CatalogQuery query) =>
        [.. (await FindAsync(kind, query)).Hits.Select(hit => hit.Title.TitleProper)];

    public async Task<ICatalogSearch> SearchAsync(DatabaseKind kind) => (await DatabaseAsync(kind)).Services.GetRequiredService<ICatalogSearch>();

    public Task<TestDatabase> DatabaseAsync(DatabaseKind kind) =>
        databases.GetOrAdd(kind, _ => new(() => FilledAsync(kind))).Value;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in databases.Values)
        {
            await (await database.Value).DisposeAsync();
        }
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await Databases.NewAsync(kind);
        await database.AddAsync([.. Titles()]);
        return database;
    }

    /// <summary>A title with one copy that is in.</summary>
    public static Title Title(
        string title, string? author = null, string[]? subjects = null, string? summary = null, TitleFormat format = TitleFormat.Book,
        string language = "eng", (int Low, int High)? grades = null, int? lexile = null, int? pages = null, string? series = null,
        string? number = null, string[]? genres = null, CopyStatus status = CopyStatus.Available, string location = "Fiction",
        string? isbn = null, int? year = null, string[]? awards = null, string? subtitle = null) => new()
        {
            Key = Guid.NewGuid().ToString(),
            TitleProper = title,
            Subtitle = subtitle,
            SortTitle = title,
            Contributors = author is null ? [] : [new Contributor(author, "author")],
            Subjects = [.. subjects ?? []],
            Genres = [.. genres ?? []],
            Summary = summary,
            Format = format,
            Languages = [.. language.Split(' ')],
            GradeLow = grades?.Low,
            GradeHigh = grades?.High,
            Lexile = lexile,
            Pages = pages,
            SeriesName = series,
            SeriesNumber = number,
            Year = year,
            Awards = [.. awards ?? []],
            Isbns = isbn is null ? [] : [new TitleIsbn { Isbn = isbn }],
            Copies = [new Copy { Barcode = Guid.NewGuid().ToString(), Status = status, Location = location }],
        };

    private static IEnumerable<Title> Titles() =>
    [
        Title("The hatchet man of Alder Creek", "Doe, Ann", ["Lumber trade -- Fiction"], "A logger with a hatchet."),
        Title("Hatchet", "Paulsen, Gary", ["Survival -- Fiction", "Wilderness -- Fiction"], "A boy alone in the Canadian forest after a crash.",
            grades: (6, 8), lexile: 1020, pages: 195, series: "Brian's saga", number: "1", isbn: "9781416936473", awards: ["Newbery Honor, 1988"]),
        Title("The river", "Paulsen, Gary", ["Survival -- Fiction"], "Brian goes back into the wilderness.", grades: (6, 8), lexile: 960,
            pages: 132, series: "Brian's saga", number: "2"),
        Title("Brian's winter", "Paulsen, Gary", ["Survival -- Fiction"], "What if nobody had come?", grades: (6, 8), pages: 133,
            series: "Brian's saga", number: "3"),
        Title("My side of the mountain", "George, Jean Craighead", ["Survival -- Fiction"], "With a hatchet and a falcon, a boy lives in a tree.",
            grades: (4, 7), pages: 177, awards: ["Newbery Honor, 1960"]),
        Title("Harry Potter and the sorcerer's stone", "Rowling, J. K.", ["Wizards -- Fiction", "Magic -- Fiction"], "A boy finds out he is a wizard.",
            grades: (3, 8), lexile: 880, pages: 309, series: "Harry Potter", number: "1"),
        Title("Harry Potter and the chamber of secrets", "Rowling, J. K.", ["Wizards -- Fiction"], "The second year at school.",
            grades: (3, 8), pages: 341, series: "Harry Potter", number: "2", status: CopyStatus.CheckedOut),
        Title("Harry Potter y la piedra filosofal", "Rowling, J. K.", ["Magos -- Novela juvenil"], language: "spa", grades: (3, 8), pages: 254),
        Title("The adventures of Captain Underpants", "Pilkey, Dav", ["Humorous stories"], "Two boys hypnotize their principal.",
            TitleFormat.Book, grades: (2, 5), pages: 124, series: "Captain Underpants", number: "1"),
        Title("Dog Man", "Pilkey, Dav", ["Dogs -- Fiction", "Police -- Fiction"], "Half dog, half officer, all funny.", TitleFormat.GraphicNovel,
            grades: (2, 4), pages: 240, genres: ["Graphic novels", "Humorous comics"], series: "Dog Man", number: "1", location: "Graphic novels"),
        Title("Dog Man unleashed", "Pilkey, Dav", ["Dogs -- Fiction"], "More of it.", TitleFormat.GraphicNovel, grades: (2, 4), pages: 224,
            genres: ["Graphic novels", "Humorous comics"], series: "Dog Man", number: "2", location: "Graphic novels"),
        Title("Dogs", "Gibbons, Gail", ["Dogs"], "Kinds of dogs and how they live.", TitleFormat.PictureBook, grades: (0, 3), pages: 32,
            location: "Nonfiction"),
        Title("Spiderman, the first comic", "Lee, Stan", ["Superheroes -- Comic books"], genres: ["Graphic novels"], format: TitleFormat.GraphicNovel),
        Title("Charlotte's web", "White, E. B.", ["Pigs -- Fiction", "Spiders -- Fiction"], "A spider saves a pig.", grades: (3, 5), lexile: 680,
            pages: 184),
        Title("Un perro llamado Canelo", "García, Luz", ["Perros -- Cuentos"], "Un perro busca su casa.", TitleFormat.PictureBook, "spa",
            grades: (0, 2), pages: 32, location: "Español"),
        Title("Los animales de la selva", "Peña, Matt de la", ["Animales de la selva"], "Jaguares, peces y monos.", language: "spa eng",
            grades: (1, 3), pages: 40),
        Title("México: tierra de volcanes", "Núñez, José", ["México -- Historia", "Volcanes"], language: "spa", grades: (4, 6), pages: 64),
        Title("Wolves", "Gibbons, Gail", ["Wolves"], "How wolves live in packs.", TitleFormat.PictureBook, grades: (1, 4), pages: 32,
            location: "Nonfiction"),
        Title("Julie of the forest", "Frost, Ida", ["Arctic regions -- Fiction"], "A girl is taken in by wolves.", grades: (5, 8), pages: 170),
        Title("Dinosaurs before dark", "Osborne, Mary Pope", ["Dinosaurs -- Fiction", "Time travel -- Fiction"], "A tree house goes back in time.",
            grades: (1, 4), pages: 68, series: "Magic tree house", number: "1"),
        Title("Elephants can remember", "Christie, Agatha", ["Detective and mystery stories"], "A case from long ago.", pages: 256),
        Title("Vampires in the attic", "Grim, Otto", ["Vampires -- Fiction", "Humorous stories"], "Funny neighbors with teeth.", grades: (3, 6)),
        Title("It", "King, Stephen", ["Horror tales"]),
        Title("The giver", "Lowry, Lois", ["Dystopias -- Fiction"], "A boy receives the memories of his people.", grades: (6, 9), lexile: 760,
            awards: ["Newbery Medal, 1994"], status: CopyStatus.CheckedOut),
        Title("Robert'); DROP TABLE \"Titles\";--", "Tables, Bobby", ["SQL (Computer program language)"]),
        Title("NEAR(the \"star*\") -wars", "Query, Ann"),
    ];
}
