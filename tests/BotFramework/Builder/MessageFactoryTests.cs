using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Builder;

public class MessageFactoryTests
{
    [Fact]
    public void ATextHasSpeechAndHint()
    {
        var message = MessageFactory.Text("hi", "<speak/>", InputHints.IgnoringInput);
        Assert.Equal((ActivityTypes.Message, "hi", "<speak/>", InputHints.IgnoringInput), (message.Type, message.Text, message.Speak, message.InputHint));
        Assert.Equal((null, null, InputHints.AcceptingInput), (MessageFactory.Text(null).Text, MessageFactory.Text(" ").Speak, MessageFactory.Text("a").InputHint));
    }

    [Fact]
    public void SuggestedWordsAreButtonsThatSayThem()
    {
        var message = MessageFactory.SuggestedActions(["yes", "no"], "well?");
        Assert.All(message.SuggestedActions!.Actions!, action => Assert.Equal((ActionTypes.ImBack, action.Title), (action.Type, action.Value)));
        Assert.Equal(["yes", "no"], message.SuggestedActions.Actions!.Select(action => action.Title));
        Assert.Equal(["u"], MessageFactory.SuggestedActions([new CardAction()], null, null, null, ["u"]).SuggestedActions!.To!);
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<string>)null!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<CardAction>)null!));
    }

    [Fact]
    public void AttachmentsAreAListOrACarousel()
    {
        Attachment[] cards = [new HeroCard("a").ToAttachment(), new ThumbnailCard("b").ToAttachment()];
        Assert.Equal(["application/vnd.microsoft.card.hero", "application/vnd.microsoft.card.thumbnail"], cards.Select(card => card.ContentType));
        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.Attachment(cards, "text").AttachmentLayout);
        Assert.Equal(AttachmentLayoutTypes.Carousel, MessageFactory.Carousel(cards).AttachmentLayout);
        Assert.Same(cards[0], Assert.Single(MessageFactory.Attachment(cards[0]).Attachments!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Carousel(null!));
    }

    [Fact]
    public void AFileIsNamedByItsAddress()
    {
        var file = Assert.Single(MessageFactory.ContentUrl("https://x.example/a.png", "image/png", "cover").Attachments!);
        Assert.Equal(("https://x.example/a.png", "image/png", "cover"), (file.ContentUrl, file.ContentType, file.Name));
        Assert.ThrowsAny<ArgumentException>(() => MessageFactory.ContentUrl("", "image/png"));
        Assert.ThrowsAny<ArgumentException>(() => MessageFactory.ContentUrl("https://x.example", " "));
    }
}
