using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Takes the mention of the bot out of a message, and the <c>&lt;at&gt;</c> markup off the mentions of others.</summary>
public partial class NormalizeMentionsMiddleware : IMiddleware
{
    /// <summary>Whether the mention of the bot is taken out; it is unless set otherwise.</summary>
    public bool RemoveRecipientMention { get; set; } = true;

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (turnContext.Activity is { Type: ActivityTypes.Message } message)
        {
            Normalize(message);
        }

        await next(cancellationToken).ConfigureAwait(false);
    }

    [GeneratedRegex("</?at(?:\\s[^>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtMarkup();

    private void Normalize(Activity message)
    {
        if (RemoveRecipientMention)
        {
            message.RemoveRecipientMention();
            message.Entities = message.Entities?.Where(entity => !IsMentionOf(entity, message.Recipient?.Id)).ToList();
        }

        if (message.Text is null)
        {
            return;
        }

        message.Text = AtMarkup().Replace(message.Text, string.Empty).Trim();
        foreach (var entity in message.Entities ?? [])
        {
            StripMarkup(entity);
        }
    }

    private static bool IsMention(Entity? entity) => string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase);

    private static bool IsMentionOf(Entity entity, string? id) =>
        id is not null
        && IsMention(entity)
        && (entity as Mention)?.Mentioned?.Id is var mentioned
        && (mentioned ?? (entity.Properties["mentioned"] as JObject)?.Value<string>("id")) == id;

    private static void StripMarkup(Entity entity)
    {
        if (entity is Mention { Text: { } text } mention)
        {
            mention.Text = AtMarkup().Replace(text, string.Empty).Trim();
        }
        else if (IsMention(entity) && entity.Properties.TryGetValue("text", out var value) && value.Type == JTokenType.String)
        {
            entity.Properties["text"] = AtMarkup().Replace(value.Value<string>()!, string.Empty).Trim();
        }
    }
}
