namespace Microsoft.Bot.Schema;

/// <summary>Activity types that stay between bot and adapter and are never sent to a channel.</summary>
public static class ActivityTypesEx
{
    /// <summary>A pause before what follows; <see cref="Activity.Value"/> is its length in milliseconds.</summary>
    public const string Delay = "delay";

    /// <summary>The answer to an invoke; <see cref="Activity.Value"/> is the <c>InvokeResponse</c>.</summary>
    public const string InvokeResponse = "invokeResponse";
}
