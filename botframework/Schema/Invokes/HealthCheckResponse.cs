using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to a health check.</summary>
public class HealthCheckResponse
{
    public HealthCheckResponse()
    {
    }

    public HealthCheckResponse(HealthResults? healthResults = default)
    {
        HealthResults = healthResults;
    }

    [JsonProperty(PropertyName = "healthResults")]
    public HealthResults? HealthResults { get; set; }
}
