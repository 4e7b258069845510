using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>How a bot is.</summary>
public class HealthResults
{
    public HealthResults()
    {
    }

    public HealthResults(
        bool success = default,
        string? authorization = default,
        string? userAgent = default,
        IList<string>? messages = default,
        object? diagnostics = default)
    {
        Success = success;
        Authorization = authorization;
        UserAgent = userAgent;
        Messages = messages;
        Diagnostics = diagnostics;
    }

    [JsonProperty(PropertyName = "success")]
    public bool Success { get; set; }

    [JsonProperty(PropertyName = "authorization")]
    public string? Authorization { get; set; }

    [JsonProperty(PropertyName = "user-agent")]
    public string? UserAgent { get; set; }

    [JsonProperty(PropertyName = "messages")]
    public IList<string>? Messages { get; set; }

    [JsonProperty(PropertyName = "diagnostics")]
    public object? Diagnostics { get; set; }
}
