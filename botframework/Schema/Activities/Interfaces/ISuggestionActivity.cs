namespace Microsoft.Bot.Schema;

/// <summary>A message suggested to one person about an earlier one.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight>? TextHighlights { get; set; }
}
