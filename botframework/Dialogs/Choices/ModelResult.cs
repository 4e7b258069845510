namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something recognized, and where in the text.</summary>
public class ModelResult<T>
{
    public string Text { get; set; } = null!;

    /// <summary>The place of its first character.</summary>
    public int Start { get; set; }

    /// <summary>The place of its last character.</summary>
    public int End { get; set; }

    /// <summary>What kind of thing it is, "choice".</summary>
    public string TypeName { get; set; } = null!;

    public T Resolution { get; set; } = default!;
}
