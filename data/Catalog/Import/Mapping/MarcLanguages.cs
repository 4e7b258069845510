using System.Collections.Frozen;
using System.Text.RegularExpressions;
using LibraryBot.Data.Catalog.Import.Marc;

namespace LibraryBot.Data.Catalog.Import.Mapping;

/// <summary>Reads the languages of a work: 008/35-37 and 041 $a $d, and the note (546) where these say nothing or only one of two.</summary>
internal static partial class MarcLanguages
{
    private static readonly FrozenSet<string> Codes = (
        "aar abk ace ach ada ady afa afh afr ain aka akk alb ale alg alt amh ang anp apa ara arc arg arm arn arp art arw asm ast ath aus ava ave awa aym aze bad bai bak bal bam ban " +
        "baq bas bat bej bel bem ben ber bho bih bik bin bis bla bnt bos bra bre btk bua bug bul bur byn cad cai car cat cau ceb cel cha chb che chg chi chk chm chn cho chp chr chu chv " +
        "chy cmc cnr cop cor cos cpe cpf cpp cre crh crp csb cus cze dak dan dar day del den dgr din div doi dra dsb dua dum dut dyu dzo efi egy eka elx eng enm epo est ewe ewo fan fao fat " +
        "fij fil fin fiu fon fre frm fro frr frs fry ful fur gaa gay gba gem geo ger gez gil gla gle glg glv gmh goh gon gor got grb grc gre grn gsw guj gwi hai hat hau haw heb her hil him " +
        "hin hit hmn hmo hrv hsb hun hup iba ibo ice ido iii ijo iku ile ilo ina inc ind ine inh ipk ira iro ita jav jbo jpn jpr jrb kaa kab kac kal kam kan kar kas kau kaw kaz kbd kha khi " +
        "khm kho kik kin kir kmb kok kom kon kor kos kpe krc krl kro kru kua kum kur kut lad lah lam lao lat lav lez lim lin lit lol loz ltz lua lub lug lui lun luo lus mac mad mag mah mai " +
        "mak mal man mao map mar mas may mdf mdr men mga mic min mis mkh mlg mlt mnc mni mno moh mon mos mun mus mwl mwr myn myv nah nai nap nau nav nbl nde ndo nds nep new nia nic niu nno " +
        "nob nog non nor nqo nso nub nwc nya nym nyn nyo nzi oci oji ori orm osa oss ota oto paa pag pal pam pan pap pau peo per phi phn pli pol pon por pra pro pus que raj rap rar roa roh " +
        "rom rum run rup rus sad sag sah sai sal sam san sas sat scn sco sel sem sga sgn shn sid sin sio sit sla slo slv sma sme smi smj smn smo sms sna snd snk sog som son sot spa srd srn " +
        "srp srr ssa ssw suk sun sus sux swa swe syc syr tah tai tam tat tel tem ter tet tgk tgl tha tib tig tir tiv tkl tlh tli tmh tog ton tpi tsi tsn tso tuk tum tup tur tut tvl twi tyv " +
        "udm uga uig ukr umb urd uzb vai ven vie vol vot wak wal war was wel wen wln wol xal xho yao yap yid yor ypk zap zbl zen zha znd zul zun zza").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string Name, string Code)[] Names =
    [
        ("english", "eng"), ("spanish", "spa"), ("french", "fre"), ("german", "ger"), ("italian", "ita"), ("portuguese", "por"), ("chinese", "chi"), ("japanese", "jpn"),
        ("korean", "kor"), ("russian", "rus"), ("arabic", "ara"), ("hebrew", "heb"), ("latin", "lat"), ("greek", "gre"), ("vietnamese", "vie"), ("polish", "pol"),
        ("haitian creole", "hat"), ("hindi", "hin"), ("urdu", "urd"), ("tagalog", "tgl"), ("somali", "som"), ("hmong", "hmn"), ("navajo", "nav"), ("dutch", "dut"),
        ("swedish", "swe"), ("ukrainian", "ukr"), ("persian", "per"), ("español", "spa"), ("inglés", "eng"),
    ];

    /// <summary>Codes, the main language first; empty where none is certain.</summary>
    public static List<string> Read(MarcRecord record)
    {
        var languages = new List<string>();
        Add(languages, Fixed(record.Control("008")));
        foreach (var field in record.All("041").Where(field => field.Indicator2 != '7'))
        {
            foreach (var subfield in field.Subfields.Where(each => each.Code is 'a' or 'd'))
            {
                // Older records run the codes together: "engfreger".
                var codes = subfield.Value.Trim();
                for (var at = 0; codes.Length % 3 == 0 && at < codes.Length; at += 3)
                {
                    Add(languages, codes.Substring(at, 3));
                }
            }
        }

        foreach (var note in record.All("546").Select(field => field['a']).OfType<string>())
        {
            if (languages.Count == 0 || (languages.Count == 1 && Bilingual().IsMatch(note)))
            {
                AddNamed(languages, note);
            }
        }

        return languages;
    }

    /// <summary>The code for "eng", "English" or "Español"; null for what is none.</summary>
    public static string? Parse(string text)
    {
        var lower = text.Trim().ToLowerInvariant();
        return Codes.Contains(lower) ? lower : lower switch
        {
            "en" => "eng",
            "es" => "spa",
            "fr" => "fre",
            "de" => "ger",
            _ => Array.Find(Names, each => each.Name == lower).Code,
        };
    }

    /// <summary>
    /// 008/35-37. In a field that lost its blanks the code is the last group of three letters, followed by one or two single letters; it
    /// counts only where it is a language.
    /// </summary>
    private static string? Fixed(string? field) => field switch
    {
        null => null,
        { Length: 40 } => field.Substring(35, 3),
        _ => Collapsed().Match(field) is { Success: true } match ? match.Groups[1].Value : null,
    };

    private static void AddNamed(List<string> languages, string note)
    {
        foreach (var clause in note.Split(';', '.'))
        {
            if (NotOfTheText().IsMatch(clause))
            {
                continue;
            }

            foreach (var (name, code) in Names)
            {
                if (clause.Contains(name, StringComparison.OrdinalIgnoreCase))
                {
                    Add(languages, code);
                }
            }
        }
    }

    private static void Add(List<string> languages, string? code)
    {
        var lower = code?.ToLowerInvariant();
        if (lower is not null && Codes.Contains(lower) && !languages.Contains(lower))
        {
            languages.Add(lower);
        }
    }

    [GeneratedRegex(@"\s([a-z]{3})(?:\s+[a-z|])?(?:\s+[a-z|])?\s*$")]
    private static partial Regex Collapsed();

    [GeneratedRegex(@"bilingual|bilingüe|text in \w+ and|text in both|parallel|\band\b.*\btext\b|^(?:in )?\w+ and \w+\.?$|en español e inglés|en inglés y español", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bilingual();

    [GeneratedRegex(@"subtitle|translated|translation|abstract|summar|caption|original", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotOfTheText();
}
