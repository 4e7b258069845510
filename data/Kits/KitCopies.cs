using LibraryBot.Data.Catalog;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>Counts the copies of a title that a class can borrow.</summary>
internal static class KitCopies
{
    /// <summary>How many copies are ever lent.</summary>
    public static int Lendable(Title title) => title.Copies.Count(IsLent);

    /// <summary>How many are on the shelf and nobody waits for them.</summary>
    /// <param name="title">The title.</param>
    /// <param name="waiting">How many people wait for it.</param>
    public static int In(Title title, int waiting) => Math.Max(0, title.Copies.Count(copy => copy.Status == CopyStatus.Available) - waiting);

    /// <summary>By when so many copies that are out are due back; null for none, or where one has no date.</summary>
    public static DateOnly? BackOn(Title title, int copies)
    {
        var due = title.Copies.Where(copy => IsLent(copy) && copy.Status != CopyStatus.Available)
            .OrderBy(copy => copy.Status == CopyStatus.CheckedOut ? copy.DueOn ?? DateOnly.MaxValue : DateOnly.MaxValue).Take(copies).ToList();
        return due.Count == copies && copies > 0 && due.TrueForAll(copy => copy is { Status: CopyStatus.CheckedOut, DueOn: not null }) ? due[^1].DueOn : null;
    }

    /// <summary>Whether a format is had one for each reader; the others are used together.</summary>
    public static bool IsForOne(TitleFormat format) => format is TitleFormat.Book or TitleFormat.PictureBook or TitleFormat.GraphicNovel
        or TitleFormat.LargePrint or TitleFormat.Braille or TitleFormat.Magazine or TitleFormat.Score;

    /// <summary>How many people wait for each of some titles; none wait for those that are not in the answer.</summary>
    public static async Task<Dictionary<int, int>> WaitingAsync(LibraryContext context, IEnumerable<int> titleIds, CancellationToken cancellationToken)
    {
        var ids = titleIds.Distinct().ToArray();
        return await context.Holds.Where(hold => hold.Status == HoldStatus.Waiting && EF.Parameter(ids).Contains(hold.TitleId))
            .GroupBy(hold => hold.TitleId).Select(holds => new { holds.Key, Count = holds.Count() })
            .ToDictionaryAsync(holds => holds.Key, holds => holds.Count, cancellationToken);
    }

    private static bool IsLent(Copy copy) => copy.Status is not (CopyStatus.LibraryUseOnly or CopyStatus.Missing or CopyStatus.Lost or CopyStatus.Withdrawn);
}
