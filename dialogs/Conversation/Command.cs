using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>What is understood at any moment, whichever dialog is active.</summary>
internal enum Command
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>Show what you can do.</summary>
    Help,

    /// <summary>Stop what we are doing.</summary>
    Cancel,

    /// <summary>Forget it all and begin again.</summary>
    StartOver,
}

/// <summary>Commands are whole messages, never parts of a sentence: "cancel" is one, "cancel culture" is a topic.</summary>
internal static partial class Commands
{
    private static readonly FrozenDictionary<string, Command> s_known = new Dictionary<Command, string[]>
    {
        [Command.Help] =
        [
            "help", "help me", "i need help", "can you help me", "menu", "show menu", "show the menu",
            "main menu", "what can you do", "what do you do", "what can i ask", "what can i ask you", "options", "commands", "info",
            "ayuda", "ayudame", "necesito ayuda", "me ayudas", "me puedes ayudar", "puedes ayudarme", "ver menu", "el menu", "opciones",
            "que puedes hacer", "que sabes hacer", "que haces", "que te puedo preguntar", "que puedo preguntar", "socorro",
        ],
        [Command.Cancel] =
        [
            "cancel", "cancel that", "cancel it", "stop", "stop it", "quit", "exit", "never mind", "nevermind", "nvm", "forget it",
            "no thanks forget it", "cancelar", "cancela", "cancelalo", "para", "parar", "basta", "salir", "olvidalo", "dejalo",
            "no importa", "ya no",
        ],
        [Command.StartOver] =
        [
            "start over", "start again", "restart", "reset", "begin again", "new search", "start a new search", "clear",
            "empezar de nuevo", "empieza de nuevo", "volver a empezar", "comenzar de nuevo", "reiniciar", "otra vez desde el principio",
            "nueva busqueda", "borrar todo",
        ],
    }.SelectMany(entry => entry.Value.Select(phrase => (phrase, entry.Key))).ToFrozenDictionary(entry => entry.phrase, entry => entry.Key);

    /// <summary>The command a message is, if it is one.</summary>
    public static Command Read(string text) => text.Length > 60 ? Command.None : s_known.GetValueOrDefault(WithoutPlease(Phrases.Plain(text)));

    private static string WithoutPlease(string plain) => Please().Replace(plain, string.Empty);

    [GeneratedRegex("^(please|pls|plz|por favor|porfa(vor)?) | (please|pls|plz|por favor|porfa(vor)?)$")]
    private static partial Regex Please();
}
