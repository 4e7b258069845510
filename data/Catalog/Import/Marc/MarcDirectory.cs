namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>The directory of a record: which tags there are, and where it says their fields lie.</summary>
internal sealed class MarcDirectory
{
    private static readonly int[] LeaderLengths = [24, 23, 25, 22, 26, 21, 27, 20, 28];

    private readonly List<(int Tag, int Length, int Start)> entries = [];

    /// <summary>How many bytes come before the directory: 24, unless the leader lost or won some.</summary>
    public int LeaderLength { get; private set; } = 24;

    /// <summary>Where the fields begin.</summary>
    public int Base { get; private set; }

    /// <summary>How many entries there are; 0 where there is no directory to be found.</summary>
    public int Count => entries.Count;

    /// <summary>Whether the directory itself is not as the standard says.</summary>
    public bool Damaged { get; private set; }

    /// <summary>Finds and reads the directory of a record without its terminator.</summary>
    public static MarcDirectory Read(ReadOnlySpan<byte> content)
    {
        var directory = new MarcDirectory();
        var end = content.IndexOf(MarcFraming.FieldTerminator);
        if (content.Length < 24 + 12)
        {
            return directory;
        }

        directory.LeaderLength = FindLeaderLength(content, end);
        var sound = CountSound(content[directory.LeaderLength..]);
        var soundEnd = directory.LeaderLength + (sound * 12);
        if (end < 0 || (soundEnd < end && MarcFraming.Number(content.Slice(12, 5)) is var stated && (stated == soundEnd || stated == soundEnd + 1)))
        {
            // The directory's own terminator is missing; its digits and the base address say where it ends.
            directory.Damaged = true;
            directory.Base = soundEnd;
            end = soundEnd;
        }
        else
        {
            directory.Damaged = end != soundEnd;
            directory.Base = end + 1;
        }

        for (var at = directory.LeaderLength; at + 12 <= end; at += 12)
        {
            var entry = content.Slice(at, 12);
            directory.entries.Add((Tag(entry[..3]), MarcFraming.Number(entry.Slice(3, 4)), MarcFraming.Number(entry.Slice(7, 5))));
        }

        return directory;
    }

    /// <summary>
    /// The fields' places, relative to <see cref="Base"/>: as the directory says where its places begin and end at terminators, else the
    /// stretches between terminators in the order of the directory.
    /// </summary>
    /// <param name="content">The record without its terminator.</param>
    /// <param name="trusted">Whether every entry points to a whole field.</param>
    /// <param name="lost">Fields for which there is no entry, or entries for which there is no field.</param>
    public List<(int Tag, Range Place)> Locate(ReadOnlySpan<byte> content, out bool trusted, out int lost)
    {
        var data = content[Base..];
        var places = new List<(int, Range)>(entries.Count);
        lost = 0;
        foreach (var (tag, length, start) in entries)
        {
            if (PointsToField(data, start, length))
            {
                places.Add((tag, start..(start + length)));
            }
        }

        trusted = places.Count == entries.Count && places.Count >= data.Count(MarcFraming.FieldTerminator);
        return trusted ? places : Align(data, out lost);
    }

    /// <summary>The letters of a tag that is not a number.</summary>
    public static string Letters(int tag) => string.Concat((char)(tag >> 16), (char)((tag >> 8) & 0xFF), (char)(tag & 0xFF));

    private static int Tag(ReadOnlySpan<byte> tag)
    {
        var number = MarcFraming.Number(tag);
        return number >= 0 ? number : (Letter(tag[0]) << 16) | (Letter(tag[1]) << 8) | Letter(tag[2]);

        static int Letter(byte letter) => char.IsAsciiLetterOrDigit((char)letter) ? letter : '?';
    }

    /// <summary>Gives the stretches between terminators to the entries, in the order the directory says they are stored in.</summary>
    private List<(int Tag, Range Place)> Align(ReadOnlySpan<byte> data, out int lost)
    {
        var stretches = new List<Range>();
        var from = 0;
        for (var at = 0; at <= data.Length; at++)
        {
            if (at == data.Length || data[at] == MarcFraming.FieldTerminator)
            {
                if (at > from)
                {
                    stretches.Add(from..at);
                }

                from = at + 1;
            }
        }

        // Fields may be stored in another order than their entries have; the order that fits more of the stated lengths is taken.
        var stored = entries.OrderBy(entry => entry.Start).ToList();
        var ordered = Fitting(stored, stretches) > Fitting(entries, stretches) ? stored : entries;
        var places = new List<(int, Range)>();
        var next = 0;
        lost = 0;
        foreach (var stretch in stretches)
        {
            // Where fields are missing in between, a control field's entry never takes a field with delimiters, nor the other way round.
            var delimited = data[stretch].Contains(MarcFraming.Delimiter);
            var match = next;
            while (match < ordered.Count && stretches.Count != ordered.Count && IsControl(ordered[match].Tag) == delimited)
            {
                match++;
            }

            if (match == ordered.Count)
            {
                lost++;
                continue;
            }

            places.Add((ordered[match].Tag, stretch));
            next = match + 1;
        }

        lost += ordered.Count - places.Count;
        return places;
    }

    private static int Fitting(List<(int Tag, int Length, int Start)> order, List<Range> stretches) =>
        order.Zip(stretches).Count(pair => pair.First.Length == pair.Second.End.Value - pair.Second.Start.Value + 1);

    private static bool IsControl(int tag) => tag is > 0 and < 10;

    private static bool PointsToField(ReadOnlySpan<byte> data, int start, int length) =>
        start >= 0 && length > 0 && start + length <= data.Length && data[start + length - 1] == MarcFraming.FieldTerminator
        && (start == 0 || data[start - 1] == MarcFraming.FieldTerminator)
        && data.Slice(start, length - 1).IndexOf(MarcFraming.FieldTerminator) < 0;

    private static int FindLeaderLength(ReadOnlySpan<byte> content, int end)
    {
        foreach (var length in LeaderLengths)
        {
            if (end > length && (end - length) % 12 == 0 && CountSound(content[length..]) * 12 >= end - length)
            {
                return length;
            }
        }

        return 24;
    }

    private static int CountSound(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        while (((count + 1) * 12) <= bytes.Length && MarcFraming.IsEntry(bytes.Slice(count * 12, 12)))
        {
            count++;
        }

        return count;
    }
}
