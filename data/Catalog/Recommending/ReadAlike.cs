namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>As much of a title as is needed to say how well it follows another.</summary>
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

    /// <summary>The first of its makers, as filed; null where there is none.</summary>
    public string? Maker => Contributors.Count > 0 ? Contributors[0].Name : null;
}
