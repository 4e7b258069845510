using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Recommendations;

public sealed class PhrasingTests
{
    [Theory]
    [InlineData("scary stories", true)]
    [InlineData("books by Kate DiCamillo", true)]
    [InlineData("i wanna read something sad", true)]
    [InlineData("quiero un libro de terror", true)]
    [InlineData("picture books about friendship, 3 of them", true)]
    [InlineData("scarier ones", false)]
    [InlineData("are there funny books like these", false)]
    [InlineData("funny books instead", false)]
    [InlineData("the same but scary books", false)]
    [InlineData("más libros", false)]
    [InlineData("not scary", false)]
    public void ARequestOfItsOwnIsToldFromAChange(string text, bool isNew) =>
        Assert.Equal(isNew, Phrasing.IsNewRequest(text, new Wish { Flavors = ["scary"] }));

    [Fact]
    public void BooksInAnotherLanguageAreAChange() => Assert.False(Phrasing.IsNewRequest("books in Spanish", new Wish { Languages = ["spa"] }));

    [Theory]
    [InlineData("do u have diary of a wimpy kid", "diary of a wimpy kid")]
    [InlineData("Do you have the book Charlotte's Web?", "Charlotte's Web")]
    [InlineData("¿Tienen el libro La casa en Mango Street?", "La casa en Mango Street")]
    [InlineData("where is dog man unleashed", "dog man unleashed")]
    [InlineData("sharks", null)]
    [InlineData("do you have hatchet", null)]
    public void WhatIsAskedForIsTakenOutOfTheQuestion(string text, string? asked) => Assert.Equal(asked, Phrasing.AskedFor(text));
}
