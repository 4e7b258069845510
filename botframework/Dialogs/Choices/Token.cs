namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word in a text.</summary>
public class Token
{
    /// <summary>The place of its first character.</summary>
    public int Start { get; set; }

    /// <summary>The place of its last character.</summary>
    public int End { get; set; }

    public string Text { get; set; } = null!;

    /// <summary>The text as it is compared: in lower case.</summary>
    public string Normalized { get; set; } = null!;
}

/// <summary>Splits a text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string? locale = null);
