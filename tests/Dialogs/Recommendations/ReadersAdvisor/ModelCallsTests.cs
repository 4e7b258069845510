using System.ClientModel;
using System.ClientModel.Primitives;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.ModelUse;
using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;
using LibraryBot.Tests.Support;
using Moq;
using OpenAI.Chat;

namespace LibraryBot.Tests.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>The breaker and the time-out, over the official client's stand-in and a clock that is moved.</summary>
public sealed class ModelCallsTests : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private readonly Mock<ChatClient> _client = new();
    private TestDatabase _database = null!;
    private ModelCalls _calls = null!;
    private ModelQuestion _question = null!;

    public async Task InitializeAsync()
    {
        _database = await Databases.NewAsync(DatabaseKind.Sqlite);
        var options = new AdvisorOptions { Guidance = "Prefer books in Spanish." };
        _question = new AdvisorPrompt(options).Search("a book about dogs", "en", "3-5");
        _calls = new ModelCalls(new ModelBudget(_database.Factory), options, new OpeningTimes(Some.Profile(), _clock), _clock, _client.Object);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task WhatTheModelSaidComesBack()
    {
        Answers("hello");

        Assert.Equal("hello", (await AskAsync()).Text);
        Assert.Equal(150, (await new ModelBudget(_database.Factory).ReadAsync(new DateOnly(2026, 3, 3), default)).Tokens);
    }

    [Fact]
    public async Task FourFailuresOpenTheBreakerForHalfAMinute()
    {
        Fails();
        for (var call = 0; call < 4; call++)
        {
            Assert.Equal(ModelReplyKind.Failed, (await AskAsync()).Kind);
        }

        Answers("hello");
        Assert.Equal(ModelReplyKind.NotAsked, (await AskAsync()).Kind);
        Assert.True(_calls.IsPaused);

        _clock.Move(TimeSpan.FromSeconds(31));
        Assert.Equal(ModelReplyKind.Answered, (await AskAsync()).Kind);
        Assert.False(_calls.IsPaused);
    }

    [Fact]
    public async Task RefusalsOpenNoBreaker()
    {
        for (var call = 0; call < 9; call++)
        {
            Answers("x", ChatFinishReason.ContentFilter);
            Assert.Equal(ModelReplyKind.Declined, (await AskAsync()).Kind);
        }

        Assert.False(_calls.IsPaused);
    }

    [Fact]
    public async Task AClientThatHeedsNoTokenIsNotWaitedForEither()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _client.Setup(client => client.CompleteChatAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatCompletionOptions>(), It.IsAny<CancellationToken>()))
            .Returns(() =>
            {
                asked.SetResult();
                return new TaskCompletionSource<ClientResult<ChatCompletion>>().Task;
            });

        var reply = AskAsync();
        await asked.Task;
        _clock.Move(TimeSpan.FromSeconds(2.9));
        Assert.False(reply.IsCompleted);
        _clock.Move(TimeSpan.FromSeconds(0.2));

        Assert.Equal(ModelReplyKind.Late, (await reply).Kind);
        // Nobody knows what it cost: the whole reservation is spent.
        Assert.Equal(_question.MostTokens, (await new ModelBudget(_database.Factory).ReadAsync(new DateOnly(2026, 3, 3), default)).Tokens);
    }

    [Fact]
    public async Task WhoStopsATurnStopsTheCall()
    {
        using var stop = new CancellationTokenSource();
        _client.Setup(client => client.CompleteChatAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatCompletionOptions>(), It.IsAny<CancellationToken>()))
            .Returns((IEnumerable<ChatMessage> _, ChatCompletionOptions _, CancellationToken _) =>
            {
                stop.Cancel();
                return new TaskCompletionSource<ClientResult<ChatCompletion>>().Task;
            });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _calls.AskAsync(_question, null, TimeSpan.FromSeconds(3), stop.Token));
        Assert.False(_calls.IsPaused);
    }

    [Fact]
    public async Task ThePromptHasTheSchoolsGuidanceBehindIt()
    {
        Answers("hello");

        await AskAsync();

        var messages = (IEnumerable<ChatMessage>)_client.Invocations.Single().Arguments[0];
        Assert.EndsWith("# The school's guidance\n\nPrefer books in Spanish.", messages.First().Content[0].Text, StringComparison.Ordinal);
        Assert.Equal("""{"request":"a book about dogs","language":"English","gradeBand":"3-5"}""", messages.Last().Content[0].Text);
    }

    private Task<ModelReply> AskAsync() => _calls.AskAsync(_question, null, TimeSpan.FromSeconds(3), default);

    private void Fails() => _client.Setup(client => client.CompleteChatAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatCompletionOptions>(), It.IsAny<CancellationToken>()))
        .ThrowsAsync(new ClientResultException("broken"));

    private void Answers(string text, ChatFinishReason finish = ChatFinishReason.Stop)
    {
        var completion = OpenAIChatModelFactory.ChatCompletion(finishReason: finish, content: new ChatMessageContent(text), usage: OpenAIChatModelFactory.ChatTokenUsage(outputTokenCount: 50, inputTokenCount: 100, totalTokenCount: 150));
        _client.Setup(client => client.CompleteChatAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatCompletionOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(ClientResult.FromValue(completion, Mock.Of<PipelineResponse>()));
    }
}
