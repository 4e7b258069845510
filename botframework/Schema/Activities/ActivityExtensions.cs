namespace Microsoft.Bot.Schema;

/// <summary>Mentions in the text of a message.</summary>
public static class ActivityExtensions
{
    /// <summary>Takes mentions of the recipient (this bot) out of the text and returns what is left.</summary>
    public static string? RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.RemoveMentionText(activity.Recipient?.Id!);
    }

    /// <summary>Takes mentions of <paramref name="id"/> out of the text and returns what is left.</summary>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var mention in activity.GetMentions())
        {
            if (!string.Equals(mention.Mentioned?.Id, id, StringComparison.Ordinal) || activity.Text is null)
            {
                continue;
            }

            var words = mention.Text ?? $"<at>{mention.Mentioned!.Name}</at>";
            if (words.Length > 0)
            {
                activity.Text = activity.Text.Replace(words, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
            }
        }

        return activity.Text;
    }
}
