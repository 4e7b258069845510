namespace AdaptiveCards;

/// <summary>A card that was read, and what about it was odd.</summary>
public class AdaptiveCardParseResult
{
    public AdaptiveCardParseResult(AdaptiveCard? card, IList<AdaptiveWarning> warnings)
    {
        Card = card!;
        Warnings = warnings;
    }

    public AdaptiveCard Card { get; }

    public IList<AdaptiveWarning> Warnings { get; }
}

/// <summary>Something in a card that was read but not understood.</summary>
public class AdaptiveWarning
{
    public AdaptiveWarning(int code, string message)
    {
        Code = code;
        Message = message;
    }

    public int Code { get; }

    public string Message { get; }
}
