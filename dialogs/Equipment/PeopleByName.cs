using System.Text.RegularExpressions;
using LibraryBot.Data;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>For whom something is to be booked, as somebody said it.</summary>
/// <param name="Name">The name without title.</param>
/// <param name="Said">The words: "Mrs. Diaz".</param>
/// <param name="HasTitle">Whether a title makes it plain that it is a person.</param>
/// <param name="IsClass">Whether it is for somebody's class.</param>
/// <param name="Rest">The sentence without it.</param>
internal sealed record SaidPerson(string Name, string Said, bool HasTitle, bool IsClass, string Rest);

/// <summary>Finds people on the roster by what they are called, misspelt too.</summary>
internal sealed partial class PeopleByName(IDbContextFactory<LibraryContext> factory)
{
    private static readonly HashSet<string> s_titles =
        ["mr", "mrs", "ms", "miss", "mx", "dr", "dra", "sr", "sra", "srta", "senor", "senora", "senorita", "maestro", "maestra", "profe", "profesor", "profesora", "coach", "principal", "director", "directora"];

    /// <summary>For whom a sentence says something is to be booked; null where it says nobody.</summary>
    /// <param name="text">The sentence without its times.</param>
    public static SaidPerson? Said(string text)
    {
        var titled = Titled().Match(text);
        var found = titled.Success ? titled : Untitled().Match(text);
        return found.Success
            ? new SaidPerson(found.Groups["name"].Value, found.Groups["said"].Value, titled.Success, found.Groups["class"].Success, text.Remove(found.Index, found.Length).Insert(found.Index, " "))
            : null;
    }

    /// <summary>Those who may be meant by a name, the likeliest only; visitors are nobody's.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var people = (await context.People.Where(person => person.Role != Role.Visitor).OrderBy(person => person.Id).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancellationToken))
            .ConvertAll(person => (person.Id, Name: person.DisplayName, Words: Words(person.DisplayName)));
        var said = Words(name);
        var exact = people.FindAll(person => said.Count > 0 && said.All(person.Words.Contains));
        if (exact.Count == 0 && said.Count > 0)
        {
            var speller = new Spelling(people.SelectMany(person => person.Words), []);
            var meant = said.ConvertAll(speller.Correct);
            exact = people.FindAll(person => meant.All(person.Words.Contains));
        }

        return [.. exact.Select(person => (person.Id, person.Name))];
    }

    /// <summary>What somebody is called; null where they are no longer on the roster.</summary>
    public async Task<string?> NameOfAsync(int personId, CancellationToken cancellationToken)
    {
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        return await context.People.Where(person => person.Id == personId).Select(person => person.DisplayName).SingleOrDefaultAsync(cancellationToken);
    }

    private static List<string> Words(string name) => [.. Phrases.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !s_titles.Contains(word))];

    [GeneratedRegex(@"(?i:\b(?:on behalf of|in the name of|for|para|a nombre de|de parte de)\s+)(?:(?i:el|la|my|mi)\s+)?(?<said>(?i:mr|mrs|ms|miss|mx|dra?|sra?|srta|señor(?:a|ita)?|maestr[oa]|profe(?:sora?)?|coach|principal|directora?)\.?\s+(?<name>\p{L}[\p{L}’'-]*?\p{L}(?:\s+\p{Lu}[\p{L}’'-]*?\p{L})?))(?:['’]s\b)?(?<class>\s+(?i:class|students|clase)\b)?(?!\p{L})")]
    private static partial Regex Titled();

    [GeneratedRegex(@"(?i:\b(?:on behalf of|in the name of|for|para|a nombre de|de parte de)\s+)(?<said>(?<name>\p{Lu}\p{Ll}[\p{L}’'-]*?\p{L}(?:\s+\p{Lu}[\p{L}’'-]*?\p{L})?))(?:['’]s\b)?(?<class>\s+(?i:class|students|clase)\b)?(?!\p{L})")]
    private static partial Regex Untitled();
}
