namespace LibraryBot.Data.Calendar.Said;

/// <summary>One phrase of a sentence: tokens side by side that say when.</summary>
internal sealed class PhraseSaid
{
    public int First { get; init; }

    public int Next { get; set; }

    public List<DateSaid> Dates { get; private set; } = [];

    /// <summary>One of the dates, not all.</summary>
    public bool Either { get; set; }

    public string? CycleDay { get; set; }

    public TimeSaid? Time { get; set; }

    public DurationReader.Duration? Duration { get; set; }

    /// <summary>"For" was said: it is how long, not how much.</summary>
    public bool DurationIsBound { get; set; }

    public RecurrenceSaid? Every { get; set; }

    public DateSaid? Until { get; set; }

    public bool HasDate => Dates.Count > 0 || CycleDay is not null || Every is not null;

    public bool IsAnything => HasDate || Time is not null || Duration is not null;

    public bool Reach(int next)
    {
        Next = next;
        return true;
    }

    public PhraseSaid Copy()
    {
        var copy = (PhraseSaid)MemberwiseClone();
        copy.Dates = [.. Dates];
        return copy;
    }
}
