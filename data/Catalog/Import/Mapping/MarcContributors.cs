using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads who made a work: 100-111, 700-711, and the same names in another script from 880.</summary>
internal static class MarcContributors
{
    private const int Longest = 300;
    private static readonly string[] Main = ["100", "110", "111"];
    private static readonly string[] Added = ["700", "710", "711"];

    /// <summary>The contributors, the main entry first, each name once per role.</summary>
    public static List<Contributor> Read(MarcRecord record)
    {
        var contributors = new List<Contributor>();
        var statement = record.First("245")?['c'];
        var usual = record.LeaderAt(6) is 'c' or 'd' or 'j' ? "composer" : "author";
        foreach (var tag in Main)
        {
            foreach (var field in record.All(tag))
            {
                Add(contributors, field, tag, usual);
            }
        }

        foreach (var tag in Added)
        {
            foreach (var field in record.All(tag))
            {
                Add(contributors, field, tag, RelatorTerms.FromStatement(statement, field['a'] ?? "") ?? "contributor");
            }
        }

        foreach (var field in record.All("880"))
        {
            if (field['6'] is { Length: >= 3 } link && (Main.Contains(link[..3]) || Added.Contains(link[..3])))
            {
                Add(contributors, field, link[..3], Main.Contains(link[..3]) ? usual : "contributor");
            }
        }

        // "Contributor" says nothing where the same name has a role of its own.
        contributors.RemoveAll(each => each.Role == "contributor" && contributors.Exists(other => other.Name == each.Name && other.Role != "contributor"));
        return contributors;
    }

    private static void Add(List<Contributor> contributors, MarcField field, string tag, string usual)
    {
        var name = Spaces.Cut(Name(field, tag), Longest);
        if (name.Length == 0)
        {
            return;
        }

        var roles = field.All(tag[1..] == "11" ? 'j' : 'e').Select(RelatorTerms.FromTerm)
            .Concat(field.All('4').Select(RelatorTerms.FromCode))
            .OfType<string>().Distinct().DefaultIfEmpty(usual);
        foreach (var role in roles)
        {
            var contributor = new Contributor(name, role);
            if (!contributors.Contains(contributor))
            {
                contributors.Add(contributor);
            }
        }
    }

    private static string Name(MarcField field, string tag)
    {
        var name = Isbd.Trim(field['a'] ?? "");
        return tag[1..] switch
        {
            "00" when field.Indicator1 == '0' || field['b'] is not null => Isbd.Trim(field.Join("abc")),
            "10" => string.Join(". ", field.All('b').Select(Isbd.Trim).Prepend(name).Where(part => part.Length > 0)),
            _ => name,
        };
    }
}
