using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads an activity from a request.</summary>
internal static class ActivityRequest
{
    /// <summary>Teams takes messages of 100 KB at most; card data and mentions fit in ten times that.</summary>
    private const int MaxBytes = 1024 * 1024;

    /// <returns>The activity, or the status that says why there is none.</returns>
    public static async Task<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request) || IsPacked(request))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var json = await ReadTextAsync(request, cancellationToken).ConfigureAwait(false);
            if (json is null)
            {
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            var activity = SchemaJson.Read<Activity>(json);
            return activity is not null && IsComplete(activity)
                ? (activity, StatusCodes.Status200OK)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>A packed body may unpack to any size; channels do not pack.</summary>
    private static bool IsPacked(HttpRequest request) =>
        request.Headers is { } headers && headers.ContentEncoding.Any(encoding => !string.IsNullOrEmpty(encoding) && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase));

    /// <summary>What comes by the network has to say so: a web page may send what says nothing to any server, and JSON only where it is allowed to.</summary>
    private static bool IsJson(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType) ? !ThisMachine.IsByNetwork(request) : IsJson(request.ContentType);

    private static bool IsJson(string contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            || type.Equals(Activity.ContentType, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a turn can be run: it says what it is, on which channel, in which conversation, from whom, and how to answer.</summary>
    private static bool IsComplete(Activity activity) =>
        !string.IsNullOrEmpty(activity.Type)
        && !string.IsNullOrEmpty(activity.ChannelId)
        && !string.IsNullOrEmpty(activity.Conversation?.Id)
        && (activity.Type != ActivityTypes.Message || !string.IsNullOrEmpty(activity.From?.Id))
        && HasWayBack(activity)
        && AreNamed(activity.MembersAdded)
        && AreNamed(activity.MembersRemoved)
        && HasNoGaps(activity.Attachments)
        && HasNoGaps(activity.Entities)
        && HasNoGaps(activity.ReactionsAdded)
        && HasNoGaps(activity.ReactionsRemoved);

    private static bool AreNamed(IList<ChannelAccount>? members) => members?.Any(member => string.IsNullOrWhiteSpace(member?.Id)) != true;

    private static bool HasNoGaps<T>(IList<T>? list)
        where T : class
        => list?.Contains(null!) != true;

    private static bool HasWayBack(Activity activity) =>
        string.IsNullOrEmpty(activity.ServiceUrl)
            ? activity.DeliveryMode == DeliveryModes.ExpectReplies
            : Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static async Task<string?> ReadTextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? 4096) + 1);
        var length = 0;
        try
        {
            while (await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                length += read;
                if (length > MaxBytes)
                {
                    return null;
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            return Encoding.UTF8.GetString(WithoutMark(buffer.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) =>
        text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
}
