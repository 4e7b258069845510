namespace LibraryBot.Data.Catalog.Search;

/// <summary>As much of a title as is needed to say how well it fits.</summary>
internal sealed record Candidate
{
    public required int Id { get; init; }

    public required string TitleProper { get; init; }

    public required string? Subtitle { get; init; }

    public required List<string> OtherTitles { get; init; }

    public required List<Contributor> Contributors { get; init; }

    public required string? SeriesName { get; init; }

    public required string? SeriesNumber { get; init; }

    public required List<string> Subjects { get; init; }

    public required List<string> Genres { get; init; }

    public required string? Summary { get; init; }

    public required int? Lexile { get; init; }

    public required int? Pages { get; init; }

    public required int? GradeLow { get; init; }

    public required int? GradeHigh { get; init; }

    public required int? Year { get; init; }

    public required TitleFormat Format { get; init; }
}
