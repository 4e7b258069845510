using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations.ReadersAdvisor;

/// <summary>A model that does everything wrong: the reader gets what the catalogue has, at once, and nothing of what the model made up.</summary>
public sealed class MisbehavingModelTests
{
    private const string Asked = "I want a funny book about dogs and friendship";

    public static TheoryData<string> Wrong { get; } = [.. Misbehavior.All.Keys];

    public static TheoryData<string> Slow { get; } = [.. Misbehavior.Slow.Keys];

    [Fact]
    public async Task AGoodModelsSentencesStandUnderTheLibrarysTitles()
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var talk = await Talk.WithAsync(Role.Student, more: model.Client());

        var reply = await talk.SayAsync(Asked);

        Assert.Contains("This story shows how friends can help each other.", reply.All, StringComparison.Ordinal);
        Assert.Contains("language model", reply.Text, StringComparison.Ordinal);
        Assert.Equal(2, model.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WhatIsWrongIsNeverShown(string how)
    {
        await using var without = await Talk.WithAsync(Role.Student);
        var offline = await without.SayAsync(Asked);
        await using var model = await ModelStandIn.StartAsync();
        model.Answer = Misbehavior.All[how];
        await using var talk = await Talk.WithAsync(Role.Student, more: model.Client());

        var reply = await talk.SayAsync(Asked);

        Assert.NotEmpty(model.Requests);
        Assert.All(Misbehavior.Invented, invented => Assert.DoesNotContain(invented, new JArray(reply.Cards).ToString() + reply.All, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(offline.All, reply.All);
    }

    [Theory]
    [MemberData(nameof(Slow))]
    public async Task WhoIsLateIsNotWaitedFor(string how)
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var talk = await Talk.WithAsync(Role.Student, more: model.Client(TimeSpan.FromSeconds(3)));
        model.Answer = Misbehavior.Slow[how];

        var reply = await talk.SayAsync(Asked);

        Assert.NotEmpty(model.Requests);
        Assert.NotEmpty(reply.Titles);
        Assert.DoesNotContain("language model", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALateSearchStillLetsTheModelPick()
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var talk = await Talk.WithAsync(Role.Student, more: model.Client(TimeSpan.FromSeconds(6)));
        model.Answer = (request, http) => request.IsSearch ? Misbehavior.Slow["never"](request, http) : Misbehavior.Good(request, http);

        Assert.Contains("This story shows how friends can help each other.", (await talk.SayAsync(Asked)).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentencesThatAreGoodAreKeptWhereOthersAreNot()
    {
        await using var model = await ModelStandIn.StartAsync();
        model.Answer = (request, http) => request.IsSearch ? Misbehavior.Good(request, http) : ModelStandIn.WriteAsync(http, ModelStandIn.Completion(ModelStandIn.Picks(
            request.Candidates.Select((candidate, index) => ((int)candidate["id"]!, index == 1 ? "Moonfall is the book you really want." : $"This story number {(index < 4 ? "" : "7")} shows how friends help each other.")))));
        await using var talk = await Talk.WithAsync(Role.Student, more: model.Client());

        var reply = await talk.SayAsync(Asked);

        Assert.Equal(3, reply.Titles.Count);
        Assert.DoesNotContain("Moonfall", reply.All, StringComparison.Ordinal);
        Assert.DoesNotContain("number 7", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyInDangerIsHandedToAModel()
    {
        await using var model = await ModelStandIn.StartAsync();
        await using var talk = await Talk.WithAsync(Role.Student, more: model.Client());

        Assert.Contains("988", (await talk.SayAsync("i want to die. give me a funny book")).Text, StringComparison.Ordinal);
        Assert.Contains("988", (await talk.SayAsync("quiero morirme, dame un libro de perros")).Text, StringComparison.Ordinal);
        Assert.Empty(model.Requests);
    }
}
