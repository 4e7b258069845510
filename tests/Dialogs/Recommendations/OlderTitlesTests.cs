using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Settings;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>A child asks for what the collection marks as older: the school decides, kindly, with a model and without.</summary>
public sealed class OlderTitlesTests
{
    [Theory]
    [InlineData(Audience.Unknown, 9, 12, 4, true)]
    [InlineData(Audience.Unknown, 6, 8, 4, true)]
    [InlineData(Audience.Unknown, 5, 8, 4, false)]
    [InlineData(Audience.Unknown, 3, 12, 4, false)]
    [InlineData(Audience.Adolescent, null, null, 4, true)]
    [InlineData(Audience.Adolescent, null, null, 8, false)]
    [InlineData(Audience.Adult, null, null, 8, true)]
    [InlineData(Audience.Adult, null, null, 11, false)]
    [InlineData(Audience.Adult, 3, 6, 4, true)]
    [InlineData(Audience.PreAdolescent, null, null, 0, false)]
    [InlineData(Audience.Unknown, null, null, 4, false)]
    [InlineData(Audience.Adult, 9, 12, null, false)]
    public void TheRecordDecidesWhatIsOlder(Audience audience, int? low, int? high, int? grade, bool isOlder)
    {
        var title = Some.Title("Deep Water");
        (title.Audience, title.GradeLow, title.GradeHigh) = (audience, low, high);

        Assert.Equal(isOlder, OlderTitles.IsOlder(title, new Reader(null, grade)));
    }

    [Fact]
    public async Task WithANoteItIsShownAndSaysForWhomItIs()
    {
        await using var talk = await TalkAsync(OlderTitlesPolicy.ShowWithNote);

        Assert.Contains("for older readers", (await talk.SayAsync("a book about whales")).All, StringComparison.Ordinal);
        Assert.Contains("for older readers", (await talk.SayAsync("Do you have Whale Storm?")).All, StringComparison.Ordinal);
        Assert.Contains("on hold for you", (await talk.SayAsync("hold it")).Text, StringComparison.Ordinal);
        Assert.Contains("for older readers", new Reply(talk.Adapter.Updates).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheLibrarianIsToBeAskedItIsNeitherShownNorHeld()
    {
        await using var talk = await TalkAsync(OlderTitlesPolicy.AskLibrarian);

        var wished = await talk.SayAsync("a book about whales");
        Assert.Empty(wished.Cards);
        Assert.Contains("Ms. Ortiz", wished.Text, StringComparison.Ordinal);
        var named = await talk.SayAsync("Do you have Whale Storm?");
        Assert.Empty(named.Cards);
        Assert.Contains("We have “Whale Storm”", named.Text, StringComparison.Ordinal);
        Assert.Contains("Ms. Ortiz", named.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Empty(library.UnmetWishes);
        var id = library.Titles.Single(title => title.TitleProper == "Whale Storm").Id;
        foreach (var verb in new[] { RecommendationButtons.Hold, RecommendationButtons.Details })
        {
            var pressed = await talk.SendAsync(new Microsoft.Bot.Schema.Activity("message")
            {
                Value = new Newtonsoft.Json.Linq.JObject { ["capability"] = "Recommendations", ["verb"] = verb, [RecommendationButtons.TitleId] = id },
                Locale = "en-US",
            });
            Assert.Empty(pressed.Cards);
            Assert.Contains("Ms. Ortiz", pressed.Text, StringComparison.Ordinal);
        }

        Assert.Empty(library.Holds);
    }

    [Fact]
    public async Task InSpanishToo()
    {
        await using var talk = await TalkAsync(OlderTitlesPolicy.AskLibrarian);

        Assert.Contains("lectores mayores", (await talk.SayAsync("quiero un libro sobre whales", "es-US")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Student, OlderTitlesPolicy.Show)]
    [InlineData(Role.Teacher, OlderTitlesPolicy.AskLibrarian)]
    [InlineData(Role.Visitor, OlderTitlesPolicy.AskLibrarian)]
    public async Task WhoMayReadItIsShownIt(Role role, OlderTitlesPolicy policy)
    {
        await using var talk = await TalkAsync(policy, role);

        var reply = await talk.SayAsync("a book about whales");

        Assert.Contains("Whale Storm", reply.Titles);
        Assert.DoesNotContain("older readers", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OlderTitlesPolicy.AskLibrarian)]
    [InlineData(OlderTitlesPolicy.ShowWithNote)]
    public async Task TheModelChangesNothingAboutIt(OlderTitlesPolicy policy)
    {
        await using var model = await ModelStandIn.StartAsync();
        model.Answer = (request, http) => ModelStandIn.WriteAsync(http, ModelStandIn.Completion(request.IsSearch ? """{"groups":[["whales"],["dogs"]]}""" : ModelStandIn.Good(request)));
        await using var talk = await TalkAsync(policy, more: model.Client());

        var reply = await talk.SayAsync("i want a book about dogs or about whales");

        Assert.Contains("language model", reply.Text, StringComparison.Ordinal);
        Assert.Equal(policy == OlderTitlesPolicy.ShowWithNote, reply.Titles.Contains("Whale Storm"));
        Assert.Equal(policy == OlderTitlesPolicy.ShowWithNote, reply.All.Contains("older readers", StringComparison.Ordinal));
        Assert.Equal(policy == OlderTitlesPolicy.ShowWithNote, model.Requests.Any(request => request.Body.Contains("Whale Storm", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Hide")]
    [InlineData("7")]
    public void WhatIsNoPolicyIsSaidAtStart(string value) => Assert.Contains("OlderTitles", Assert.Throws<InvalidOperationException>(() => Read(value)).Message, StringComparison.Ordinal);

    [Fact]
    public void WhereNothingIsSaidThereIsANote()
    {
        Assert.Equal(OlderTitlesPolicy.ShowWithNote, Read(null).OlderTitles);
        Assert.Equal(OlderTitlesPolicy.AskLibrarian, Read("AskLibrarian").OlderTitles);
    }

    private static RecommendationOptions Read(string? value) => RecommendationSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Recommendations:OlderTitles"] = value }).Build());

    private static async Task<Talk> TalkAsync(OlderTitlesPolicy policy, Role role = Role.Student, Action<IServiceCollection>? more = null)
    {
        var talk = await Talk.WithAsync(role, more: services =>
        {
            services.AddSingleton(new RecommendationOptions { OlderTitles = policy });
            more?.Invoke(services);
        });
        await using var library = talk.Library();
        var title = Some.Title("Whale Storm", "Deep, Ada", ["Whales -- Fiction"], ["Adventure fiction"], "Whales and a storm at sea.", grades: (9, 12));
        title.Audience = Audience.Adolescent;
        library.Titles.Add(title);
        await library.SaveChangesAsync();
        return talk;
    }
}
