namespace LibraryBot.Data.Equipment;

/// <summary>What is taken of one thing over time.</summary>
internal sealed class Timeline
{
    private readonly List<Span> _spans = [];

    /// <summary>Adds so many for a time; the end is no longer part of it.</summary>
    public void Add(DateTimeOffset from, DateTimeOffset until, int quantity) => _spans.Add(new Span(from, until, quantity));

    /// <summary>Adds all of another, if there is one.</summary>
    public void AddAll(Timeline? other) => _spans.AddRange(other?._spans ?? []);

    /// <summary>The most that is taken at any moment of a time.</summary>
    public int Peak(DateTimeOffset from, DateTimeOffset until)
    {
        // Looking for what could be had instead asks this many thousand times.
        List<Span>? inside = null;
        foreach (var span in _spans)
        {
            if (span.From < until && span.Until > from)
            {
                (inside ??= []).Add(span);
            }
        }

        if (inside is null or { Count: 1 })
        {
            return inside?[0].Quantity ?? 0;
        }

        // It is highest where something begins. At one instant what ends goes before what begins.
        var changes = inside.SelectMany(span => new[] { (At: span.From, By: span.Quantity), (At: span.Until, By: -span.Quantity) })
            .OrderBy(change => change.At).ThenBy(change => change.By);
        var (now, most) = (0, 0);
        foreach (var (_, by) in changes)
        {
            now += by;
            most = Math.Max(most, now);
        }

        return most;
    }

    /// <summary>The moments at which less becomes taken, in no order.</summary>
    public IEnumerable<DateTimeOffset> Ends => _spans.Select(span => span.Until);

    /// <summary>The moments at which more or less becomes taken, in no order.</summary>
    public IEnumerable<DateTimeOffset> Changes => _spans.SelectMany(span => new[] { span.From, span.Until });

    private readonly record struct Span(DateTimeOffset From, DateTimeOffset Until, int Quantity);
}
