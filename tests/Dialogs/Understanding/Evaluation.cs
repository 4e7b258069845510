using System.Globalization;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Understanding;

/// <summary>
/// Puts phrases that are in no utterance file to the recogniser and the reader. Those in <c>Files/seen</c> were looked at while the utterances
/// and word lists were made; those in <c>Files/held-out</c> were not.
/// </summary>
internal static class Evaluation
{
    public static readonly IReadOnlyList<string> Shown = ["Hatchet", "Dog Man", "The Wild Robot", "Charlotte's Web"];

    public static readonly Wish Current = new() { Topics = ["sharks"], Grades = new GradeRange(4, 4) };

    private static readonly LanguageDetector s_detector = new();

    public static IReadOnlyList<Capability> Capabilities { get; } =
    [
        new Capability("Recommendations", typeof(MainDialog)), new Capability("Equipment", typeof(MainDialog)), new Capability("Loans", typeof(MainDialog)),
        new Capability("Shelves", typeof(MainDialog)), new Capability("Kits", typeof(MainDialog)), new Capability("Orientation", typeof(MainDialog)),
    ];

    public static CapabilityRecognizer Recognizer { get; } = new(Capabilities, s_detector);

    public static WishReader Reader { get; } = new(s_detector);

    /// <summary>The lines of a file, "seen/routing.txt", taken apart.</summary>
    public static IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Dialogs/Understanding/Files", file))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'));

    /// <summary>Where a sentence should go and goes; what a capability to come will answer is for none yet.</summary>
    public static (string Expected, string Actual) RouteOf(string[] fields) =>
        (Capabilities.Any(capability => capability.Name == fields[0]) ? fields[0] : "None", Recognizer.Recognize(fields[1], "en").Capability ?? "None");

    public static (string Expected, string Actual) WishOf(string[] fields) =>
        (Sorted(fields.Length > 1 ? fields[1] : string.Empty), Sorted(Describe(Reader.Read(fields[0], "en"), new Wish())));

    public static (string Expected, string Actual) RefinementOf(string[] fields) => (Sorted(fields[2]), Reader.ReadRefinement(fields[1], fields[0], Current, Shown) switch
    {
        null => "none",
        Refinement.Chosen chosen => $"choose {chosen.Index}",
        Refinement.Hold hold => $"hold {hold.Index}".TrimEnd(),
        Refinement.MoreLike like => $"like {like.Index}".TrimEnd(),
        Refinement.MoreResults => "more",
        Refinement.Changed changed => Sorted(Describe(changed.Wish, Current)),
        var other => other.ToString(),
    });

    // What of a wish is different from another, in the notation of the files.
    private static string Describe(Wish wish, Wish from)
    {
        var slots = new List<string>();
        Add("topics", wish.Topics, from.Topics);
        Add("flavors", wish.Flavors, from.Flavors);
        Add("without", wish.Without, from.Without);
        Add("formats", wish.Formats, from.Formats);
        Add("languages", wish.Languages, from.Languages);
        AddText("title=", wish.Title);
        AddText("author=", wish.Author);
        AddText("like=", wish.Like);
        AddText("isbn=", wish.Isbn);
        AddText("award=", wish.Award);
        AddText("no=", Text(wish.SeriesNumber));
        AddText("many=", Text(wish.HowMany));
        AddText("pages<=", Text(wish.PagesAtMost));
        AddText("pages>=", Text(wish.PagesAtLeast));
        AddText("fiction=", wish.Fiction switch { true => "true", false => "false", null => null });
        AddText("grades=", wish.Grades is { } grades && wish.Grades != from.Grades ? $"{Text(grades.Low)}..{Text(grades.High)}" : null);
        AddText("lexiles=", wish.Lexiles is { } lexiles ? $"{Text(lexiles.Low)}..{Text(lexiles.High)}" : null);
        AddText("now", wish.AvailableNow ? string.Empty : null);
        return string.Join("; ", slots);

        void Add<T>(string name, IReadOnlyList<T> values, IReadOnlyList<T> before)
        {
            if (values.Count > 0 && !values.SequenceEqual(before))
            {
                slots.Add($"{name}={string.Join('|', values)}");
            }
        }

        void AddText(string name, string? value)
        {
            if (value is not null)
            {
                slots.Add(name + value);
            }
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Sorted(string slots) => string.Join("; ", slots
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(slot => slot.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? slot[..(at + 1)] + string.Join('|', slot[(at + 1)..].Split('|').Order(StringComparer.Ordinal)) : slot)
        .Order(StringComparer.Ordinal));
}
