using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Writes the outcome of a turn to a response.</summary>
internal static class ActivityResponse
{
    public static async Task WriteAsync(HttpResponse response, InvokeResponse? outcome, CancellationToken cancellationToken)
    {
        response.StatusCode = outcome?.Status ?? StatusCodes.Status200OK;
        if (outcome?.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.Body.WriteAsync(SchemaJson.ToUtf8(body), cancellationToken).ConfigureAwait(false);
        }
    }
}
