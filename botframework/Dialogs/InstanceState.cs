using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reads what a dialog kept between turns.</summary>
internal static class InstanceState
{
    /// <summary>
    /// The value as <typeparamref name="T"/>. A storage that keeps no type names gives back plain JSON and 64-bit integers; what is made from
    /// those takes their place, so that changing it is remembered.
    /// </summary>
    public static T? Read<T>(this IDictionary<string, object?> state, string key)
    {
        switch (state.TryGetValue(key, out var value) ? value : null)
        {
            case null:
                return default;
            case T read:
                return read;
            case JToken json:
                var made = json.ToObject<T>();
                state[key] = made;
                return made;
            case IConvertible number when typeof(T).IsPrimitive:
                return (T)Convert.ChangeType(number, typeof(T), CultureInfo.InvariantCulture);
            case var other:
                throw new InvalidCastException($"The dialog's '{key}' is a {other.GetType().Name}, not a {typeof(T).Name}.");
        }
    }
}
