using System.Globalization;
using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.People;
using LibraryBot.State;
using LibraryBot.Teams;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace LibraryBot;

/// <summary>
/// One turn: finds who is speaking and in which language to answer, runs the dialog, and saves what it left. In Teams also what is no message:
/// the bot is installed, taken away, or asked from the compose box.
/// </summary>
internal sealed class LibraryTeamsBot(
    MainDialog dialog,
    Menu menu,
    SpokenLanguage language,
    ConversationState conversation,
    PersonFinder people,
    AddressBook addresses,
    IPrivateMessages privately,
    CatalogExtension catalog)
    : TeamsActivityHandler
{
    private readonly IStatePropertyAccessor<DialogState> _dialogState = conversation.CreateProperty<DialogState>(nameof(DialogState));

    /// <inheritdoc/>
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (TeamsPlace.IsOverheard(activity))
        {
            return;
        }

        if (activity.IsTeams() && activity.Type == ActivityTypes.Message)
        {
            TeamsMentions.MakePlain(activity);
        }

        var met = await people.FindAsync(turnContext, cancellationToken);
        await addresses.KeepAsync(turnContext, met, cancellationToken);
        var speaker = Speaker.From(met.Person);
        speaker = speaker with { Language = turnContext.TurnState.Get<VouchedSender>()?.ChosenLanguage ?? speaker.Language };
        turnContext.TurnState.Add(speaker);
        turnContext.TurnState.Add(privately);
        SpokenLanguage.Speak(await language.FindAsync(turnContext, speaker, cancellationToken));
        turnContext.TurnState.Add(CultureInfo.CurrentUICulture);

        await base.OnTurnAsync(turnContext, cancellationToken);
        if (!InvokeAnswer.IsRefusal(turnContext))
        {
            await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
        }
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
            ? turnContext.SendActivityAsync(menu.Welcome(SpeakerOf(turnContext)), cancellationToken)
            : Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>In Teams the bot introduces itself when it comes, not to everybody who comes later; so nobody has to be looked up here.</remarks>
    protected override Task OnTeamsMembersAddedDispatchAsync(
        IList<ChannelAccount> membersAdded,
        TeamInfo? teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        TeamsPlace.HasBot(membersAdded, turnContext.Activity) ? WelcomeAsync(turnContext, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    protected override Task OnTeamsMembersRemovedDispatchAsync(
        IList<ChannelAccount> membersRemoved,
        TeamInfo? teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        TeamsPlace.HasBot(membersRemoved, turnContext.Activity)
            ? addresses.CloseAsync(((ITurnContext)turnContext).Activity, cancellationToken)
            : Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>After an upgrade the bot is no stranger: it counts as introduced, whether or not it is known to have been.</remarks>
    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Action == InstallationUpdateActionTypes.Add
            ? WelcomeAsync(turnContext, cancellationToken)
            : addresses.BeginWelcomeAsync(((ITurnContext)turnContext).Activity, cancellationToken);

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Action == InstallationUpdateActionTypes.Remove
            ? addresses.CloseAsync(((ITurnContext)turnContext).Activity, cancellationToken)
            : Task.CompletedTask;

    /// <inheritdoc/>
    protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        catalog.AnswerAsync(turnContext, query, cancellationToken);

    /// <inheritdoc/>
    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        CardActions.AnswerAsync(
            turnContext, invokeValue.Action!, () => dialog.RunAsync(turnContext, _dialogState, cancellationToken), cancellationToken);

    private static Speaker SpeakerOf(ITurnContext turn) => turn.TurnState.Get<Speaker>() ?? Speaker.Visitor;

    private async Task WelcomeAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!await addresses.BeginWelcomeAsync(turn.Activity, cancellationToken))
        {
            return;
        }

        try
        {
            await SendWelcomeAsync(turn, cancellationToken);
        }
        catch
        {
            await addresses.UndoWelcomeAsync(turn.Activity);
            throw;
        }
    }

    private async Task SendWelcomeAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!turn.Activity.IsGroup())
        {
            await turn.SendActivityAsync(menu.Welcome(SpeakerOf(turn)), cancellationToken);
            return;
        }

        // Whoever installed the bot in a team may have chosen the channel it is to be at home in; it is installed from the general one.
        var welcome = menu.WelcomeGroup();
        var reference = turn.Activity.GetConversationReference();
        reference.ActivityId = null;
        reference.Conversation = new ConversationAccount(
            id: turn.Activity.TeamsGetSelectedChannelId() is { Length: > 0 } chosen ? chosen : TeamsPlace.Of(turn.Activity),
            isGroup: true,
            conversationType: turn.Activity.Conversation.ConversationType,
            tenantId: turn.Activity.Conversation.TenantId);
        welcome.ApplyConversationReference(reference);
        await turn.Adapter.SendActivitiesAsync(turn, [welcome], cancellationToken);
    }
}
