namespace Microsoft.Bot.Builder;

/// <summary>Shorter ways to read a property.</summary>
public static class StatePropertyAccessorExtensions
{
    /// <summary>The value, or the default of its type when there is none.</summary>
    public static Task<T> GetAsync<T>(this IStatePropertyAccessor<T> statePropertyAccessor, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statePropertyAccessor);
        return statePropertyAccessor.GetAsync(turnContext, null, cancellationToken);
    }
}
