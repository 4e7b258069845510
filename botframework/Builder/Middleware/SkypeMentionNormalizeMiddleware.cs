using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Skype writes <c>&lt;at&gt;</c> markup into a mention but not into the message; this takes it off the mention, so that both agree.</summary>
public partial class SkypeMentionNormalizeMiddleware : IMiddleware
{
    public static void NormalizeSkypeMentionText(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.ChannelId != "skype" || activity.Type != ActivityTypes.Message)
        {
            return;
        }

        foreach (var entity in activity.Entities?.Where(entity => entity.Type == "mention") ?? [])
        {
            if (entity is Mention mention)
            {
                mention.Text = NameIn(mention.Text) ?? mention.Text;
            }
            else if (entity.Properties["text"] is { Type: JTokenType.String } text && NameIn((string?)text) is { } name)
            {
                entity.Properties["text"] = name;
            }
        }
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        NormalizeSkypeMentionText(turnContext.Activity);
        await next(cancellationToken).ConfigureAwait(false);
    }

    private static string? NameIn(string? text) => text is not null && AtMarkup().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("<at[^>]*>(?<name>.*?)</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AtMarkup();
}
