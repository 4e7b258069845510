using System.Net.Http.Headers;
using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace LibraryBot.Tests.BotFramework.Builder;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task ABotThatIsAskedSaysItIsWell()
    {
        var results = await AskAsync(null);
        Assert.True(results.Success);
        Assert.Equal(["Health check succeeded."], results.Messages);
        Assert.Null(results.Authorization);
    }

    [Fact]
    public async Task WithAConnectorTheAnswerHoldsWhatTheBotProvesItselfWith()
    {
        using var connector = new ConnectorClient(new Uri("https://channel.example"), new Badge(), null);
        var results = await AskAsync(connector);
        Assert.Equal(("Bearer badge", "Library/1.0"), (results.Authorization, results.UserAgent));
    }

    private static async Task<HealthResults> AskAsync(IConnectorClient? connector)
    {
        var adapter = new RecordingAdapter();
        using var turn = new TurnContext(adapter, new Activity(ActivityTypes.Invoke) { Name = "healthCheck" });
        if (connector is not null)
        {
            turn.TurnState.Add(connector);
        }

        await new ActivityHandler().OnTurnAsync(turn);
        var answer = Assert.IsType<InvokeResponse>(Assert.Single(adapter.Sent).Value);
        return Assert.IsType<HealthCheckResponse>(answer.Body).HealthResults!;
    }

    private sealed class Badge : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "badge");
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Library", "1.0"));
            return Task.CompletedTask;
        }
    }
}
