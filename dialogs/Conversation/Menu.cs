using AdaptiveCards;
using LibraryBot.Data.Calendar;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>What the bot can do for somebody, as a card of buttons, with the school's own links.</summary>
public sealed class Menu
{
    private readonly IReadOnlyList<Capability> _capabilities;
    private readonly LibraryProfile _profile;

    /// <summary>The menu of a school.</summary>
    public Menu(IEnumerable<Capability> capabilities, LibraryProfile profile)
    {
        _capabilities = [.. capabilities];
        _profile = profile;
    }

    /// <summary>The welcome for somebody who has just come, in the current culture: a greeting and the menu.</summary>
    public Activity Welcome(Speaker speaker) => Message(
        speaker.DisplayName is { } name
            ? Words.Of(ConversationStrings.WelcomePerson, name, _profile.Name)
            : Words.Of(ConversationStrings.Welcome, _profile.Name),
        speaker);

    /// <summary>The welcome for a group that the bot was brought into, in the current culture: how to talk to it where others read along.</summary>
    public Activity WelcomeGroup() => Message(Words.Of(ConversationStrings.WelcomeGroup, _profile.Name), Speaker.Visitor);

    /// <summary>The menu of a speaker's role in the current culture, after a sentence.</summary>
    internal Activity Message(string text, Speaker speaker) => CardParts.Message(text, Card(speaker));

    /// <summary>The buttons of a role.</summary>
    internal IEnumerable<MenuEntry> EntriesFor(Speaker speaker) => _capabilities
        .Where(capability => capability.Roles.Count == 0 || capability.Roles.Contains(speaker.Role))
        .SelectMany(capability => capability.Menu());

    private AdaptiveCard Card(Speaker speaker)
    {
        var entries = EntriesFor(speaker).ToList();
        var links = _profile.QuickLinks.Select(link => new AdaptiveOpenUrlAction { Title = link.Text.Here(), Url = link.Url }).ToList();
        var card = CardParts.Card(
            Words.Of(ConversationStrings.MenuPlain, Words.List(entries.Select(entry => Words.Of(ConversationStrings.MenuPlainEntry, entry.Text, entry.Example)))),
            CardParts.Heading(ConversationStrings.Menu),
            CardParts.Line(ConversationStrings.MenuHint, subtle: true),
            Buttons(entries.Select(entry => CardTap.SayButton(entry.Text, entry.Example))));
        if (links.Count > 0)
        {
            card.Body.Add(CardParts.Heading(ConversationStrings.Links));
            card.Body.Add(Buttons(links));
        }

        return card;
    }

    // Some clients show no more than six buttons in a row of them.
    private static AdaptiveContainer Buttons(IEnumerable<AdaptiveAction> actions) => new()
    {
        Items = [.. actions.Chunk(4).Select(row => new AdaptiveActionSet { Actions = [.. row] })],
    };
}
