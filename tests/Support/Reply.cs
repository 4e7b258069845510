using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Support;

/// <summary>What came back in one turn.</summary>
internal sealed class Reply(IReadOnlyList<Activity> messages)
{
    public IReadOnlyList<Activity> Messages => messages;

    /// <summary>Every sentence outside cards.</summary>
    public string Text => string.Join("\n", messages.Select(message => message.Text).Where(text => !string.IsNullOrEmpty(text)));

    /// <summary>Every sentence, in cards and outside them.</summary>
    public string All => string.Join("\n", new[] { Text }.Concat(Cards.SelectMany(card => card.SelectTokens("..text").Concat(card.SelectTokens("..value")).Select(text => text.ToString()))));

    public IReadOnlyList<JObject> Cards =>
    [
        .. messages.SelectMany(message => message.Attachments ?? [])
            .Where(attachment => attachment.ContentType == AdaptiveCard.ContentType)
            .Select(attachment => JObject.Parse(((AdaptiveCard)attachment.Content!).ToJson())),
    ];

    public JObject Card => Assert.Single(Cards);

    /// <summary>The titles on the card, in order.</summary>
    public IReadOnlyList<string> Titles =>
        [.. Card.SelectTokens("$.body[?(@.type == 'Container')].items[0].text").Select(text => text.ToString().Split(" · ", 2)[^1])];

    public IReadOnlyList<string> Buttons => [.. Card.SelectTokens("$..[?(@.type =~ /^Action\\./)].title").Select(title => title.ToString())];

    public JObject Button(string title, string? tooltip = null) => (JObject)Cards
        .SelectMany(card => card.SelectTokens("$..[?(@.type == 'Action.Submit')]"))
        .First(action => (string?)action["title"] == title && (tooltip is null || (string?)action["tooltip"] == tooltip))["data"]!;
}
