namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Telemetry of dialogs.</summary>
public static class BotTelemetryClientExtensions
{
    /// <summary>Counts a dialog as a page that was viewed, or traces it where the client knows no pages.</summary>
    public static void TrackDialogView(this IBotTelemetryClient telemetryClient, string dialogName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(telemetryClient);
        if (telemetryClient is IBotPageViewTelemetryClient pages)
        {
            pages.TrackPageView(dialogName, properties, metrics);
        }
        else
        {
            telemetryClient.TrackTrace("Dialog View: " + dialogName, Severity.Information, properties);
        }
    }
}
