using System.Globalization;
using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.People;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace LibraryBot;

/// <summary>One turn: finds who is speaking and in which language to answer, runs the dialog, and saves what it left.</summary>
internal sealed class LibraryTeamsBot(MainDialog dialog, Menu menu, SpokenLanguage language, ConversationState conversation, PersonFinder people)
    : TeamsActivityHandler
{
    private readonly IStatePropertyAccessor<DialogState> _dialogState = conversation.CreateProperty<DialogState>(nameof(DialogState));

    /// <inheritdoc/>
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var speaker = Speaker.From(await people.FindAsync(turnContext, cancellationToken));
        speaker = speaker with { Language = turnContext.TurnState.Get<VouchedSender>()?.ChosenLanguage ?? speaker.Language };
        turnContext.TurnState.Add(speaker);
        SpokenLanguage.Speak(await language.FindAsync(turnContext, speaker, cancellationToken));
        turnContext.TurnState.Add(CultureInfo.CurrentUICulture);

        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        dialog.RunAsync(turnContext, _dialogState, cancellationToken);

    /// <inheritdoc/>
    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        membersAdded.Any(member => member.Id != turnContext.Activity.Recipient?.Id)
            ? turnContext.SendActivityAsync(menu.Welcome(turnContext.TurnState.Get<Speaker>() ?? Speaker.Visitor), cancellationToken)
            : Task.CompletedTask;
}
