namespace LibraryBot.Data.Research;

/// <summary>An information database, encyclopedia or website that the school has for looking things up; from its <c>library.json</c>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Where it is, a full web address.</param>
public sealed record InformationDatabase(string Name, Uri Url)
{
    /// <summary>What it is good for, by language ("en", "es"); empty where the school said nothing.</summary>
    public IReadOnlyDictionary<string, string> About { get; init; } = new Dictionary<string, string>();

    /// <summary>The topics it is for, in any language ("ecosystems", "animals", "ecosistemas"); empty for one that is for everything, such as an encyclopedia.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The lowest grade it is for: -1 pre-K, 0 kindergarten; null for any.</summary>
    public int? GradeLow { get; init; }

    /// <summary>The highest grade it is for, at least <see cref="GradeLow"/>; null for any.</summary>
    public int? GradeHigh { get; init; }

    /// <summary>The MARC codes of the languages it is in; English where the school said nothing.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["eng"];
}
