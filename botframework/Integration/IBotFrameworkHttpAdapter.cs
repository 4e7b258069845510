using Microsoft.AspNetCore.Http;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Takes activities by HTTP.</summary>
public interface IBotFrameworkHttpAdapter
{
    /// <summary>Reads and authenticates the request, runs a turn of <paramref name="bot"/>, and writes the response.</summary>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
