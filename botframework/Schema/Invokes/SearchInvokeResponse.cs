namespace Microsoft.Bot.Schema;

/// <summary>The answer to a search in a card.</summary>
public class SearchInvokeResponse : AdaptiveCardInvokeResponse
{
}
