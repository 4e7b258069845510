using System.Collections.Frozen;

namespace LibraryBot.Data.Catalog.Search;

/// <summary>Words that say little about what is sought, in English and Spanish, folded.</summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> Articles = Set("a an the el la los las lo un una unos unas");

    private static readonly FrozenSet<string> Stopped = Set("""
        a an the and or but nor of in on at to for with by from into onto than as is am are was were be been being it its this that these
        those there i me my mine you your yours he him his she her hers we us our they them their do does did has have had can could will
        would shall should may might must not no so if then about some any please
        el la los las lo un una unos unas y e o u de del al en con por para sin sobre entre que se su sus es son fue era ser mi mis tu
        tus te le les nos me yo como mas pero si
        """);

    private static readonly FrozenSet<string> Weak = Set("book books libro libros novel novels novela novelas story stories cuento cuentos series serie");

    /// <summary>Whether a title that begins with it files under its next word.</summary>
    public static bool IsArticle(string folded) => Articles.Contains(folded);

    /// <summary>Whether a search leaves it out as long as other words are left.</summary>
    public static bool IsStopped(string folded) => Stopped.Contains(folded);

    /// <summary>Whether it helps to rank but need not be found, beside other words: every title is a book; an initial may be spelled out.</summary>
    public static bool IsWeak(string folded) => folded is [>= 'a' and <= 'z'] || Weak.Contains(folded);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
