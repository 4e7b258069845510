namespace Microsoft.Bot.Schema;

/// <summary>A call that wants an answer at once.</summary>
public interface IInvokeActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }

    ConversationReference? RelatesTo { get; set; }
}
