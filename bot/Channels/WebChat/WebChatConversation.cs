using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.WebChat;

/// <summary>
/// One conversation on the page: what was said, numbered, so that a page that lost its connection gets what it missed and nothing twice.
/// </summary>
/// <param name="id">The conversation's id.</param>
/// <param name="user">Who chats in it; nobody else may.</param>
internal sealed class WebChatConversation(string id, string user)
{
    /// <summary>How many activities are kept for a page that comes back.</summary>
    private const int Kept = 200;

    private readonly Lock _lock = new();
    private readonly List<JObject> _activities = [];
    private readonly Queue<(string ClientId, string Id)> _taken = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _first;
    private long _number;

    /// <summary>The conversation's id.</summary>
    public string Id => id;

    /// <summary>Who chats in it.</summary>
    public string User => user;

    /// <summary>The page's language, "en" or "es", or null.</summary>
    public string? Locale { get; set; }

    /// <summary>When something last happened in it, in UTC.</summary>
    public DateTimeOffset LastUsed { get; set; }

    /// <summary>A new id for an activity of this conversation.</summary>
    public string NextActivityId() => $"{id}|{Interlocked.Increment(ref _number):D7}";

    /// <summary>
    /// Whether an activity of the page was taken before, by the id the page gave it (<c>channelData.clientActivityID</c>), which it repeats
    /// when it tries again.
    /// </summary>
    /// <param name="clientId">The page's id for it; null where it gave none.</param>
    /// <param name="activityId">The id it would get; after the call, the id it has.</param>
    public bool WasTaken(string? clientId, ref string activityId)
    {
        if (clientId is null)
        {
            return false;
        }

        lock (_lock)
        {
            foreach (var (taken, existing) in _taken)
            {
                if (taken == clientId)
                {
                    activityId = existing;
                    return true;
                }
            }

            _taken.Enqueue((clientId, activityId));
            if (_taken.Count > Kept)
            {
                _taken.Dequeue();
            }

            return false;
        }
    }

    /// <summary>Adds an activity for the page to see. One with the id of an earlier one takes its place on the page.</summary>
    public void Add(Activity activity)
    {
        var json = JObject.FromObject(activity, WebChatJson.Serializer);
        TaskCompletionSource changed;
        lock (_lock)
        {
            _activities.Add(json);
            if (_activities.Count > Kept)
            {
                _activities.RemoveAt(0);
                _first++;
            }

            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    /// <summary>What came after a watermark, and what to wait for where nothing did.</summary>
    /// <param name="watermark">The number of activities seen; null or anything that is no such number is zero.</param>
    public (IReadOnlyList<JObject> Activities, long Watermark, Task Changed) After(long watermark)
    {
        lock (_lock)
        {
            var end = _first + _activities.Count;
            var from = watermark < 0 || watermark > end ? end : Math.Max(watermark, _first);
            return (_activities.GetRange((int)(from - _first), (int)(end - from)), end, _changed.Task);
        }
    }
}
