using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Dialogs;

public class PromptTests
{
    [Fact]
    public void AnIdMustBeGiven()
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(null!));
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(string.Empty));
        Assert.Throws<ArgumentNullException>(() => new ChoicePrompt(string.Empty));
        Assert.Throws<ArgumentNullException>(() => new ConfirmPrompt(string.Empty));
        Assert.Throws<ArgumentNullException>(() => new AttachmentPrompt(null!));
        Assert.Throws<ArgumentNullException>(() => new ActivityPrompt(string.Empty, (_, _) => Task.FromResult(true)));
        Assert.Throws<ArgumentNullException>(() => new ActivityPrompt("a", null!));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<byte>("n"));
    }

    [Fact]
    public async Task TextIsAskedForAndGiven() => await DialogConversation.With(new TextPrompt("p"), DialogConversation.Ask("name?"))
        .Send("hi").AssertReply("name?")
        .Send("Ada").AssertReply("done: Ada")
        .StartTestAsync();

    [Theory]
    [InlineData(null, InputHints.ExpectingInput)]
    [InlineData(InputHints.IgnoringInput, InputHints.IgnoringInput)]
    public async Task APromptExpectsInputUnlessItSaysOtherwise(string? given, string sent) => await DialogConversation.With(
            new TextPrompt("p"), new PromptOptions { Prompt = new Activity(ActivityTypes.Message) { Text = "name?", InputHint = given } })
        .Send("hi").AssertReply(reply => Assert.Equal(sent, ((Activity)reply).InputHint))
        .StartTestAsync();

    [Fact]
    public async Task ARefusedAnswerGetsTheRetryPromptOrElseThePrompt()
    {
        await DialogConversation.With(Long(), DialogConversation.Ask("name?", "longer?"))
            .Send("hi").AssertReply("name?").Send("A").AssertReply("longer?").Send("Ada").AssertReply("done: Ada").StartTestAsync();
        await DialogConversation.With(Long(), DialogConversation.Ask("name?"))
            .Send("hi").AssertReply("name?").Send("A").AssertReply("name?").StartTestAsync();

        static TextPrompt Long() => new("p", (context, _) => Task.FromResult(context.Recognized.Value.Length > 2));
    }

    [Fact]
    public async Task AValidatorThatSpeaksIsNotRepeatedAndCountsAttempts() => await DialogConversation.With(
            new TextPrompt("p", async (context, cancellationToken) =>
            {
                context.State["seen"] = context.Recognized.Value;
                await context.Context.SendActivityAsync($"attempt {context.AttemptCount} of {context.Options.Validations}", cancellationToken: cancellationToken);
                context.Recognized.Value += "!";
                return context.AttemptCount == 2;
            }),
            new PromptOptions { Prompt = MessageFactory.Text("name?"), Validations = "two" })
        .Send("hi").AssertReply("name?")
        .Send("a").AssertReply("attempt 1 of two")
        .Send("b").AssertReply("attempt 2 of two").AssertReply("done: b!")
        .StartTestAsync();

    [Fact]
    public async Task WhatIsNotAMessageIsNoAnswer() => await DialogConversation.With(new TextPrompt("p"), DialogConversation.Ask("name?"))
        .Send("hi").AssertReply("name?").Send(DialogConversation.Event("e")).AssertNoReply(timeout: 50).Send("Ada").AssertReply("done: Ada")
        .StartTestAsync();

    [Fact]
    public async Task AnAnswerThatIsUnderstoodDoesNotBubble()
    {
        var seen = new List<bool>();
        await DialogConversation.With(
                new NumberPrompt<int>("p"),
                DialogConversation.Ask("number?"),
                async (dc, _) => seen.Add(await dc.EmitEventAsync(DialogEvents.ActivityReceived, dc.Context.Activity)),
                new PlainJsonStorage())
            .Send("seven").AssertReply("number?").Send("none").AssertReply("number?").StartTestAsync();
        Assert.Equal([true, false], seen);
    }

    [Fact]
    public async Task AttachmentsAreAskedFor() => await DialogConversation.With(
            new AttachmentPrompt("p"),
            DialogConversation.Ask("file?"),
            (dc, result) => result.Status == DialogTurnStatus.Complete ? dc.Context.SendActivityAsync(((IList<Attachment>)result.Result!)[0].Name!) : Task.CompletedTask)
        .Send("hi").AssertReply("file?")
        .Send("no file").AssertReply("file?")
        .Send(new Activity(ActivityTypes.Message) { Attachments = [new Attachment { ContentType = "text/plain", Name = "notes.txt" }] }).AssertReply("notes.txt")
        .StartTestAsync();

    [Fact]
    public async Task AnActivityPromptWaitsForWhatItsValidatorAccepts() => await DialogConversation.With(
            new ActivityPrompt("p", (context, _) => Task.FromResult(context.Recognized.Value.Type == ActivityTypes.Event)),
            DialogConversation.Ask("waiting", "still waiting"),
            (dc, result) => result.Status == DialogTurnStatus.Complete ? dc.Context.SendActivityAsync("got " + ((Activity)result.Result!).Name) : Task.CompletedTask)
        .Send("hi").AssertReply("waiting")
        .Send("text").AssertReply("still waiting")
        .Send(new Activity(ActivityTypes.Typing)).AssertNoReply(timeout: 50)
        .Send(DialogConversation.Event("checkin")).AssertReply("got checkin")
        .StartTestAsync();

    [Fact]
    public async Task AnActivityPromptMayAskWithoutKnowingOfRetries() => await DialogConversation.With(new Patient(), DialogConversation.Ask("waiting", "still waiting"))
        .Send("hi").AssertReply("waiting").Send("text").AssertReply("waiting")
        .StartTestAsync();

    [Theory]
    [InlineData("en-us", "42", "42")]
    [InlineData("en-us", "a hundred and five please", "105")]
    [InlineData("es-es", "veintidós", "22")]
    [InlineData(null, "about 1,000", "1000")]
    public async Task WholeNumbersAreUnderstood(string? locale, string said, string number) => await DialogConversation.With(new NumberPrompt<int>("p"), DialogConversation.Ask("number?"), locale: locale)
        .Send("hi").AssertReply("number?").Send(said).AssertReply("done: " + number)
        .StartTestAsync();

    [Theory]
    [InlineData("none")]
    [InlineData("2.5")]
    [InlineData("99999999999999")]
    public async Task WhatIsNoWholeNumberIsAskedForAgain(string said) => await DialogConversation.With(new NumberPrompt<int>("p"), DialogConversation.Ask("number?", "again?"))
        .Send("hi").AssertReply("number?").Send(said).AssertReply("again?")
        .StartTestAsync();

    [Fact]
    public async Task ChoicesAreListedAndRecognized()
    {
        foreach (var said in new[] { "red", "the second", "2", "crimson", "number two please" })
        {
            await DialogConversation.With(new ChoicePrompt("p"), Colors(), Found).Send("hi").AssertReply("color? (1) green, (2) red, or (3) blue")
                .Send("purple").AssertReply("color? (1) green, (2) red, or (3) blue")
                .Send(said).AssertReply("red 1")
                .StartTestAsync();
        }
    }

    [Fact]
    public async Task ChoicesSpeakTheLanguageOfTheActivity()
    {
        await DialogConversation.With(new ChoicePrompt("p"), Colors(), Found, locale: "es-MX")
            .Send("hola").AssertReply("color? (1) green, (2) red, o (3) blue").Send("el segundo").AssertReply("red 1").StartTestAsync();
        await DialogConversation.With(new ChoicePrompt("p", defaultLocale: "es"), Colors(), Found, locale: null)
            .Send("hola").AssertReply("color? (1) green, (2) red, o (3) blue").Send("dos").AssertReply("red 1").StartTestAsync();
        await DialogConversation.With(new ChoicePrompt("p"), Colors(), Found, locale: "xx")
            .Send("hi").AssertReply("color? (1) green, (2) red, or (3) blue").StartTestAsync();
    }

    [Fact]
    public async Task TheStyleOfTheOptionsGoesBeforeThatOfThePrompt()
    {
        var options = Colors();
        options.Style = ListStyle.List;
        await DialogConversation.With(new ChoicePrompt("p") { Style = ListStyle.Inline }, options).Send("hi").AssertReply("color?\n\n   1. green\n   2. red\n   3. blue").StartTestAsync();
        options.Style = ListStyle.None;
        await DialogConversation.With(new ChoicePrompt("p"), options).Send("hi").AssertReply("color?").StartTestAsync();
    }

    [Fact]
    public async Task ButtonsAreAddedBesideWhatThePromptBringsAndNotToItself()
    {
        var options = Colors();
        options.Prompt!.Attachments = [new Attachment("text/plain", content: "swatch")];
        options.Style = ListStyle.HeroCard;
        await DialogConversation.With(new ChoicePrompt("p"), options)
            .Send("hi").AssertReply(reply => Assert.Equal(["text/plain", HeroCard.ContentType], ((Activity)reply).Attachments!.Select(x => x.ContentType)))
            .Send("purple").AssertReply(reply => Assert.Equal(2, ((Activity)reply).Attachments!.Count))
            .StartTestAsync();
        Assert.Single(options.Prompt.Attachments);
        options.Style = ListStyle.SuggestedAction;
        await DialogConversation.With(new ChoicePrompt("p"), options)
            .Send("hi").AssertReply(reply => Assert.Equal(["green", "red", "blue"], ((Activity)reply).SuggestedActions!.Actions!.Select(x => x.Value)))
            .StartTestAsync();
    }

    [Theory]
    [InlineData("en-us", "yes", "True")]
    [InlineData("en-us", "Nope, thanks", "False")]
    [InlineData("en-us", "that is not ok", "False")]
    [InlineData("en-us", "1", "True")]
    [InlineData("en-us", "the second", "False")]
    [InlineData("en-us", "\U0001F44D", "True")]
    [InlineData("es-es", "Sí", "True")]
    [InlineData("es-mx", "no, gracias", "False")]
    [InlineData("fr-fr", "oui", "True")]
    [InlineData("ja-jp", "いいえ", "False")]
    [InlineData("zh-cn", "是的", "True")]
    public async Task YesAndNoAreUnderstood(string locale, string said, string answer) => await DialogConversation.With(new ConfirmPrompt("p"), DialogConversation.Ask("sure?"), locale: locale)
        .Send("hi").AssertReplyContains("sure?").Send("hmm").AssertReplyContains("sure?").Send(said).AssertReply("done: " + answer)
        .StartTestAsync();

    [Fact]
    public async Task AConfirmationIsAskedInItsLanguageAndWithItsOwnWords()
    {
        await DialogConversation.With(new ConfirmPrompt("p"), DialogConversation.Ask("¿Seguro?"), locale: "es").Send("x").AssertReply("¿Seguro? (1) Sí o (2) No").StartTestAsync();
        var own = new ConfirmPrompt("p") { ConfirmChoices = Tuple.Create(new Choice("Book it"), new Choice("Forget it")), ChoiceOptions = new ChoiceFactoryOptions(null, null, null, false) };
        await DialogConversation.With(own, DialogConversation.Ask("So?")).Send("x").AssertReply("So? Book it or Forget it")
            .Send("2").AssertReply("So? Book it or Forget it")
            .StartTestAsync();
    }

    [Theory]
    [InlineData("bg-bg", "или", "Да", "Не")]
    [InlineData("zh-CN", "要么", "是的", "不的")]
    [InlineData("nl", "of", "Ja", "Nee")]
    [InlineData("DE-de", "oder", "Ja", "Nein")]
    [InlineData("Fr-Fr", "ou", "Oui", "Non")]
    [InlineData("hi-in", "या", "हां", "नहीं")]
    [InlineData("IT", "o", "Si", "No")]
    [InlineData("ja-jp", "または", "はい", "いいえ")]
    [InlineData("ko-kr", "또는", "예", "아니")]
    [InlineData("pt-PT", "ou", "Sim", "Não")]
    [InlineData("sv-se", "eller", "Ja", "Nej")]
    [InlineData("tr", "veya", "Evet", "Hayır")]
    public async Task EveryLanguageAsksAndUnderstandsItsOwnYesAndNo(string locale, string or, string yes, string no)
    {
        var flow = DialogConversation.With(new ConfirmPrompt("p"), DialogConversation.Ask("?"), locale: locale);
        await flow.Send("x").AssertReply($"? (1) {yes} {or} (2) {no}").Send(yes).AssertReply("done: True")
            .Send("x").AssertReplyContains("?").Send(no).AssertReply("done: False")
            .Send("x").AssertReplyContains("?").Send("2").AssertReply("done: False")
            .StartTestAsync();
    }

    [Fact]
    public async Task ALanguageOfOnesOwnMayBeAdded()
    {
        var or = new ChoiceFactoryOptions(" ~ ", " oder wohl ", " ~ oder wohl ", true);
        var confirm = new ConfirmPrompt("p", new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> { ["xx-own"] = (new Choice("Jo"), new Choice("Nö"), or) }, null, "xx-own");
        await DialogConversation.With(confirm, DialogConversation.Ask("?"), locale: "XX-Own").Send("x").AssertReply("? (1) Jo oder wohl (2) Nö").Send("nö").AssertReply("done: False").StartTestAsync();
        var choice = new ChoicePrompt("p", new Dictionary<string, ChoiceFactoryOptions> { ["xx-own"] = or }, null, "xx-own");
        await DialogConversation.With(choice, Colors(), Found, locale: null).Send("x").AssertReply("color? (1) green ~ (2) red ~ oder wohl (3) blue").Send("3").AssertReply("blue 2").StartTestAsync();
    }

    [Fact]
    public async Task HowChoicesAreAddedMayBeChangedByASubclass() =>
        await DialogConversation.With(new Kind(), Colors()).Send("hi").AssertReply("color? in convo1, color? (1) green, (2) red, or (3) blue").StartTestAsync();

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\u0000\u202E")]
    [InlineData("NEAR( \" *")]
    public async Task OddTextIsAskedAgain(string said)
    {
        foreach (var prompt in new Dialog[] { new ChoicePrompt("p"), new ConfirmPrompt("p"), new NumberPrompt<int>("p") })
        {
            await DialogConversation.With(prompt, Colors(), storage: new MemoryStorage()).Send("hi").AssertReplyContains("color?").Send(said).AssertReplyContains("color?").StartTestAsync();
        }
    }

    private static PromptOptions Colors() => new()
    {
        Prompt = MessageFactory.Text("color?"),
        Choices = [new Choice("green"), new Choice("red") { Synonyms = ["crimson"] }, new Choice("blue")],
    };

    private static Task Found(DialogContext dc, DialogTurnResult result) =>
        result.Result is FoundChoice found ? dc.Context.SendActivityAsync($"{found.Value} {found.Index}") : Task.CompletedTask;

    private sealed class Patient() : ActivityPrompt("p", (_, _) => Task.FromResult(false))
    {
        protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object?> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
            OnPromptAsync(turnContext, state, options, cancellationToken);
    }

    private sealed class Kind() : ChoicePrompt("p")
    {
        protected override IMessageActivity AppendChoices(IMessageActivity? prompt, string? channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions? options, string? conversationType, CancellationToken cancellationToken = default) =>
            MessageFactory.Text($"{prompt!.Text} in {conversationType}, {base.AppendChoices(prompt, channelId, choices, style, options, conversationType, cancellationToken).Text}");
    }
}
