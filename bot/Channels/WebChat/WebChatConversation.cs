using System.Security.Cryptography;
using Microsoft.Bot.Schema;

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

    /// <summary>How many bytes of them; the last one is kept whatever its size.</summary>
    private const int KeptBytes = 128 * 1024;

    // A conversation taken up again after a restart begins a new list; its ids must not be those of the list before, which count as taken.
    private readonly string _list = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    private readonly Lock _lock = new();
    private readonly List<byte[]> _activities = [];
    private readonly Queue<(string ClientId, string Id)> _taken = [];
    private readonly Queue<(string Id, DateTimeOffset At)> _said = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _listeners;
    private long _first;
    private long _size;
    private long _number;

    /// <summary>The conversation's id.</summary>
    public string Id => id;

    /// <summary>Who chats in it.</summary>
    public string User => user;

    /// <summary>The page's language, "en" or "es", or null.</summary>
    public string? Locale { get; set; }

    /// <summary>When something last happened in it, in UTC.</summary>
    public DateTimeOffset LastUsed { get; set; }

    /// <summary>Whether a page is listening. A conversation that is listened to is not forgotten: what came next would go past the page.</summary>
    public bool IsListenedTo => Volatile.Read(ref _listeners) > 0;

    /// <summary>A page begins to listen.</summary>
    public void Join() => Interlocked.Increment(ref _listeners);

    /// <summary>A page has gone.</summary>
    public void Leave() => Interlocked.Decrement(ref _listeners);

    /// <summary>A new id for an activity of this conversation.</summary>
    public string NextActivityId() => $"{id}|{_list}{Interlocked.Increment(ref _number):D7}";

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

    /// <summary>
    /// When an activity was first said. The page (webchat.js 4.18.1) orders activities by their time, so what takes the place of another
    /// must have that one's time to stand where it stood.
    /// </summary>
    /// <param name="activityId">Its id.</param>
    /// <param name="now">The time, in UTC, for one that is new or so old that it is no longer known.</param>
    public DateTimeOffset FirstSaidAt(string activityId, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var (said, at) in _said)
            {
                if (said == activityId)
                {
                    return at;
                }
            }

            _said.Enqueue((activityId, now));
            if (_said.Count > Kept)
            {
                _said.Dequeue();
            }

            return now;
        }
    }

    /// <summary>Adds an activity for the page to see. One with the id of an earlier one takes its place on the page.</summary>
    public void Add(Activity activity)
    {
        var json = WebChatJson.Write(activity);
        TaskCompletionSource changed;
        lock (_lock)
        {
            _activities.Add(json);
            _size += json.Length;
            while (_activities.Count > Kept || (_size > KeptBytes && _activities.Count > 1))
            {
                _size -= _activities[0].Length;
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
    public (IReadOnlyList<byte[]> Activities, long Watermark, Task Changed) After(long watermark)
    {
        lock (_lock)
        {
            var end = _first + _activities.Count;
            var from = watermark < 0 || watermark > end ? end : Math.Max(watermark, _first);
            return (_activities.GetRange((int)(from - _first), (int)(end - from)), end, _changed.Task);
        }
    }
}
