using System.Net.Http.Headers;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of a bot, which become a bearer token on each request.</summary>
public abstract class AppCredentials : ServiceClientCredentials
{
    public string? MicrosoftAppId { get; set; }

    /// <summary>A token to send; from a cache while it lasts, unless <paramref name="forceRefresh"/>.</summary>
    public abstract Task<string> GetTokenAsync(bool forceRefresh = false);

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!string.IsNullOrEmpty(MicrosoftAppId))
        {
            var token = await GetTokenAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}
