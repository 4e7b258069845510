using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The files a channel keeps.</summary>
public interface IAttachments
{
    Task<HttpOperationResponse<AttachmentInfo>> GetAttachmentInfoWithHttpMessagesAsync(string attachmentId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default);

    /// <summary>One view of a file, such as <c>original</c> or <c>thumbnail</c>.</summary>
    Task<HttpOperationResponse<Stream>> GetAttachmentWithHttpMessagesAsync(string attachmentId, string viewId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default);
}
