using LibraryBot.Data.Calendar;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>Answers to what belongs to no capability.</summary>
internal sealed class GeneralAnswers(LibraryProfile profile, Menu menu)
{
    /// <summary>Whom to ask, with all that is known of how: "Ms. Ortiz (ortiz@example.org, 555-0100)".</summary>
    public string Contact
    {
        get
        {
            if (profile.Contact is not { } contact)
            {
                return ConversationStrings.TheLibrarian;
            }

            string[] ways = [.. new[] { contact.Email, contact.Telephone }.OfType<string>().Where(way => way.Length > 0)];
            return ways.Length == 0 ? contact.Name : $"{contact.Name} ({string.Join(", ", ways)})";
        }
    }

    /// <summary>To somebody who may be in danger.</summary>
    public Activity Care() => Text(Words.Of(ConversationStrings.Care, Contact));

    /// <summary>To what the bot cannot do: says so, says what it can, and whom to ask.</summary>
    public Activity OutOfScope(Speaker speaker) => menu.Message(Words.Of(ConversationStrings.OutOfScope, Contact), speaker);

    /// <summary>To what somebody else may use only.</summary>
    public Activity NotForYou() => Text(Words.Of(ConversationStrings.NotForYou, Contact));

    /// <summary>To a button that is out of date or was never ours.</summary>
    public static Activity StaleButton() => Text(ConversationStrings.StaleButton);

    /// <summary>To a message without a word that could be understood; null where there are words.</summary>
    public Activity? WithoutWords(IncomingKind kind) => kind switch
    {
        IncomingKind.Nothing => Text(ConversationStrings.Nothing),
        IncomingKind.Symbols => Text(ConversationStrings.Symbols),
        IncomingKind.Attachment => Text(ConversationStrings.Attachment),
        IncomingKind.AnotherScript => Text(Words.Of(ConversationStrings.AnotherScript, Contact)),
        _ => null,
    };

    /// <summary>A message of words only.</summary>
    public static Activity Text(string text) => MessageFactory.Text(text, text, InputHints.AcceptingInput);
}
