using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Dialogs.Kits;

/// <summary>The small words of requests for kits, as they are compared: without accents and plural.</summary>
internal static class KitWords
{
    private static readonly HashSet<string> s_kit = Set("kit kits unit units unidad unidades paquete paquetes set sets textset kitt conjunto bundle collection coleccion unti uniit lesson lessons leccion project");
    private static readonly HashSet<string> s_students = Set(
        "student students kid kids child children pupil pupils learner learners scholar scholars boy girl reader readers grader graders niño niños nino nina ninos ninas alumno alumna alumnos alumnas "
        + "estudiante estudiantes chico chica chicos chicas muchacho muchachos lector lectores studnet studnets studens sudents estudaintes");
    private static readonly HashSet<string> s_class = Set("class classroom clase classes salon grupo group groups homeroom");
    private static readonly HashSet<string> s_reads = Set("read reads reading reader readers level levels lvl nivel leen lee leyendo lector lectores redaing readin");
    private static readonly HashSet<string> s_only = Set("only just solo solamente nomas unicamente");
    private static readonly HashSet<string> s_other = Set(
        "on about sobre covering around abt acerca topic tema theme study studies studying estudio estamos teaching teach enseno ensenar enseñar doing make build put together prepare create haz hazme arma armame prepara preparame "
        + "crea pull gather assemble resource resources recursos material materials materiales titles titulos text texts textos copy copies copias mixed different levels niveles enough suficientes each cada everyone "
        + "todos teacher maestro maestra profesor standard standards estandar estandares aligned total instead actually ahora now mejor total hay somos son tengo tenemos have are there they speak speakers hablan who that which que them "
        + "us at in en a de of with con also tambien want need them one uno una starting start next week semana proxima month fall spring otono primavera winter more mas extra add agrega incluye");

    /// <summary>Whether a word stands for a kit.</summary>
    public static bool IsKit(Token token) => s_kit.Contains(token.Plain) || s_kit.Contains(token.Key);

    /// <summary>Whether a word stands for students.</summary>
    public static bool IsStudent(Token token) => s_students.Contains(token.Plain) || s_students.Contains(token.Key);

    /// <summary>Whether a word stands for a class.</summary>
    public static bool IsClass(Token token) => s_class.Contains(token.Plain);

    /// <summary>Whether a word says how somebody reads.</summary>
    public static bool IsReading(Token token) => s_reads.Contains(token.Plain) || s_reads.Contains(token.Key);

    /// <summary>Whether a word leaves out all others.</summary>
    public static bool IsOnly(Token token) => s_only.Contains(token.Plain);

    /// <summary>Whether some word of a sentence is of a kind.</summary>
    public static bool Find(Sentence sentence, Func<Token, bool> isOne) => sentence.Tokens.Any(isOne);

    /// <summary>Whether a sentence speaks of a kit.</summary>
    public static bool SpeaksOfKit(string text, string language) => Find(Sentence.Of(text, language), token => token.Plain is "kit" or "kits" or "kitt" or "paquete" or "paquetes")
        || (Phrases.Plain(text) is var plain && (plain.Contains("text set", StringComparison.Ordinal) || plain.Contains("book set", StringComparison.Ordinal)
            || plain.Contains("class set", StringComparison.Ordinal) || plain.Contains("set of books", StringComparison.Ordinal) || plain.Contains("para mi unidad", StringComparison.Ordinal)
            || plain.Contains("for my unit", StringComparison.Ordinal) || plain.Contains("conjunto de libros", StringComparison.Ordinal) || plain.Contains("libros para una unidad", StringComparison.Ordinal)));

    /// <summary>Uses up the words that are no topic.</summary>
    public static void UseAll(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var token = sentence.Tokens[at];
            if (sentence.IsFree(at) && (IsKit(token) || IsStudent(token) || IsClass(token) || IsReading(token) || IsOnly(token) || s_other.Contains(token.Plain) || SaidCount.At(sentence, at) is not null))
            {
                sentence.Use(at, 1);
            }
        }
    }

    /// <summary>Whether what was left for a topic is none.</summary>
    public static bool SaysNothing(string word) => Phrases.Plain(word).Length < 2 || s_other.Contains(Phrases.Plain(word)) || s_kit.Contains(Phrases.Plain(word));

    private static HashSet<string> Set(string words) => new(words.Split(' ').Select(Phrases.Plain), StringComparer.Ordinal);
}
