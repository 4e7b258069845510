using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Steps that run one after the other, each with the answer of the one before.</summary>
public class WaterfallDialog : Dialog
{
    private const string PersistedOptions = "options";
    private const string PersistedValues = "values";
    private const string PersistedInstanceId = "instanceId";
    private const string StepIndex = "stepIndex";

    private readonly List<WaterfallStep> _steps;

    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep>? actions = null)
        : base(dialogId) =>
        _steps = actions is null ? [] : [.. actions];

    /// <summary>How many steps there are.</summary>
    protected int StepCount => _steps.Count;

    public WaterfallDialog AddStep(WaterfallStep step)
    {
        _steps.Add(step ?? throw new ArgumentNullException(nameof(step)));
        return this;
    }

    /// <summary>The id and the number of steps: a conversation in the middle of other steps may not fit.</summary>
    public override string GetVersion() => FormattableString.Invariant($"{Id}:{_steps.Count}");

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        DialogContext.RefuseCancellationToken(options, nameof(options));
        var instanceId = Guid.NewGuid().ToString();
        var state = dc.ActiveDialog!.State;
        state[PersistedOptions] = options;
        state[PersistedValues] = new Dictionary<string, object>();
        state[PersistedInstanceId] = instanceId;
        TelemetryClient.TrackEvent("WaterfallStart", new Dictionary<string, string> { ["DialogId"] = Id, ["InstanceId"] = instanceId });
        TelemetryClient.TrackDialogView(Id);
        return await RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with the text of a message; anything else leaves the waterfall where it is.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == ActivityTypes.Message
            ? await ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken).ConfigureAwait(false)
            : EndOfTurn;
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        DialogContext.RefuseCancellationToken(result, nameof(result));
        var index = dc.ActiveDialog!.State.Read<int>(StepIndex);
        return await RunStepAsync(dc, index + 1, reason, result, cancellationToken).ConfigureAwait(false);
    }

    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var properties = new Dictionary<string, string>
        {
            ["DialogId"] = Id,
            ["InstanceId"] = instance.State.Read<string>(PersistedInstanceId) ?? string.Empty,
        };
        if (reason == DialogReason.CancelCalled)
        {
            properties["StepName"] = WaterfallStepName(instance.State.Read<int>(StepIndex));
            TelemetryClient.TrackEvent("WaterfallCancel", properties);
        }
        else if (reason == DialogReason.EndCalled)
        {
            TelemetryClient.TrackEvent("WaterfallComplete", properties);
        }

        return Task.CompletedTask;
    }

    protected virtual async Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        TelemetryClient.TrackEvent("WaterfallStep", new Dictionary<string, string>
        {
            ["DialogId"] = Id,
            ["StepName"] = WaterfallStepName(stepContext.Index),
            ["InstanceId"] = stepContext.ActiveDialog?.State.Read<string>(PersistedInstanceId) ?? string.Empty,
        });
        return await _steps[stepContext.Index](stepContext, cancellationToken).ConfigureAwait(false);
    }

    protected virtual async Task<DialogTurnResult> RunStepAsync(DialogContext dc, int index, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= _steps.Count)
        {
            return await dc.EndDialogAsync(result, cancellationToken).ConfigureAwait(false);
        }

        var state = dc.ActiveDialog!.State;
        state[StepIndex] = index;
        var values = state.Read<IDictionary<string, object>>(PersistedValues) ?? throw new InvalidOperationException($"Waterfall '{Id}' runs without having begun.");
        var options = state.TryGetValue(PersistedOptions, out var given) ? given : null;
        var step = new WaterfallStepContext(this, dc, options, values, index, reason, result);
        return await OnStepAsync(step, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The name of a step's method; "Step1of3" where it has none, as lambdas do.</summary>
    protected string WaterfallStepName(int index)
    {
        var name = index < _steps.Count ? _steps[index].Method.Name : string.Empty;
        return name.Length == 0 || name.Contains('<', StringComparison.Ordinal) ? FormattableString.Invariant($"Step{index + 1}of{_steps.Count}") : name;
    }
}
