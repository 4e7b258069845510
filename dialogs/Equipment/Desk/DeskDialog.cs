using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>What a librarian wants at the desk. The names are the sections of the utterances.</summary>
internal enum DeskTopic
{
    /// <summary>Know what has to be ready.</summary>
    Pull,

    /// <summary>Decide about what waits for approval.</summary>
    Approve,

    /// <summary>Decline something, with a reason.</summary>
    Decline,

    /// <summary>Hand out.</summary>
    CheckOut,

    /// <summary>Take back.</summary>
    CheckIn,

    /// <summary>Know what is out, and with whom.</summary>
    Out,

    /// <summary>Note that something is broken, lost or well again.</summary>
    Report,

    /// <summary>Close something for repair.</summary>
    Close,

    /// <summary>Open something again.</summary>
    Reopen,

    /// <summary>Know how much something is used.</summary>
    Use,

    /// <summary>See the week of something.</summary>
    Week,
}

/// <summary>The librarian's side of equipment. Answers in one turn and gives the word back; what needs more stands on its card.</summary>
internal sealed class DeskDialog(DeskAnswers answers, DeskTaps taps) : Dialog(Name)
{
    /// <summary>The capability's name: the path of its folder.</summary>
    public const string Name = "Equipment/Desk";

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var request = (CapabilityRequest)options!;
        var turn = dc.Context;
        var byId = turn.Speaker().PersonId!.Value;
        var (message, inPlace) = request.Tap is { } tap
            ? await taps.AnswerAsync(tap, byId, cancellationToken)
            : (await answers.AnswerAsync(request, Enum.TryParse<DeskTopic>(request.Intent, out var topic) ? topic : DeskTopic.Pull, byId, cancellationToken), null);
        // Who has what is nobody's business where others read along.
        await turn.SendReplyAsync(message, isPrivate: true, inPlace, cancellationToken);
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }
}
