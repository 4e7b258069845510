using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Finds the title of the catalogue somebody means: one of those on the last card, by number, name or "it", or any by its name.</summary>
internal sealed partial class PointedTitles(TitleLookup lookup, TitleAnswers titles)
{
    /// <summary>The titles this conversation is looking at; null where there are none.</summary>
    public static Shown? ShownIn(DialogContext dc) => Shown.From(dc.Stack.FirstOrDefault(dialog => dialog.Id == nameof(Recommendations)));

    /// <summary>Finds it.</summary>
    /// <param name="said">What it is called, without the rest of the sentence: "hatchet", "the second one", "it"; empty where nothing was said.</param>
    /// <param name="language">The language, "en" or "es".</param>
    /// <param name="shown">What is being looked at, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Pointed> FindAsync(string said, string language, Shown? shown, CancellationToken cancellationToken)
    {
        var on = shown?.Titles ?? [];
        if (on.Count > 0 && ChoiceReader.Which(said, language, [.. on.Select(title => title.Name)]) is { } index)
        {
            return await OneAsync(on[index].Id, cancellationToken);
        }

        if (Pronoun().IsMatch(Phrases.Plain(said)))
        {
            return shown?.Focus is { } focus && focus < on.Count ? await OneAsync(on[focus].Id, cancellationToken)
                : on.Count == 1 ? await OneAsync(on[0].Id, cancellationToken)
                : new Pointed.Unclear([.. on.Select(title => title.Name)]);
        }

        return await lookup.FindAsync(new Wish { Title = said }, cancellationToken) switch
        {
            LookedUp.Owned owned => await OneAsync(owned.Title.Id, cancellationToken),
            LookedUp.Several several => new Pointed.Unclear([.. several.Titles.Select(title => title.TitleProper).Distinct().Take(5)]),
            _ => new Pointed.NotOwned(said),
        };
    }

    private async Task<Pointed> OneAsync(int titleId, CancellationToken cancellationToken) =>
        await titles.FindAsync(titleId, cancellationToken) is { } title ? new Pointed.One(title) : new Pointed.Unclear([]);

    [GeneratedRegex(@"^((the|this|that|el|la|este|esta|ese|esa)? ?(it|its|this|that|one|them|book|eso|esto|ese|esa|este|esta|el|lo|la|libro|)( one| book| libro)?)?$")]
    private static partial Regex Pronoun();
}

/// <summary>What became of finding out which title is meant.</summary>
internal abstract record Pointed
{
    private Pointed()
    {
    }

    /// <summary>This one.</summary>
    /// <param name="Title">The title, its copies loaded.</param>
    internal sealed record One(Title Title) : Pointed;

    /// <summary>It is not clear which.</summary>
    /// <param name="Names">Those it could be; none where nothing was said or shown.</param>
    internal sealed record Unclear(IReadOnlyList<string> Names) : Pointed;

    /// <summary>The library has no such title.</summary>
    /// <param name="Name">What was asked for.</param>
    internal sealed record NotOwned(string Name) : Pointed;
}
