using System.Net.WebSockets;

namespace LibraryBot.WebChat;

/// <summary>Sends a conversation's activities over a WebSocket, from a watermark on, until either side has enough.</summary>
internal static class WebChatStream
{
    public static async Task RunAsync(WebSocket socket, WebChatConversation conversation, long watermark, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = ListenAsync(socket, stop);
        conversation.Join();
        try
        {
            while (!stop.IsCancellationRequested && socket.State == WebSocketState.Open)
            {
                var (activities, next, changed) = conversation.After(watermark);
                if (activities.Count > 0)
                {
                    await socket.SendAsync(WebChatJson.ActivitySet(activities, next), WebSocketMessageType.Text, endOfMessage: true, stop.Token);
                    watermark = next;
                }
                else
                {
                    await changed.WaitAsync(stop.Token);
                }
            }
        }
        // The page went away or the bot is stopping: the page comes back with its watermark.
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
        }
        finally
        {
            conversation.Leave();
        }

        await stop.CancelAsync();
        await listening;
    }

    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource stop)
    {
        var buffer = new byte[512];
        try
        {
            // A page has nothing to say here; what it sends is read away, and its goodbye noticed.
            while ((await socket.ReceiveAsync(buffer.AsMemory(), stop.Token)).MessageType != WebSocketMessageType.Close)
            {
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
        }
        finally
        {
            await stop.CancelAsync();
        }
    }
}
