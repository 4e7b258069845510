using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Kits;

/// <summary>Finds standards by the codes people say.</summary>
/// <param name="factory">The library's database.</param>
public sealed class StandardLookup(IDbContextFactory<LibraryContext> factory)
{
    private const int ShortestPart = 3;

    /// <summary>
    /// The standards of these codes, in their order; a code that is none is left out. Where no standard is called so, the only one that ends so
    /// is meant: "RI.5.3" for "CCSS.ELA-LITERACY.RI.5.3", "I.A.1" for "AASL I.A.1".
    /// </summary>
    public async Task<IReadOnlyList<Standard>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var keys = codes.Select(Standard.KeyOf).Where(key => key.Length > 0).Distinct().ToList();
        if (keys.Count == 0)
        {
            return [];
        }

        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        // A school has some hundreds; to end somehow is nothing an index could find.
        var all = await context.Standards.AsNoTracking().Select(standard => new { standard.Id, standard.Key, standard.Code }).ToListAsync(cancellationToken);
        var ids = new List<int>();
        foreach (var key in keys)
        {
            var found = all.Where(standard => standard.Key == key).ToList();
            found = found.Count > 0 || key.Length < ShortestPart ? found : all.Where(standard => EndsWith(standard.Code, key)).ToList();
            if (found.Count == 1 && !ids.Contains(found[0].Id))
            {
                ids.Add(found[0].Id);
            }
        }

        var standards = await context.Standards.AsNoTracking().Where(standard => ids.Contains(standard.Id)).ToDictionaryAsync(standard => standard.Id, cancellationToken);
        return [.. ids.Select(id => standards[id])];
    }

    // The end of a code begins where a part of it begins: "I.A.1" ends "AASL I.A.1" and not "AASL VI.A.1".
    private static bool EndsWith(string code, string key)
    {
        for (var at = 1; at < code.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(code[at - 1]) && Standard.KeyOf(code[at..]) == key)
            {
                return true;
            }
        }

        return false;
    }
}
