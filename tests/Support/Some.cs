using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;

namespace LibraryBot.Tests.Support;

/// <summary>Things of the library, good enough for a test that says only what it is about.</summary>
internal static class Some
{
    private static readonly DateTimeOffset s_longAgo = new(2025, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static int s_barcode = 1000;

    public static Title Title(
        string name,
        string author = "Doe, Jane",
        string[]? subjects = null,
        string[]? genres = null,
        string? summary = null,
        TitleFormat format = TitleFormat.Book,
        string language = "eng",
        (int Low, int High)? grades = null,
        int? pages = null,
        int? lexile = null,
        (string Name, string Number)? series = null,
        string? award = null,
        string callNumber = "FIC DOE",
        string? isbn = null,
        string? subtitle = null,
        Copy[]? copies = null) => new()
        {
            Key = $"{name}/{format}/{language}",
            TitleProper = name,
            Subtitle = subtitle,
            SortTitle = name.ToLowerInvariant(),
            Contributors = [new Contributor(author, "author")],
            Subjects = [.. subjects ?? []],
            Genres = [.. genres ?? []],
            Summary = summary,
            Format = format,
            Languages = [language],
            GradeLow = grades?.Low,
            GradeHigh = grades?.High,
            Pages = pages,
            Lexile = lexile,
            SeriesName = series?.Name,
            SeriesNumber = series?.Number,
            Awards = award is null ? [] : [award],
            CallNumber = callNumber,
            Isbns = isbn is null ? [] : [new TitleIsbn { Isbn = isbn }],
            AddedAt = s_longAgo,
            Copies = [.. copies ?? [Copy(callNumber: callNumber)]],
        };

    public static Copy Copy(CopyStatus status = CopyStatus.Available, string location = "Fiction", string callNumber = "FIC DOE", DateOnly? due = null) => new()
    {
        Barcode = $"T{Interlocked.Increment(ref s_barcode)}",
        Status = status,
        Location = location,
        CallNumber = callNumber,
        DueOn = due,
    };

    /// <summary>A school whose library is open on weekdays and has a contact and a link.</summary>
    public static LibraryProfile Profile() => new()
    {
        Name = "Oak Library",
        School = "Oak School",
        TimeZone = "America/Chicago",
        Where = new Dictionary<string, string> { ["en"] = "We are next to the gym.", ["es"] = "Estamos al lado del gimnasio." },
        Contact = new LibraryContact("Ms. Ortiz", "ortiz@oak.example.org", null),
        Hours = Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .ToDictionary(day => day, day => new OpeningHours(new TimeOnly(7, 30), day == DayOfWeek.Friday ? new TimeOnly(15, 0) : new TimeOnly(16, 0))),
        ClosedDays =
        [
            new ClosedDay(new DateOnly(2026, 3, 23), new DateOnly(2026, 3, 27), new Dictionary<string, string> { ["en"] = "spring break", ["es"] = "vacaciones de primavera" }),
        ],
        QuickLinks = [new QuickLink(new Dictionary<string, string> { ["en"] = "E-books", ["es"] = "Libros electrónicos" }, new Uri("https://oak.example.org/ebooks"))],
        Shelves = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["Fiction"] = new Dictionary<string, string> { ["en"] = "Fiction, by the windows", ["es"] = "Ficción, junto a las ventanas" },
            ["Graphic novels"] = new Dictionary<string, string> { ["en"] = "Graphic novels, the spinning rack", ["es"] = "Novelas gráficas, el exhibidor giratorio" },
        },
    };

    /// <summary>A small shelf that most questions can be asked of.</summary>
    public static List<Title> Shelf() =>
    [
        Title("Hatchet", "Paulsen, Gary", ["Survival -- Fiction", "Airplane crashes -- Fiction"], ["Adventure fiction"],
            "A boy alone in the woods has only a hatchet.", grades: (5, 8), pages: 195, lexile: 1020, series: ("Brian's Saga", "1"), award: "Newbery Honor, 1988",
            callNumber: "FIC PAU", isbn: "9780027701302", copies: [Copy(callNumber: "FIC PAU")]),
        Title("Hatchet", "Paulsen, Gary", ["Survival -- Fiction"], ["Adventure fiction"], format: TitleFormat.Audiobook, grades: (5, 8), callNumber: "CD PAU",
            copies: [Copy(CopyStatus.CheckedOut, "Audio/Video", "CD PAU", new DateOnly(2026, 3, 10))]),
        Title("Brian's Winter", "Paulsen, Gary", ["Survival -- Fiction", "Winter -- Fiction"], ["Adventure fiction"], grades: (5, 8), pages: 133,
            series: ("Brian's Saga", "3"), callNumber: "FIC PAU", copies: [Copy(CopyStatus.CheckedOut, due: new DateOnly(2026, 3, 12), callNumber: "FIC PAU")]),
        Graphic("Dog Man", "Pilkey, Dav", ["Dogs -- Fiction", "Police -- Fiction"], (1, 4), 240, ("Dog Man", "1")),
        Graphic("Dog Man Unleashed", "Pilkey, Dav", ["Dogs -- Fiction", "Cats -- Fiction"], (1, 4), 224, ("Dog Man", "2")),
        Graphic("Narwhal: Unicorn of the Sea", "Clanton, Ben", ["Narwhal -- Fiction", "Friendship -- Fiction"], (0, 3), 64, ("Narwhal and Jelly", "1")),
        Graphic("El Deafo", "Bell, Cece", ["Deaf children -- Comic books", "Schools -- Fiction"], (3, 6), 233),
        Graphic("Lunch Lady and the Cyborg Substitute", "Krosoczka, Jarrett", ["Schools -- Fiction", "Robots -- Fiction"], (2, 5), 96, ("Lunch Lady", "1")),
        Graphic("Hombre Perro", "Pilkey, Dav", ["Dogs -- Fiction", "Perros -- Ficción"], (1, 4), 240, ("Hombre Perro", "1"), "spa"),
        Title("Dracula for Beginners", "Night, Victor", ["Vampires -- Fiction", "Castles -- Fiction"], ["Humorous fiction", "Horror fiction"], grades: (4, 7), pages: 150),
        Title("Shark Lady", "Keating, Jess", ["Sharks", "Women scientists"], ["Biographies", "Picture books"], "The life of a scientist who loved sharks.",
            TitleFormat.PictureBook, grades: (0, 3), pages: 40, callNumber: "597.3 KEA"),
        Title("All About Sharks", "Fin, Sandy", ["Sharks"], ["Informational works"], "Teeth, fins and where sharks live.", grades: (3, 6), pages: 64, callNumber: "597.3 FIN"),
        Title("Esperanza renace", "Ryan, Pam Muñoz", ["Mexican Americans -- Fiction"], ["Historical fiction"], language: "spa", grades: (5, 8), pages: 272, callNumber: "SP FIC RYA"),
    ];

    private static Title Graphic(string name, string author, string[] subjects, (int, int) grades, int pages, (string, string)? series = null, string language = "eng") =>
        Title(name, author, subjects, ["Graphic novels", "Humorous comics"], $"A funny comic about {name}.", TitleFormat.GraphicNovel, language, grades, pages,
            series: series, callNumber: "GN", copies: [Copy(location: "Graphic novels", callNumber: "GN")]);
}
