namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that brings others, which are added to the set with it.</summary>
public interface IDialogDependencies
{
    IEnumerable<Dialog> GetDependencies();
}
