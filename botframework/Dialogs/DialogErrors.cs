using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What goes wrong among dialogs. The published API throws plain exceptions here, and bots catch what it throws.</summary>
[SuppressMessage("Usage", "CA2201", Justification = "The published API's type.")]
internal static class DialogErrors
{
    public static Exception NotFound(string dialogId) =>
        new($"A dialog with an id of '{dialogId}' wasn't found. The dialog must be included in the current or a parent DialogSet.");

    public static Exception NextCalledTwice(string dialogId, int index) => new($"NextAsync was already called in step {index} of '{dialogId}'.");

    /// <summary>Notes in <see cref="Exception.Data"/> which dialogs were on the stack, innermost first; ids only.</summary>
    /// <returns>False, always: a filter that lets the exception pass.</returns>
    public static bool Explain(Exception exception, DialogContext dc)
    {
        if (exception.Data.Contains(nameof(DialogContext)))
        {
            return false;
        }

        var stack = new List<string>();
        for (var at = dc; at is not null; at = at.Parent)
        {
            stack.AddRange(at.Stack.Select(instance => instance.Id));
        }

        exception.Data[nameof(DialogContext)] = new { ActiveDialog = dc.ActiveDialog?.Id, Parent = dc.Parent?.ActiveDialog?.Id, Stack = stack };
        return false;
    }
}
