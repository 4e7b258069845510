namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>As much of a title as is needed to say how well it follows another or answers a wish.</summary>
internal sealed record ReadAlike
{
    public required int Id { get; init; }

    public required string TitleProper { get; init; }

    public required List<Contributor> Contributors { get; init; }

    public required string? SeriesName { get; init; }

    public required string? SeriesNumber { get; init; }

    public required List<string> Subjects { get; init; }

    public required List<string> Genres { get; init; }

    public required List<string> Languages { get; init; }

    public required List<string> Awards { get; init; }

    public required int? Lexile { get; init; }

    public required int? Pages { get; init; }

    public required int? GradeLow { get; init; }

    public required int? GradeHigh { get; init; }

    public required TitleFormat Format { get; init; }

    /// <summary>That much of a title read whole.</summary>
    public static ReadAlike Of(Title title) => new()
    {
        Id = title.Id,
        TitleProper = title.TitleProper,
        Contributors = title.Contributors,
        SeriesName = title.SeriesName,
        SeriesNumber = title.SeriesNumber,
        Subjects = title.Subjects,
        Genres = title.Genres,
        Languages = title.Languages,
        Awards = title.Awards,
        Lexile = title.Lexile,
        Pages = title.Pages,
        GradeLow = title.GradeLow,
        GradeHigh = title.GradeHigh,
        Format = title.Format,
    };

    /// <summary>The first of its makers, as filed; null where there is none.</summary>
    public string? Maker => Contributors.Count > 0 ? Contributors[0].Name : null;
}
