using System.Collections.Frozen;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>What people did for a work: the MARC relator terms, their codes, and the shorter forms older records have.</summary>
internal static class RelatorTerms
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["abr"] = "abridger",
        ["act"] = "actor",
        ["adp"] = "adapter",
        ["ann"] = "annotator",
        ["anm"] = "animator",
        ["arr"] = "arranger",
        ["art"] = "artist",
        ["aui"] = "author of introduction",
        ["aut"] = "author",
        ["bkd"] = "book designer",
        ["cmp"] = "composer",
        ["cnd"] = "conductor",
        ["clr"] = "colorist",
        ["com"] = "compiler",
        ["cov"] = "cover designer",
        ["cre"] = "creator",
        ["ctb"] = "contributor",
        ["ctg"] = "cartographer",
        ["drt"] = "director",
        ["dst"] = "distributor",
        ["edt"] = "editor",
        ["fmd"] = "film director",
        ["fmp"] = "film producer",
        ["hst"] = "host",
        ["ill"] = "illustrator",
        ["ins"] = "inscriber",
        ["itr"] = "instrumentalist",
        ["ive"] = "interviewee",
        ["ivr"] = "interviewer",
        ["lbt"] = "librettist",
        ["ltr"] = "letterer",
        ["lyr"] = "lyricist",
        ["mus"] = "musician",
        ["nrt"] = "narrator",
        ["org"] = "originator",
        ["pbl"] = "publisher",
        ["pht"] = "photographer",
        ["prf"] = "performer",
        ["pro"] = "producer",
        ["rdd"] = "radio director",
        ["res"] = "researcher",
        ["sce"] = "scenarist",
        ["sng"] = "singer",
        ["spk"] = "speaker",
        ["stl"] = "storyteller",
        ["sgn"] = "signer",
        ["tlp"] = "television producer",
        ["tld"] = "television director",
        ["trl"] = "translator",
        ["voc"] = "vocalist",
        ["vac"] = "voice actor",
        ["win"] = "writer of introduction",
        ["wpr"] = "writer of preface",
        ["waw"] = "author of afterword",
        ["wat"] = "writer of added text",
        ["aft"] = "author of afterword",
        ["inv"] = "inventor",
        ["isb"] = "issuing body",
        ["ilu"] = "illuminator",
        ["egr"] = "engraver",
        ["pdr"] = "project director",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Terms = new Dictionary<string, string>
    {
        ["ill"] = "illustrator",
        ["illus"] = "illustrator",
        ["tr"] = "translator",
        ["trans"] = "translator",
        ["ed"] = "editor",
        ["narr"] = "narrator",
        ["reader"] = "narrator",
        ["comp"] = "compiler",
        ["jt. author"] = "author",
        ["joint author"] = "author",
        ["co-author"] = "author",
        ["writer"] = "author",
        ["auth"] = "author",
        ["aut"] = "author",
        ["text"] = "author",
        ["illustrations"] = "illustrator",
        ["photos"] = "photographer",
        ["autor"] = "author",
        ["autora"] = "author",
        ["ilustrador"] = "illustrator",
        ["ilustradora"] = "illustrator",
        ["il"] = "illustrator",
        ["traductor"] = "translator",
        ["traductora"] = "translator",
        ["editora"] = "editor",
        ["narrador"] = "narrator",
        ["narradora"] = "narrator",
        ["perf"] = "performer",
        ["prf"] = "performer",
        ["jt. editor"] = "editor",
        ["joint editor"] = "editor",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (string Words, string Role)[] Statements =
    [
        ("written and illustrated by", "illustrator"), ("illustrated by", "illustrator"), ("illustrations by", "illustrator"), ("illustrations", "illustrator"),
        ("pictures by", "illustrator"), ("drawings by", "illustrator"), ("art by", "illustrator"), ("ilustrado por", "illustrator"), ("ilustraciones", "illustrator"),
        ("translated", "translator"), ("translation", "translator"), ("traducido", "translator"), ("traducción", "translator"),
        ("edited by", "editor"), ("editor", "editor"), ("retold by", "adapter"), ("adapted by", "adapter"), ("photographs by", "photographer"),
        ("read by", "narrator"), ("narrated by", "narrator"), ("introduction", "author of introduction"), ("directed by", "director"),
        ("colored by", "colorist"), ("color by", "colorist"), ("lettered by", "letterer"),
    ];

    /// <summary>The term for a text in $e, or null where it is blank.</summary>
    public static string? FromTerm(string text)
    {
        var term = Isbd.Trim(text).TrimEnd('.').ToLowerInvariant();
        return term.Length is 0 or > 60 ? null : Terms.GetValueOrDefault(term, term);
    }

    /// <summary>The term for a code, or for an address that ends with one ($4); null where it is not known.</summary>
    public static string? FromCode(string code) => Codes.GetValueOrDefault(code[(code.LastIndexOf('/') + 1)..].Trim().TrimEnd('.'));

    /// <summary>
    /// What the statement of responsibility says of a name filed under its surname: "by A. Lee ; illustrated by Bo Ray" makes "Ray, Bo" the
    /// illustrator. Null where it does not say.
    /// </summary>
    public static string? FromStatement(string? statement, string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (statement is null || comma < 2)
        {
            return null;
        }

        var clause = Array.Find(statement.Split(';'), part => part.Contains(name[..comma], StringComparison.OrdinalIgnoreCase));
        return clause is null ? null : Array.Find(Statements, each => clause.TrimStart(' ', '[').StartsWith(each.Words, StringComparison.OrdinalIgnoreCase)).Role;
    }
}
