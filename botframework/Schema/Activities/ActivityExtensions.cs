using System.Text.RegularExpressions;

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

            if (mention.Text is null)
            {
                var name = Regex.Escape(mention.Mentioned!.Name ?? string.Empty);
                activity.Text = Regex.Replace(activity.Text, $"<at>{name}</at>", string.Empty, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Trim();
            }
            else if (mention.Text.Length > 0)
            {
                activity.Text = Regex.Replace(activity.Text, Regex.Escape(mention.Text), string.Empty, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Trim();
            }
        }

        return activity.Text;
    }
}
