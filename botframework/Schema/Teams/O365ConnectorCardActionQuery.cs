using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>An action of a connector card was used.</summary>
public class O365ConnectorCardActionQuery
{
    public O365ConnectorCardActionQuery()
    {
    }

    public O365ConnectorCardActionQuery(string? body = default, string? actionId = default)
    {
        Body = body;
        ActionId = actionId;
    }

    [JsonProperty(PropertyName = "body")]
    public string? Body { get; set; }

    [JsonProperty(PropertyName = "actionId")]
    public string? ActionId { get; set; }
}
