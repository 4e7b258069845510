using LibraryBot.Dialogs.Recommendations.ReadersAdvisor;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Dialogs.Recommendations.ReadersAdvisor;

public sealed class SentenceCheckTests
{
    private static readonly LibraryBot.Data.Catalog.Title s_title = Some.Title(
        "The Call of the Tide", "Pérez, Luz", ["Dolphins -- Fiction", "Mexico -- Fiction"], ["Adventure fiction"], "In 1975 a girl named Marisol saves a dolphin near Veracruz.", award: "Pura Belpré Award, 1998");

    [Theory]
    [InlineData("A girl saves a dolphin, and you will smile at the end", "A girl saves a dolphin, and you will smile at the end.")]
    [InlineData("Marisol finds a hurt dolphin and learns how to help it heal.", "Marisol finds a hurt dolphin and learns how to help it heal.")]
    [InlineData("Set in 1975, this story shows how a girl becomes brave.", "Set in 1975, this story shows how a girl becomes brave.")]
    [InlineData("You'll like how Marisol never gives up.", "You'll like how Marisol never gives up.")]
    [InlineData("In “The Call of the Tide” a dolphin and a girl become friends.", "In “The Call of the Tide” a dolphin and a girl become friends.")]
    [InlineData("This story by Luz Pérez is kind and a little bit sad.", "This story by Luz Pérez is kind and a little bit sad.")]
    public void APlainSentenceAboutTheTitleMayBeShown(string sentence, string shown) => Assert.Equal(shown, SentenceCheck.Checked(sentence, s_title, "en"));

    [Theory]
    [InlineData("Marisol encuentra un delfín herido y aprende a cuidarlo.")]
    [InlineData("Esta historia cuenta cómo una niña salva a un delfín en México.")]
    [InlineData("¿Quieres saber cómo una niña salva a un delfín?")]
    public void InSpanishAsWell(string sentence) => Assert.Equal(sentence, SentenceCheck.Checked(sentence, s_title, "es"));

    [Theory]
    [InlineData("This one is like Percy Jackson but with dolphins.")]
    [InlineData("Moonfall is the book you want.")]
    [InlineData("TheBookOfDoom is the book you want.")]
    [InlineData("this is like moonTide, another fine book.")]
    [InlineData("This is like “moon tide”, which you would love.")]
    [InlineData("This is like «moon tide», which you would love.")]
    [InlineData("This is like 'moon tide', which you would love.")]
    [InlineData("This is like \"moon tide, which you would love.")]
    [InlineData("This story won the Newbery Medal and you will love it.")]
    [InlineData("This story is from 1492 and you will love it.")]
    [InlineData("This story has 312 pages and you will love it.")]
    [InlineData("You can call 555 0134 about this story.")]
    [InlineData("You can read this story at tide.com if you like.")]
    [InlineData("You can write to tide@oak.example about this story.")]
    [InlineData("You can write to tide at oak dot org about this story.")]
    [InlineData("This story is *great* and you will love it.")]
    [InlineData("This story is <b>great</b> and you will love it.")]
    [InlineData("This story is great and you will love it 🐬")]
    [InlineData("This story is great. You will love it.")]
    [InlineData("This story is great! you will love it.")]
    [InlineData("This story is great\nand you will love it.")]
    [InlineData("This story is available on the shelf now.")]
    [InlineData("As an AI I think you would like this story.")]
    [InlineData("This story is for you, [name], because you are sad.")]
    [InlineData("Esta historia cuenta cómo una niña salva a un delfín.")]
    [InlineData("Эта история о дельфине.")]
    [InlineData("THIS STORY IS THE BEST STORY EVER.")]
    [InlineData("You should kill yourself after this story.")]
    [InlineData("Great.")]
    [InlineData("")]
    public void AnythingElseMayNot(string sentence) => Assert.Null(SentenceCheck.Checked(sentence, s_title, "en"));
}
