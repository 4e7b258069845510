using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The files a channel keeps, by the Bot Connector REST API, version 3.</summary>
public class Attachments(ConnectorClient client) : IAttachments
{
    public ConnectorClient Client { get; } = client ?? throw new ArgumentNullException(nameof(client));

    public Task<HttpOperationResponse<AttachmentInfo>> GetAttachmentInfoWithHttpMessagesAsync(string attachmentId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(attachmentId, nameof(attachmentId));
        return ChannelHttp.GetAsync<AttachmentInfo>(Client.BaseUri, Client.HttpClient, Client.Credentials, $"v3/attachments/{Uri.EscapeDataString(attachmentId)}", customHeaders, cancellationToken);
    }

    public async Task<HttpOperationResponse<Stream>> GetAttachmentWithHttpMessagesAsync(string attachmentId, string viewId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default)
    {
        ValidationException.ThrowIfNull(attachmentId, nameof(attachmentId));
        ValidationException.ThrowIfNull(viewId, nameof(viewId));
        var path = $"v3/attachments/{Uri.EscapeDataString(attachmentId)}/views/{Uri.EscapeDataString(viewId)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Client.BaseUri.AbsoluteUri.TrimEnd('/') + "/"), path));
        foreach (var (name, values) in customHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        await Client.Credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await Client.HttpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? new HttpOperationResponse<Stream> { Request = request, Response = response, Body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false) }
            : throw new ErrorResponseException($"Operation returned an invalid status code '{response.StatusCode}'")
            {
                Response = new HttpResponseMessageWrapper(response, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)),
            };
    }
}
