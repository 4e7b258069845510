namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as a whole bot.</summary>
public static class DialogExtensions
{
    /// <summary>Continues what is on the stack, or begins <paramref name="dialog"/> where nothing is.</summary>
    /// <remarks>An exception is first offered to the dialogs as <see cref="DialogEvents.Error"/>; where one handles it, the turn goes on.</remarks>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        ArgumentNullException.ThrowIfNull(turnContext);
        var dialogs = new DialogSet(accessor) { TelemetryClient = dialog.TelemetryClient }.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        foreach (var service in turnContext.TurnState)
        {
            dc.Services[service.Key] = service.Value;
        }

        while (true)
        {
            try
            {
                var turn = await dc.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
                if (turn.Status == DialogTurnStatus.Empty)
                {
                    await dc.BeginDialogAsync(dialog.Id, null, cancellationToken).ConfigureAwait(false);
                }

                return;
            }
            catch (Exception e)
            {
                if (!await dc.EmitEventAsync(DialogEvents.Error, e, true, true, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }
}
