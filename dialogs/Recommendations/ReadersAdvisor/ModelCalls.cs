using System.ClientModel;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.ModelUse;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;

namespace LibraryBot.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>
/// Asks the model: within the time given and the day's budget, and not at all for a while where it keeps failing. Whatever goes wrong with it is a
/// <see cref="ModelReply"/>, never an exception. What is said, either way, is in no log.
/// </summary>
internal sealed partial class ModelCalls
{
    private const int LongestAnswer = 20_000;

    private readonly ModelBudget _budget;
    private readonly AdvisorOptions _options;
    private readonly OpeningTimes _times;
    private readonly TimeProvider _time;
    private readonly ChatClient? _client;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _breaker;
    private readonly CircuitBreakerStateProvider _state = new();

    public ModelCalls(ModelBudget budget, AdvisorOptions options, OpeningTimes times, TimeProvider time, ChatClient? client = null, ILogger<ModelCalls>? log = null)
    {
        (_budget, _options, _times, _time, _client) = (budget, options, times, time, client);
        _log = log ?? (ILogger)Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // A model that answers every other question late is still some use; one that mostly fails is none.
                FailureRatio = 0.6,
                MinimumThroughput = options.PauseAfter,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
                StateProvider = _state,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is not (null or OperationCanceledException)),
            })
            .Build();
    }

    /// <summary>Whether there is a model to ask.</summary>
    public bool IsEnabled => _client is not null;

    /// <summary>Whether it failed so often that nobody asks it for now.</summary>
    public bool IsPaused => _state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>Asks one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="personId">For whom, for the budget only: it is not sent. Null for a visitor.</param>
    /// <param name="within">How long an answer is waited for; nothing is asked where no time is left.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public async Task<ModelReply> AskAsync(ModelQuestion question, int? personId, TimeSpan within, CancellationToken cancellationToken)
    {
        if (_client is null || within <= TimeSpan.Zero)
        {
            return ModelReply.NotAsked;
        }

        try
        {
            return await _breaker.ExecuteAsync(async token => await AskAsync(_client, question, personId, within, token), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return ModelReply.NotAsked;
        }
        catch (TimeoutException)
        {
            LogLate(AdvisorPrompt.Version, (int)within.TotalMilliseconds);
            return ModelReply.Late;
        }
        catch (ModelFailedException failed)
        {
            LogFailed(AdvisorPrompt.Version, failed.Kind, failed.Status);
            return ModelReply.Failed;
        }
    }

    private async Task<ModelReply> AskAsync(ChatClient client, ModelQuestion question, int? personId, TimeSpan within, CancellationToken cancellationToken)
    {
        var (day, reserved) = (_times.Today, question.MostTokens);
        if (await _budget.ReserveAsync(day, personId, reserved, _options.Limits, cancellationToken) is var outcome && outcome != BudgetOutcome.Granted)
        {
            LogSpent(outcome);
            return ModelReply.NotAsked;
        }

        using var late = new CancellationTokenSource(within, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var options = new ChatCompletionOptions { ResponseFormat = question.Format, MaxOutputTokenCount = question.AnswerTokens };
            // A client that does not heed the token is not waited for either.
            var asked = Task.Run(() => client.CompleteChatAsync([new SystemChatMessage(question.System), new UserChatMessage(question.User)], options, stop.Token), stop.Token);
            ChatCompletion completion = await asked.WaitAsync(stop.Token);
            if (completion.Usage is { TotalTokenCount: > 0 } usage)
            {
                // What was reserved is the most there can be; a counter that says more is not believed without bounds.
                await _budget.SettleAsync(day, reserved, Math.Min(usage.TotalTokenCount, 4 * reserved), CancellationToken.None);
            }

            return Read(completion);
        }
        catch (Exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ClientResultException refused)
        {
            // Who answers with an error charges nothing.
            await _budget.SettleAsync(day, reserved, 0, CancellationToken.None);
            throw new ModelFailedException(nameof(ClientResultException), refused.Status);
        }
        // The client throws whatever its reader meets in an answer of the wrong shape, and what the network does; all of it means the same here.
        catch (Exception trouble)
        {
            throw new ModelFailedException(trouble.GetType().Name, 0);
        }
    }

    private static ModelReply Read(ChatCompletion completion)
    {
        if (completion.FinishReason != ChatFinishReason.Stop || completion.Refusal is { Length: > 0 })
        {
            return ModelReply.Declined;
        }

        var text = string.Concat(completion.Content.Where(part => part.Kind == ChatMessageContentPartKind.Text).Select(part => part.Text));
        return text.Length is > 0 and <= LongestAnswer ? new ModelReply(ModelReplyKind.Answered, text) : ModelReply.Declined;
    }

    [LoggerMessage(LogLevel.Warning, "The language model (prompt {Version}) did not answer within {Milliseconds} ms")]
    private partial void LogLate(string version, int milliseconds);

    [LoggerMessage(LogLevel.Warning, "The language model (prompt {Version}) failed: {Kind}, status {Status}")]
    private partial void LogFailed(string version, string kind, int status);

    [LoggerMessage(LogLevel.Information, "The language model was not asked: {Outcome}")]
    private partial void LogSpent(BudgetOutcome outcome);

    /// <summary>That the model failed, without what it said: an error message may repeat the request.</summary>
    private sealed class ModelFailedException(string kind, int status) : Exception
    {
        public string Kind => kind;

        public int Status => status;
    }
}

/// <summary>What came of a question to the model.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">What it said, where it answered: anything at all, until it is checked.</param>
internal sealed record ModelReply(ModelReplyKind Kind, string? Text = null)
{
    public static ModelReply NotAsked { get; } = new(ModelReplyKind.NotAsked);

    public static ModelReply Late { get; } = new(ModelReplyKind.Late);

    public static ModelReply Failed { get; } = new(ModelReplyKind.Failed);

    public static ModelReply Declined { get; } = new(ModelReplyKind.Declined);
}

/// <summary>The outcomes of a question to the model.</summary>
internal enum ModelReplyKind
{
    /// <summary>It said something.</summary>
    Answered,

    /// <summary>It was not asked: there is none, the budget is spent, or it failed too often of late.</summary>
    NotAsked,

    /// <summary>It took too long.</summary>
    Late,

    /// <summary>It could not be reached, or what came back was no answer.</summary>
    Failed,

    /// <summary>It refused, was stopped by a content filter, or broke off.</summary>
    Declined,
}
