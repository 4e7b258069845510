using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can begin one another, by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = [];
    private readonly IStatePropertyAccessor<DialogState>? _dialogState;
    private IBotTelemetryClient _telemetryClient = NullBotTelemetryClient.Instance;
    private string? _version;

    /// <summary>A set whose stack is kept in <paramref name="dialogState"/>.</summary>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState) =>
        _dialogState = dialogState ?? throw new ArgumentNullException(nameof(dialogState));

    /// <summary>A set inside a container, which keeps the stack.</summary>
    public DialogSet()
    {
    }

    /// <summary>Where the dialogs of the set report events; setting it sets that of each dialog.</summary>
    public IBotTelemetryClient TelemetryClient
    {
        get => _telemetryClient;
        set
        {
            _telemetryClient = value ?? NullBotTelemetryClient.Instance;

            // Containers may hold one another, so what has this client already is not gone into again.
            foreach (var dialog in _dialogs.Values.Where(x => x.TelemetryClient != _telemetryClient))
            {
                dialog.TelemetryClient = _telemetryClient;
            }
        }
    }

    /// <summary>
    /// Adds a dialog and those it depends on. A dialog whose id is taken by another gets the next free one: "name2", "name3".
    /// </summary>
    public virtual DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (_dialogs.TryGetValue(dialog.Id, out var present))
        {
            if (present == dialog)
            {
                return this;
            }

            dialog.Id = Enumerable.Range(2, int.MaxValue - 2).Select(n => FormattableString.Invariant($"{dialog.Id}{n}")).First(id => !_dialogs.ContainsKey(id));
        }

        // A client of the dialog's own stays.
        if (dialog.TelemetryClient is NullBotTelemetryClient && _telemetryClient != dialog.TelemetryClient)
        {
            dialog.TelemetryClient = _telemetryClient;
        }

        _version = null;
        _dialogs[dialog.Id] = dialog;
        foreach (var needed in (dialog as IDialogDependencies)?.GetDependencies() ?? [])
        {
            Add(needed);
        }

        return this;
    }

    /// <exception cref="InvalidOperationException">The set was made without a place for its state.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState is null)
        {
            throw new InvalidOperationException("This DialogSet was made without a state property, so it cannot make a context of its own.");
        }

        var state = await _dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken).ConfigureAwait(false);
        return new DialogContext(this, turnContext, state);
    }

    public Dialog? Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return _dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    /// <summary>A hash of the versions of the dialogs.</summary>
    public virtual string GetVersion() => _version ??= Convert.ToBase64String(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_dialogs.Values.Select(x => x.GetVersion())))));
}
