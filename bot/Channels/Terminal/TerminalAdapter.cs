using LibraryBot.People;
using LibraryBot.State;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Terminal;

/// <summary>The adapter of the terminal: what the bot says is printed, with its buttons numbered.</summary>
internal sealed class TerminalAdapter : BotAdapter
{
    private static readonly ChannelAccount Bot = new("librarybot", "LibraryBot", RoleTypes.Bot);

    private readonly TextWriter _screen;
    private readonly string _conversation = Guid.NewGuid().ToString("N");
    private List<TerminalChoice> _choices = [];
    private bool _isNewTurn;
    private int _number;

    public TerminalAdapter(TextWriter screen, OncePerActivity once, TurnErrors errors)
    {
        _screen = screen;
        OnTurnError = errors.HandleAsync;
        Use(once);
    }

    /// <summary>Says something to the bot: words, or the number of a button of its last answer.</summary>
    public async Task SayAsync(string text, string user, string? locale, IBot bot, CancellationToken cancellationToken)
    {
        var message = new Activity(ActivityTypes.Message) { Text = text };
        if (int.TryParse(text.Trim(), out var number) && number >= 1 && number <= _choices.Count)
        {
            var choice = _choices[number - 1];
            if (choice.Url is not null)
            {
                await _screen.WriteLineAsync(choice.Url);
                return;
            }

            message.Text = choice.Text;
            message.Value = choice.Value;
        }

        await ProcessAsync(message, user, locale, bot, cancellationToken);
    }

    /// <summary>Lets the bot greet.</summary>
    public Task ArriveAsync(string user, string? locale, IBot bot, CancellationToken cancellationToken) =>
        ProcessAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount(user), Bot] }, user, locale, bot, cancellationToken);

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities.Where(activity => activity.Type == ActivityTypes.Message))
        {
            if (_isNewTurn)
            {
                // Only the buttons of the last answer count; several messages of one answer count on.
                _choices = [];
                _isNewTurn = false;
            }

            var (lines, choices) = CardAsText.Of(activity, _choices.Count + 1);
            _choices.AddRange(choices);
            foreach (var line in lines)
            {
                await _screen.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            await _screen.WriteLineAsync();
        }

        await _screen.FlushAsync(cancellationToken);
        return [.. activities.Select(_ => new ResourceResponse($"{_conversation}|{++_number}"))];
    }

    /// <inheritdoc/>
    /// <remarks>What is printed stays printed; the new state of a card is left out, for the answer beside it says the same.</remarks>
    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult<ResourceResponse?>(new ResourceResponse(activity.Id));

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private async Task ProcessAsync(Activity activity, string user, string? locale, IBot bot, CancellationToken cancellationToken)
    {
        _isNewTurn = true;
        activity.Id = $"{_conversation}|{++_number}";
        activity.ChannelId = ChannelNames.Terminal;
        activity.From = new ChannelAccount(user, role: RoleTypes.User);
        activity.Recipient = Bot;
        activity.Conversation = new ConversationAccount(id: _conversation);
        activity.Locale = locale;
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add(new VouchedSender(activity.Locale));
        await RunPipelineAsync(turn, bot.OnTurnAsync, cancellationToken);
    }
}
