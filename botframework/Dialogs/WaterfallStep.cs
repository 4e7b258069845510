namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A step of a waterfall: begins a prompt or a dialog, goes on with the next step, or ends.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken = default);
