namespace Microsoft.Bot.Builder;

/// <summary>What is kept about one person on one channel.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    /// <exception cref="InvalidOperationException">The activity lacks what the key is made of.</exception>
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var channelId = activity.ChannelId ?? throw new InvalidOperationException("invalid activity-missing channelId");
        var userId = activity.From?.Id ?? throw new InvalidOperationException("invalid activity-missing From.Id");
        return $"{channelId}/users/{userId}";
    }
}
