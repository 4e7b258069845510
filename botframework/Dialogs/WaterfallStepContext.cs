namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a step of a waterfall gets.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _nextCalled;

    public WaterfallStepContext(WaterfallDialog parentWaterfall, DialogContext dc, object? options, IDictionary<string, object> values, int index, DialogReason reason, object? result = null)
        : base((dc ?? throw new ArgumentNullException(nameof(dc))).Dialogs, dc, new DialogState(dc.Stack))
    {
        _waterfall = parentWaterfall ?? throw new ArgumentNullException(nameof(parentWaterfall));
        Parent = dc.Parent;
        Options = options;
        Values = values;
        Index = index;
        Reason = reason;
        Result = result;
    }

    /// <summary>The place of the step, from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was begun with.</summary>
    public object? Options { get; }

    public DialogReason Reason { get; }

    /// <summary>What the dialog or prompt of the step before answered.</summary>
    public object? Result { get; }

    /// <summary>What the steps of this run remember together.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes on with the next step in the same turn.</summary>
    /// <exception cref="Exception">It was called in this step before.</exception>
    public async Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        RefuseCancellationToken(result, nameof(result));
        if (_nextCalled)
        {
            throw DialogErrors.NextCalledTwice(_waterfall.Id, Index);
        }

        _nextCalled = true;
        return await _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken).ConfigureAwait(false);
    }
}
