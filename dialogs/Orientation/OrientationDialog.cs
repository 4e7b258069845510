using LibraryBot.Data.Calendar;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace LibraryBot.Dialogs.Orientation;

/// <summary>Answers in one turn and gives the word back.</summary>
internal sealed class OrientationDialog(HoursAnswers hours, LibraryProfile profile, GeneralAnswers general, Menu menu) : Dialog(nameof(Orientation)), IMayKnow
{
    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var request = (CapabilityRequest)options!;
        await dc.Context.SendActivityAsync(
            request.Tap is null ? Answer(request, dc.Context.Speaker()) : GeneralAnswers.StaleButton(),
            cancellationToken);
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> KnowsAsync(CapabilityRequest request, CancellationToken cancellationToken) => Task.FromResult(OrientationTopics.IsCourtesy(request.Text));

    private Activity Answer(CapabilityRequest request, Speaker speaker) => OrientationTopics.Of(request) switch
    {
        OrientationTopic.Hours => GeneralAnswers.Text(hours.To(request.Text)),
        OrientationTopic.Location => GeneralAnswers.Text(Where()),
        OrientationTopic.Contact => GeneralAnswers.Text(Words.Of(OrientationStrings.Contact, general.Contact)),
        OrientationTopic.Thanks => GeneralAnswers.Text(OrientationStrings.Thanks),
        OrientationTopic.Farewell => GeneralAnswers.Text(OrientationStrings.Farewell),
        OrientationTopic.HowAreYou => GeneralAnswers.Text(OrientationStrings.HowAreYou),
        OrientationTopic.WhoAreYou => GeneralAnswers.Text(Words.Of(OrientationStrings.WhoAreYou, profile.Name, general.Contact)),
        OrientationTopic.Privacy => GeneralAnswers.Text(OrientationStrings.Privacy),
        OrientationTopic.Greeting => menu.Welcome(speaker),
        _ => menu.Message(ConversationStrings.Help, speaker),
    };

    private string Where() => profile.Where.Here() is { Length: > 0 } where ? where : Words.Of(OrientationStrings.WhereUnknown, general.Contact);
}
