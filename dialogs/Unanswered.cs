using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs;

/// <summary>
/// What a capability's dialog returns from <c>ContinueDialogAsync</c> for a message that is none of its business. It stays where it is, and
/// <see cref="MainDialog"/> looks for somebody else.
/// </summary>
internal static class Unanswered
{
    private static readonly object s_mark = new();

    /// <summary>The result to return; nothing may have been sent.</summary>
    public static DialogTurnResult Result { get; } = new(DialogTurnStatus.Waiting, s_mark);

    /// <summary>Whether a result says so.</summary>
    public static bool Is(DialogTurnResult result) => ReferenceEquals(result.Result, s_mark);
}

/// <summary>A dialog that tells, before it is continued, whether a message is plainly about what it has just shown.</summary>
internal interface IMayClaim
{
    /// <summary>Whether it is. What a dialog claims is not taken for a question of fact.</summary>
    bool Claims(CapabilityRequest request, DialogInstance dialog);

    /// <summary>Whether "cancel" means something that it has just shown or done, and not the conversation. It is continued with the words then.</summary>
    bool ClaimsCancel(DialogInstance dialog) => false;
}

/// <summary>A dialog that may know the answer to what no capability was recognised in: a bare title, a single word.</summary>
internal interface IMayKnow
{
    /// <summary>Whether it has a good answer. Sends nothing; where it has one, the dialog is begun with the same request.</summary>
    Task<bool> KnowsAsync(CapabilityRequest request, CancellationToken cancellationToken);
}

/// <summary>
/// A dialog for which a message may be plainly meant, whatever is being talked about: "renew it" while books are shown. It is begun then, and what was being talked about
/// is not asked first.
/// </summary>
internal interface IMayOwn
{
    /// <summary>Whether the message is for this dialog and for no other. To be said of a few plain sentences only.</summary>
    bool Owns(CapabilityRequest request);
}
