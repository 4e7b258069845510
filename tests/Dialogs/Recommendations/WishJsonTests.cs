using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Recommendations;

public sealed class WishJsonTests
{
    [Fact]
    public void AWishSurvivesBeingWrittenAndRead()
    {
        var wish = new Wish
        {
            Topics = ["harlem renaissance"],
            Flavors = ["funny"],
            Without = ["vampires"],
            Like = "Dog Man",
            Grades = new GradeRange(-1, 4),
            Lexiles = new LexileRange(-50, 400),
            Formats = [TitleFormat.GraphicNovel],
            Languages = ["spa"],
            PagesAtMost = 120,
            HowMany = 3,
            AvailableNow = true,
            Fiction = false,
            Award = "",
        };

        var read = WishJson.Read(WishJson.Write(wish));

        Assert.Equivalent(wish, read, strict: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no wish")]
    [InlineData("[1,2]")]
    [InlineData("{\"formats\":[\"Spaceship\"]}")]
    [InlineData("{\"formats\":[7]}")]
    [InlineData("{\"grades\":\"four\"}")]
    [InlineData("{\"topics\":{}}")]
    public void WhatIsNoWishIsNone(string json) => Assert.Null(WishJson.Read(json));

    [Fact]
    public void AForgedWishIsBroughtWithinBounds()
    {
        var read = WishJson.Read("""{"topics":[null,"dogs"],"languages":["x'; DROP TABLE","spa"],"howMany":100000,"grades":{"low":-900,"high":900},"pagesAtMost":-5,"isbn":"1 OR 1=1","without":null}""");

        Assert.NotNull(read);
        Assert.Equal(["dogs"], read.Topics);
        Assert.Equal(["spa"], read.Languages);
        Assert.Equal(5, read.HowMany);
        Assert.Equal(new GradeRange(-1, 12), read.Grades);
        Assert.Equal(1, read.PagesAtMost);
        Assert.Null(read.Isbn);
        Assert.Empty(read.Without);
    }

    [Fact]
    public void AHugeWishIsNotRead() => Assert.Null(WishJson.Read(WishJson.Write(new Wish { Topics = [new string('x', 5000)] })));
}
