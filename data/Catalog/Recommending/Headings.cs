using System.Collections.Frozen;

namespace LibraryBot.Data.Catalog.Recommending;

/// <summary>Compares subject headings by what they are about: "Frogs -- Fiction" and "Frogs" are one topic, "Frogs -- Life cycles" a narrower one.</summary>
internal static class Headings
{
    private static readonly FrozenSet<string> Forms = new[]
    {
        "fiction", "juvenile fiction", "juvenile literature", "literature", "comic books, strips, etc", "comic books, strips, etc.", "drama", "juvenile drama", "poetry",
        "juvenile poetry", "juvenile films", "pictorial works", "periodicals", "biography", "juvenile biography", "songs and music", "novela juvenil", "novela", "ficción",
        "ficción juvenil", "cuentos", "literatura juvenil", "poesía", "biografía", "historietas, tiras cómicas, etc", "historietas, tiras cómicas, etc.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The topic without what only says in which form it is treated; null where nothing else is left.</summary>
    public static string? Topic(string heading)
    {
        var topic = string.Join(" -- ", heading.Split(" -- ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => !Forms.Contains(part)));
        return topic.Length > 0 ? topic : null;
    }

    /// <summary>The different topics of a record.</summary>
    public static List<string> Topics(IEnumerable<string> headings) =>
        [.. headings.Select(Topic).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The topic above it, "Frogs" for "Frogs -- Life cycles"; itself where there is none.</summary>
    public static string Broadest(string topic) => topic.Split(" -- ", 2)[0];

    /// <summary>The topic and those above it: "Frogs", "Frogs -- Life cycles".</summary>
    public static IEnumerable<string> Levels(string topic)
    {
        for (var end = topic.IndexOf(" -- ", StringComparison.Ordinal); end >= 0; end = topic.IndexOf(" -- ", end + 1, StringComparison.Ordinal))
        {
            yield return topic[..end];
        }
        yield return topic;
    }

    /// <summary>How much one topic is the other: 1 for the same, less where one is broader or both are narrower ones of a third.</summary>
    public static double Kinship(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }
        var (above, its) = (Broadest(one), Broadest(other));
        return !string.Equals(above, its, StringComparison.OrdinalIgnoreCase) ? 0 : above.Length == one.Length || its.Length == other.Length ? 0.7 : 0.5;
    }
}
