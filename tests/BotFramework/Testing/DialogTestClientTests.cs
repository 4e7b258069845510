using LibraryBot.Tests.BotFramework.Dialogs;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Testing;

public class DialogTestClientTests
{
    [Fact]
    public async Task ADialogIsTalkedWithTurnByTurn()
    {
        var client = new DialogTestClient(Channels.Msteams, ComponentDialogTests.Component());
        Assert.Equal("name?", (await client.SendActivityAsync<IMessageActivity>("hi"))!.Text);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult!.Status);
        Assert.Null(await client.SendActivityAsync<IMessageActivity>("Ada"));
        Assert.Equal((DialogTurnStatus.Complete, "Ada"), (client.DialogTurnResult.Status, client.DialogTurnResult.Result));
    }

    [Fact]
    public async Task TheDialogIsBegunWithItsOptionsOnTheChannel()
    {
        var dialog = new WaterfallDialog("w").AddStep(async (step, cancellationToken) =>
        {
            await step.Context.SendActivityAsync($"{step.Options} on {step.Context.Activity.ChannelId}", cancellationToken: cancellationToken);
            await step.Context.SendActivityAsync("second", cancellationToken: cancellationToken);
            return EndOfTurn();
        });
        var client = new DialogTestClient(Channels.Slack, dialog, "options");
        Assert.Equal("options on slack", (await client.SendActivityAsync<IMessageActivity>("hi"))!.Text);
        Assert.Equal("second", client.GetNextReply<IMessageActivity>()!.Text);
        Assert.Null(client.GetNextReply<IMessageActivity>());

        static DialogTurnResult EndOfTurn() => Dialog.EndOfTurn;
    }
}
