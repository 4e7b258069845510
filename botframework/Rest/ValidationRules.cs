namespace Microsoft.Rest;

/// <summary>The values of <see cref="ValidationException.Rule"/>.</summary>
public static class ValidationRules
{
    public const string CannotBeNull = "CannotBeNull";
}
