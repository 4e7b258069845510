using LibraryBot.Dialogs;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace LibraryBot.Turns;

/// <summary>
/// A few words with the bot that nobody hears, so that nobody's first question waits for the compiler and for what is learnt from the lists of words.
/// They are a visitor's, ask nothing of the database, and are kept nowhere.
/// </summary>
internal sealed class Rehearsal(MainDialog dialog) : BotAdapter
{
    private static readonly JsonSerializerSettings s_json = new() { NullValueHandling = NullValueHandling.Ignore };

    // A card, and a message that every capability is asked about.
    private static readonly string[] s_lines = ["help", "thank you so much"];

    private readonly ConversationState _conversation = new(new MemoryStorage());

    /// <summary>Says all of it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        SpokenLanguage.Speak("en");
        var state = _conversation.CreateProperty<DialogState>(nameof(DialogState));
        foreach (var line in s_lines)
        {
            using var turn = new TurnContext(this, Read(line));
            turn.TurnState.Add(Speaker.Visitor);
            await dialog.RunAsync(turn, state, cancellationToken);
            await _conversation.SaveChangesAsync(turn, force: false, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        JsonConvert.SerializeObject(activities, s_json);
        return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse()));
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult<ResourceResponse?>(null);

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => Task.CompletedTask;

    // By way of JSON, as a channel delivers it.
    private static Activity Read(string line) => JsonConvert.DeserializeObject<Activity>(JsonConvert.SerializeObject(
        new Activity(ActivityTypes.Message)
        {
            Text = line,
            ChannelId = "rehearsal",
            From = new ChannelAccount("visitor"),
            Recipient = new ChannelAccount("librarybot"),
            Conversation = new ConversationAccount(id: "rehearsal"),
        },
        s_json))!;
}
