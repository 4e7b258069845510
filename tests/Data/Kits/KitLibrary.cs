using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Kits;
using LibraryBot.Data.People;
using LibraryBot.Data.Research;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Data.Kits;

/// <summary>A library with titles on ecosystems at several levels, in two languages and several formats, and what builds kits of it.</summary>
internal sealed class KitLibrary : IAsyncDisposable
{
    private KitLibrary(TestDatabase database)
    {
        Database = database;
        Catalog = database.Services.GetRequiredService<ICatalogSearch>();
        Standards = new StandardLookup(database.Factory);
        Profile = Some.Profile() with
        {
            InformationDatabases =
            [
                new InformationDatabase("Encyclopedia", new Uri("https://oak.example.org/encyclopedia")),
                new InformationDatabase("Science", new Uri("https://oak.example.org/science")) { Topics = ["ecosystems"], GradeLow = 3 },
                new InformationDatabase("History", new Uri("https://oak.example.org/history")) { Topics = ["civil war"] },
                new InformationDatabase("Enciclopedia", new Uri("https://oak.example.org/enciclopedia")) { Languages = ["spa"] },
            ],
        };
        Builder = new KitBuilder(database.Factory, Catalog, Standards, Profile);
    }

    public TestDatabase Database { get; }

    public LibraryProfile Profile { get; }

    public ICatalogSearch Catalog { get; }

    public StandardLookup Standards { get; }

    public KitBuilder Builder { get; }

    public int Teacher { get; private set; }

    public int Other { get; private set; }

    public int Student { get; private set; }

    public static async Task<KitLibrary> NewAsync(DatabaseKind kind, params Title[] more)
    {
        var library = new KitLibrary(await Databases.NewAsync(kind));
        await library.Database.AddAsync([.. Titles(), .. more]);
        var (teacher, other, student) = (
            new Person { Key = "t", DisplayName = "Ms. Cho", Role = Role.Teacher },
            new Person { Key = "o", DisplayName = "Mr. Lee", Role = Role.Staff },
            new Person { Key = "s", DisplayName = "Alex", Role = Role.Student, Grade = 5 });
        await library.Database.AddAsync(teacher, other, student);
        (library.Teacher, library.Other, library.Student) = (teacher.Id, other.Id, student.Id);
        return library;
    }

    /// <summary>Fifth grade: 6 copies in, 2 out; second grade: 3; Spanish: 1; a film; one online.</summary>
    public static IEnumerable<Title> Titles() =>
    [
        Book("Ecosystems of the World", "Ash, Ann", (4, 6), 3),
        Book("Food Webs", "Birch, Bo", (4, 7), 2),
        Book("The Living Pond", "Cedar, Cy", (5, 5), 1),
        Book("Wolves Return", "Dill, Di", (5, 6), 0, out_: 2),
        Book("Who Lives Here?", "Elm, Eve", (1, 2), 2, TitleFormat.PictureBook),
        Book("My First Habitat", "Fir, Fay", (2, 3), 1, TitleFormat.PictureBook),
        Book("El estanque vivo", "Haya, Inés", (4, 6), 1, language: "spa", subjects: ["Ecosistemas"]),
        Book("Planet of Life", "Oak, Olga", (3, 8), 1, TitleFormat.Video),
        Online("Ecosystems Online"),
        Book("College Ecology", "Pine, Pia", (9, 12), 5),
        Book("Soccer", "Reed, Ray", (4, 6), 9, subjects: ["Soccer"]),
    ];

    public static Title Book(
        string name, string author, (int, int) grades, int in_, TitleFormat format = TitleFormat.Book, string language = "eng", int out_ = 0, string[]? subjects = null, int? lexile = null)
    {
        var title = Some.Title(name, author, subjects ?? ["Ecosystems"], ["Informational works"], format: format, language: language, grades: grades, lexile: lexile, callNumber: "577", copies:
        [
            .. Enumerable.Range(0, in_).Select(_ => Some.Copy(location: "Nonfiction", callNumber: "577")),
            .. Enumerable.Range(0, out_).Select(at => Some.Copy(CopyStatus.CheckedOut, "Nonfiction", "577", new DateOnly(2026, 3, 10 + at))),
        ]);
        return title;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static Title Online(string name)
    {
        var title = Book(name, "Net, Nell", (4, 8), 0, TitleFormat.EBook);
        title.Link = "https://oak.example.org/ebook";
        return title;
    }
}
