using LibraryBot.Teams;
using LibraryBot.Tests.Support;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Teams;

public sealed class MentionTests
{
    [Theory]
    [InlineData("<at>LibraryBot</at> books about sharks", "books about sharks")]
    [InlineData("<at>LibraryBot</at>&nbsp;books about sharks", "books about sharks")]
    [InlineData("books <at>LibraryBot</at> about sharks", "books about sharks")]
    [InlineData("books about sharks <at>LibraryBot</at>", "books about sharks")]
    [InlineData("<at>LibraryBot</at> books about <at>LibraryBot</at> sharks", "books about sharks")]
    [InlineData("<at id=\"0\">LibraryBot</at>, books about sharks", ", books about sharks")]
    [InlineData("<at>Our Library &amp; Friends</at> books about sharks", "books about sharks")]
    [InlineData("<at>librarybot</at> salt &amp; pepper &lt;3", "salt & pepper <3")]
    [InlineData("<at>LibraryBot</at>\u00a0<at>Ana Ruiz</at> likes sharks", "Ana Ruiz likes sharks")]
    [InlineData("no mention at all", "no mention at all")]
    [InlineData("<at>LibraryBot</at>", "")]
    public void WhatWasSaidIsLeft(string text, string plain)
    {
        var activity = Message(text, ("28:bot", "LibraryBot"), ("29:ana", "Ana Ruiz"));

        TeamsMentions.MakePlain(activity);

        Assert.Equal(plain, string.Join(' ', activity.Text!.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void TheBotByAnotherNameIsStillTheBot()
    {
        var activity = Message("<at>Biblioteca</at> libros de tiburones", ("28:bot", "LibraryBot"));

        TeamsMentions.MakePlain(activity);

        Assert.Equal("libros de tiburones", activity.Text);
    }

    [Fact]
    public void APersonOfTheBotsNameIsTakenForTheBot()
    {
        var activity = Message("<at>LibraryBot</at> books", ("28:bot", "LibraryBot"), ("29:x", "LibraryBot"));

        TeamsMentions.MakePlain(activity);

        Assert.Equal("books", activity.Text);
    }

    [Fact]
    public void AMessageWithoutTextIsLeftAlone()
    {
        var activity = new Activity(ActivityTypes.Message);

        TeamsMentions.MakePlain(activity);

        Assert.Null(activity.Text);
    }

    private static Activity Message(string text, params (string Id, string Name)[] mentioned) =>
        new JObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["recipient"] = new JObject { ["id"] = "28:bot", ["name"] = "LibraryBot" },
            ["entities"] = new JArray(mentioned.Select(each => TeamsStandIn.Mention(each.Id, each.Name))),
        }.ToObject<Activity>()!;
}
