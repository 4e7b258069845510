using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Understanding;

/// <summary>Small words that turn what is meant around.</summary>
public sealed class SaidAndMeantTests
{
    [Theory]
    [InlineData("en", "not about animals", "animals")]
    [InlineData("en", "nothing about dogs", "dogs")]
    [InlineData("en", "no stories about war", "war")]
    [InlineData("en", "i don't want one about horses", "horses")]
    [InlineData("es", "nada sobre animales", "animales")]
    [InlineData("es", "que no sea sobre guerra", "guerra")]
    public void WhatItMustNotBeAboutIsLeftOut(string language, string text, string thing)
    {
        var current = new Wish { Topics = ["kindness"] };

        var changed = Assert.IsType<Refinement.Changed>(Evaluation.Reader.ReadRefinement(text, language, current, []));

        Assert.Contains(thing, changed.Wish.Without);
        Assert.Equal(["kindness"], changed.Wish.Topics);
    }

    [Theory]
    [InlineData("en", "no, about animals", "animals")]
    [InlineData("en", "about animals instead", "animals")]
    [InlineData("es", "no, mejor de perros", "perros")]
    public void AnotherTopicTakesTheFirstOnesPlace(string language, string text, string topic)
    {
        var changed = Assert.IsType<Refinement.Changed>(Evaluation.Reader.ReadRefinement(text, language, new Wish { Topics = ["kindness"] }, []));

        Assert.Equal([topic], changed.Wish.Topics);
    }

    [Theory]
    [InlineData("en", "graphic novels about girls", "girls")]
    [InlineData("en", "books about kids in space", "kids in space")]
    [InlineData("en", "books for kids about space", "space")]
    [InlineData("en", "something about space for my kids", "space")]
    [InlineData("es", "libros sobre niñas valientes", "niñas valientes")]
    public void WhoABookIsAboutIsATopicAndWhoReadsItIsNot(string language, string text, string topic) =>
        Assert.Equal([topic], Evaluation.Reader.Read(text, language).Topics);

    [Theory]
    [InlineData("books about someone@school.example")]
    [InlineData("books about https://school.example/a/page?q=1")]
    public void AnAddressIsNoTopic(string text) => Assert.Empty(Evaluation.Reader.Read(text, "en").Topics);

    [Fact]
    public void OfALongTopicTheFirstWordsAreTaken()
    {
        var topics = Evaluation.Reader.Read(string.Join(' ', Enumerable.Repeat("zygote", 200)), "en").Topics;

        Assert.Equal(string.Join(' ', Enumerable.Repeat("zygote", 12)), Assert.Single(topics));
    }

    [Theory]
    [InlineData("{0}. In now.", "Where Is It?", "Where Is It? In now.")]
    [InlineData("{0}. In now.", "Queen of the World!", "Queen of the World! In now.")]
    [InlineData("{0}. In now.", "Hatchet", "Hatchet. In now.")]
    [InlineData("At {0}.", "3 p. m.", "At 3 p. m.")]
    public void ATitlesOwnEndEndsTheSentence(string sentence, string gap, string expected) => Assert.Equal(expected, Words.Of(sentence, gap));
}
