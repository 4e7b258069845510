namespace Microsoft.Bot.Schema;

/// <summary>Names that sign-in uses.</summary>
public static class SignInConstants
{
    public const string VerifyStateOperationName = "signin/verifyState";

    public const string TokenExchangeOperationName = "signin/tokenExchange";

    public const string SharePointTokenExchange = "cards/TokenExchange";

    public const string TokenResponseEventName = "tokens/response";
}
