namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>
/// Who borrowed what, in numbers only, for as long as affinities are being made from it. Readers and titles are numbered from 0 in the order
/// they came. A title that a reader borrowed several times counts once.
/// </summary>
internal sealed class BorrowingHistory
{
    private readonly List<Dictionary<int, DateOnly>> _readers = [];
    private readonly List<int?> _grades = [];

    /// <summary>How many readers there are.</summary>
    public int Readers => _readers.Count;

    /// <summary>The newest date of all, or null where there is no loan.</summary>
    public DateOnly? Newest { get; private set; }

    /// <summary>Adds a reader.</summary>
    /// <returns>The reader's number.</returns>
    public int AddReader(int? grade = null)
    {
        _readers.Add([]);
        _grades.Add(grade);
        return _readers.Count - 1;
    }

    /// <summary>Says which grade a reader is in, the last word standing.</summary>
    public void SetGrade(int reader, int grade) => _grades[reader] = grade;

    /// <summary>Adds a loan, keeping the newest date of several of the same title.</summary>
    public void Add(int reader, int title, DateOnly on)
    {
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_readers[reader], title, out var exists);
        known = exists && known > on ? known : on;
        Newest = Newest is { } newest && newest > on ? newest : on;
    }

    /// <summary>A reader's grade, where the loans say it.</summary>
    public int? GradeOf(int reader) => _grades[reader];

    /// <summary>The titles of a reader with the date of the newest loan of each.</summary>
    public IReadOnlyDictionary<int, DateOnly> Of(int reader) => _readers[reader];
}
