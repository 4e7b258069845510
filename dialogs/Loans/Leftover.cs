using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Dialogs.Loans;

/// <summary>What is left of a sentence when the words that ask are taken from its ends: the title it is about.</summary>
internal static class Leftover
{
    private static readonly HashSet<string> s_asks = new(StringComparer.Ordinal)
    {
        "a", "abisame", "again", "alert", "all", "and", "are", "as", "at", "available", "back", "bak", "be", "been", "being", "book", "books", "brings", "can", "cancel", "come", "comes", "copies", "copy", "could", "day", "delete",
        "do", "dont", "drop", "due", "ever", "extend", "for", "forget", "free", "from", "gets", "give", "has", "have", "hello", "here", "hey", "hi", "hold", "holds", "i", "id", "if", "in", "inform", "is", "its", "just",
        "keep", "know", "lemme", "let", "library", "like", "line", "list", "longer", "me", "message", "minute", "moment", "more", "my", "need", "no", "not", "notify", "now", "of", "off", "on", "once", "out", "ping", "please", "pls",
        "plz", "put", "ready", "remind", "remove", "renew", "renewal", "return", "returned", "returns", "right", "s", "shelf", "somebody", "someone", "soon", "stop", "stock", "take", "tel", "telling", "tell", "text", "thanks", "the", "there",
        "time", "to", "try", "undo", "up", "via", "waiting", "want", "wanna", "we", "wen", "when", "whenever", "will", "with", "would", "write", "you", "u", "about", "anymore", "any", "notification", "notifications", "alerts", "reservation",
        "ahora", "al", "anula", "anular", "apartado", "apenas", "aqui", "avisa", "avisame", "avisar", "avisarme", "avisas", "avisenme", "aviseme", "avises", "aviso", "avisos", "biblioteca", "borra", "borrar", "cancela", "cancelar",
        "como", "con", "cuando", "cuanto", "de", "del", "devuelvan", "devuelva", "digame", "dime", "dimelo", "disponible", "ejemplar", "elimina", "eliminar", "en", "espera", "esta", "este", "esten", "favor", "haya", "hazme", "la", "las",
        "lo", "los", "libre", "libro", "libros", "lista", "listo", "llega", "llegue", "mas", "me", "mi", "mis", "necesito", "no", "notificame", "nuevo", "otra", "para", "podrias", "por", "porfa", "pronto", "puede", "puedes", "puedo",
        "que", "quiero", "quisiera", "quita", "quitar", "regresa", "regrese", "renovar", "renueva", "renuevame", "reserva", "reservas", "saber", "se", "si", "tan", "tiempo", "un", "una", "unos", "vez", "vuelva", "vuelve", "ya", "yegue", "yo", "q", "ke", "vence", "vencen", "debo", "tengo", "devolver", "regresar", "bring", "turn",
    };

    /// <summary>Takes the asking words from both ends; what stands between is left as it is, but for case, accents and punctuation.</summary>
    public static string Of(string text)
    {
        var words = Phrases.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(words, word => !s_asks.Contains(word));
        return first < 0 ? string.Empty : string.Join(' ', words[first..(Array.FindLastIndex(words, word => !s_asks.Contains(word)) + 1)]);
    }
}
