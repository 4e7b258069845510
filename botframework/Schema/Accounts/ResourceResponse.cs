using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A channel's answer to sending something: the id it was given.</summary>
public class ResourceResponse
{
    [JsonProperty(PropertyName = "id")]
    public string? Id { get; set; }

    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id = default)
    {
        Id = id;
    }
}
