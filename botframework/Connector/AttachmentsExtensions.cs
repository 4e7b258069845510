using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary><see cref="IAttachments"/>, with the answer alone.</summary>
public static class AttachmentsExtensions
{
    public static async Task<AttachmentInfo> GetAttachmentInfoAsync(this IAttachments operations, string attachmentId, CancellationToken cancellationToken = default)
        => (await operations.GetAttachmentInfoWithHttpMessagesAsync(attachmentId, null, cancellationToken).ConfigureAwait(false)).Body;

    public static async Task<Stream> GetAttachmentAsync(this IAttachments operations, string attachmentId, string viewId, CancellationToken cancellationToken = default)
        => (await operations.GetAttachmentWithHttpMessagesAsync(attachmentId, viewId, null, cancellationToken).ConfigureAwait(false)).Body;
}
