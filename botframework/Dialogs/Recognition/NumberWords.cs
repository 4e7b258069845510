using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>The number words of a language, without accents.</summary>
internal sealed class NumberWords
{
    private const string EnglishCardinals =
        "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 "
        + "sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90";

    private const string EnglishOrdinals =
        "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 "
        + "fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 "
        + "seventieth=70 eightieth=80 ninetieth=90";

    private const string SpanishCardinals =
        "cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 "
        + "dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiun=21 veintiuno=21 veintiuna=21 veintidos=22 veintitres=23 "
        + "veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 "
        + "setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 "
        + "cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 "
        + "ochocientas=800 novecientos=900 novecientas=900";

    private const string SpanishOrdinals =
        "primer=1 primero=1 primera=1 segundo=2 segunda=2 tercer=3 tercero=3 tercera=3 cuarto=4 cuarta=4 quinto=5 quinta=5 sexto=6 sexta=6 septimo=7 "
        + "septima=7 octavo=8 octava=8 noveno=9 novena=9 decimo=10 decima=10 undecimo=11 undecima=11 duodecimo=12 duodecima=12 decimotercero=13 "
        + "decimotercera=13 decimocuarto=14 decimocuarta=14 decimoquinto=15 decimoquinta=15 decimosexto=16 decimosexta=16 decimoseptimo=17 "
        + "decimoseptima=17 decimoctavo=18 decimoctava=18 decimonoveno=19 decimonovena=19 vigesimo=20 vigesima=20 trigesimo=30 trigesima=30";

    private static readonly NumberWords English = new(EnglishCardinals, EnglishOrdinals, "hundred=100 thousand=1000 million=1000000", ["and"], ["a"]);

    private static readonly NumberWords Spanish = new(SpanishCardinals, SpanishOrdinals, "mil=1000 millon=1000000 millones=1000000", ["y"], []);

    private NumberWords(string cardinals, string ordinals, string multipliers, string[] connectors, string[] articles)
    {
        Cardinals = Parse(cardinals);
        Ordinals = Parse(ordinals);
        Multipliers = Parse(multipliers);
        Connectors = connectors.ToFrozenSet();
        Articles = articles.ToFrozenSet();
    }

    public FrozenDictionary<string, int> Cardinals { get; }

    public FrozenDictionary<string, int> Ordinals { get; }

    public FrozenDictionary<string, int> Multipliers { get; }

    /// <summary>What may stand inside a number: "a hundred and five", "treinta y uno".</summary>
    public FrozenSet<string> Connectors { get; }

    /// <summary>What may stand for one before a multiplier: "a hundred".</summary>
    public FrozenSet<string> Articles { get; }

    /// <summary>The words of a language: Spanish, or else English.</summary>
    public static NumberWords For(string? locale) => locale?.StartsWith("es", StringComparison.OrdinalIgnoreCase) == true ? Spanish : English;

    /// <summary>A word as it is looked up: in lower case, without accents.</summary>
    public static string Fold(string word)
    {
        var decomposed = word.Normalize(NormalizationForm.FormD);
        return string.Concat(decomposed.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
    }

    private static FrozenDictionary<string, int> Parse(string pairs) => pairs.Split(' ')
        .Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
