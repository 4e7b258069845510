namespace Microsoft.Bot.Schema;

/// <summary>What authentication a card action carries.</summary>
public class AdaptiveCardAuthentication : TokenExchangeInvokeRequest
{
}
