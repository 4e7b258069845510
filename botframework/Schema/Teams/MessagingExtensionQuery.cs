using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A query of a message extension.</summary>
public class MessagingExtensionQuery
{
    public MessagingExtensionQuery()
    {
    }

    public MessagingExtensionQuery(string? commandId = default, IList<MessagingExtensionParameter>? parameters = default, MessagingExtensionQueryOptions? queryOptions = default, string? state = default)
    {
        CommandId = commandId;
        Parameters = parameters;
        QueryOptions = queryOptions;
        State = state;
    }

    [JsonProperty(PropertyName = "commandId")]
    public string? CommandId { get; set; }

    [JsonProperty(PropertyName = "parameters")]
    public IList<MessagingExtensionParameter>? Parameters { get; set; }

    [JsonProperty(PropertyName = "queryOptions")]
    public MessagingExtensionQueryOptions? QueryOptions { get; set; }

    [JsonProperty(PropertyName = "state")]
    public string? State { get; set; }
}
