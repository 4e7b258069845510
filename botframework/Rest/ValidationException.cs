namespace Microsoft.Rest;

/// <summary>A call was not made because something given to it breaks a rule.</summary>
public class ValidationException : RestException
{
    public ValidationException()
    {
    }

    public ValidationException(string? message)
        : base(message)
    {
    }

    public ValidationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <param name="rule">One of <see cref="ValidationRules"/>.</param>
    /// <param name="target">What breaks it.</param>
    public ValidationException(string rule, string target)
        : this(rule, target, null)
    {
    }

    public ValidationException(string rule, string target, object? details)
        : base($"'{target}' breaks the rule {rule}.")
    {
        Rule = rule;
        Target = target;
        Details = details;
    }

    public string? Rule { get; set; }

    public string? Target { get; set; }

    public object? Details { get; set; }

    internal static void ThrowIfNull(object? value, string target)
    {
        if (value is null)
        {
            throw new ValidationException(ValidationRules.CannotBeNull, target);
        }
    }
}
