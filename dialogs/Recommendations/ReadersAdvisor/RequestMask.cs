using System.Text;
using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>
/// Takes out of a request what could tell who is asking: telephone and student numbers, e-mail and street addresses, the school, and names, those of the
/// roster wherever they stand and others where a sentence says that somebody is named. It would rather take out too much than too little: the catalogue
/// is searched with the request as it was said.
/// </summary>
internal sealed class RequestMask(IDbContextFactory<LibraryContext> libraries, LibraryProfile profile)
{
    /// <summary>The mask over the roster as it is now.</summary>
    public async Task<Mask> LoadAsync(CancellationToken cancellationToken)
    {
        await using var library = await libraries.CreateDbContextAsync(cancellationToken);
        var people = await library.People.AsNoTracking().Select(person => new { person.DisplayName, person.Key }).ToListAsync(cancellationToken);
        return new Mask(
            new RosterNames(people.Select(person => person.DisplayName)),
            people.Select(person => person.Key),
            [profile.School, profile.Name, .. profile.Schools.Keys]);
    }
}

/// <summary>Masks text by one roster and one school.</summary>
internal sealed class Mask(RosterNames roster, IEnumerable<string> keys, IEnumerable<string> schools)
{
    private readonly HashSet<string> _keys = keys.Where(key => key.Any(char.IsDigit)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly string[][] _schools = [.. schools.SelectMany(SchoolMasks.Phrases)];

    /// <summary>The text with a word in brackets wherever something private stood.</summary>
    public string Apply(string text)
    {
        var masked = ContactMasks.Apply(text.Normalize(NormalizationForm.FormC), _keys);
        masked = SchoolMasks.Apply(masked, _schools);
        return NameMasks.Apply(masked, roster);
    }
}
