using Microsoft.Bot.Builder;
using Newtonsoft.Json;

namespace LibraryBot.Tests.BotFramework.Dialogs;

/// <summary>A storage that keeps JSON without type names, as a database may: what is read back are JObjects and 64-bit integers.</summary>
internal sealed class PlainJsonStorage : IStorage
{
    private readonly Dictionary<string, string> _items = [];

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        Task.FromResult<IDictionary<string, object>>(keys.Where(_items.ContainsKey).ToDictionary(key => key, key => JsonConvert.DeserializeObject(_items[key])!));

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes)
        {
            _items[key] = JsonConvert.SerializeObject(value);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        Array.ForEach(keys, key => _items.Remove(key));
        return Task.CompletedTask;
    }
}
