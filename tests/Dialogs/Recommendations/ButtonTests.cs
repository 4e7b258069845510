using LibraryBot.Data.People;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using LibraryBot.Tests.Support;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>Buttons of cards whose dialog is long gone, pressed twice, or made up.</summary>
public sealed class ButtonTests
{
    [Fact]
    public async Task AHoldOnATitleThatIsInSaysWhereItStands()
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        var reply = await PressAsync(talk, "hold", await IdAsync(talk, "Hatchet"));

        Assert.Contains("“Hatchet” is on hold for you", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Fiction, FIC PAU", reply.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(talk.Speaker.PersonId, (await library.Holds.SingleAsync()).PersonId);
    }

    [Fact]
    public async Task AHoldOnATitleThatIsOutSaysThePlaceInLineAndWhenItIsDue()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await PressAsync(talk, "hold", await IdAsync(talk, "Brian's Winter"));

        Assert.Contains("number 1 in line", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday, March 12", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PressingTwiceMakesOneHoldAndAKindAnswer()
    {
        await using var talk = await Talk.WithAsync();
        var id = await IdAsync(talk, "Hatchet");

        await PressAsync(talk, "hold", id);
        var second = await PressAsync(talk, "hold", id);

        Assert.Contains("already asked for “Hatchet”", second.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(1, await library.Holds.CountAsync());
    }

    [Fact]
    public async Task AVisitorIsToldWhomToAsk()
    {
        await using var talk = await Talk.WithAsync(Role.Visitor);

        var reply = await PressAsync(talk, "hold", await IdAsync(talk, "Hatchet"));

        Assert.Contains("Ms. Ortiz", reply.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.False(await library.Holds.AnyAsync());
    }

    [Fact]
    public async Task WhereOthersReadAlongAHoldSaysNeitherTitleNorQueue()
    {
        await using var talk = await Talk.WithAsync();
        talk.Adapter.Conversation.Conversation!.IsGroup = true;

        var reply = await PressAsync(talk, "hold", await IdAsync(talk, "Brian's Winter"));

        Assert.Equal("Done. Your request is in.", reply.Text);
    }

    [Fact]
    public async Task MoreLikeAnOldTitleWorks()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await PressAsync(talk, "like", await IdAsync(talk, "Dog Man"));

        Assert.Equal("Dog Man Unleashed", reply.Titles[0]);
        Assert.DoesNotContain("Dog Man", reply.Titles);
        Assert.Contains("ext in the series Dog Man", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DetailsOfAnOldTitleNameItsOtherFormats()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await PressAsync(talk, "details", await IdAsync(talk, "Hatchet"));

        Assert.Contains("Also here: audiobook, in English. Out, due back Tuesday, March 10", reply.All, StringComparison.Ordinal);
        Assert.Contains("Lexile 1020L", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreResultsContinueTheWishInTheButton()
    {
        await using var talk = await Talk.WithAsync();
        var seen = await IdAsync(talk, "All About Sharks");

        var reply = await SendAsync(talk, new JObject
        {
            ["capability"] = "Recommendations",
            ["verb"] = "more",
            ["wish"] = WishJson.Write(new Wish { Topics = ["sharks"] }),
            ["seen"] = new JArray(seen),
        });

        Assert.Equal(["Shark Lady"], reply.Titles);
    }

    [Theory]
    [InlineData("""{"capability":"Recommendations","verb":"hold"}""")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":999999}""")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":-1}""")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":99999999999999999999}""")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":1.5}""")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":"1; DROP TABLE Titles"}""")]
    [InlineData("""{"capability":"Recommendations","verb":"hold","title":{"id":1}}""")]
    [InlineData("""{"capability":"Recommendations","verb":"dance"}""")]
    [InlineData("""{"capability":"Recommendations","verb":"more"}""")]
    [InlineData("""{"capability":"Recommendations","verb":"more","wish":"{}"}""")]
    [InlineData("""{"capability":"Recommendations","verb":"more","wish":"no json","seen":"none"}""")]
    [InlineData("""{"capability":"Recommendations"}""")]
    [InlineData("""{"capability":"NoSuchThing","verb":"hold","title":1}""")]
    [InlineData("""{"capability":["Recommendations"],"verb":{"hold":1}}""")]
    [InlineData("""{"capability":"Orientation","verb":"anything"}""")]
    [InlineData("""{"capability":"say","verb":"say"}""")]
    [InlineData("""{}""")]
    public async Task AButtonThatMakesNoSenseGetsAnHonestAnswer(string value)
    {
        await using var talk = await Talk.WithAsync();

        var reply = await SendAsync(talk, JObject.Parse(value));

        Assert.Equal("That button no longer works. Please write to me what you need and I will look again.", reply.Text);
    }

    [Theory]
    [InlineData("no json at all {")]
    [InlineData("[1,2,3]")]
    [InlineData(42)]
    [InlineData(true)]
    public async Task AValueThatIsNoObjectGetsOneToo(object value)
    {
        await using var talk = await Talk.WithAsync();

        Assert.Contains("no longer works", (await SendAsync(talk, value)).Text, StringComparison.Ordinal);
    }

    private static Task<Reply> PressAsync(Talk talk, string verb, int title) =>
        SendAsync(talk, new JObject { ["capability"] = "Recommendations", ["verb"] = verb, ["title"] = title });

    private static Task<Reply> SendAsync(Talk talk, object value) => talk.SendAsync(new Activity(ActivityTypes.Message) { Value = value, Locale = "en-US" });

    private static async Task<int> IdAsync(Talk talk, string title)
    {
        await using var library = talk.Library();
        return (await library.Titles.OrderBy(found => found.Id).FirstAsync(found => found.TitleProper == title)).Id;
    }
}
