using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Understanding;

public sealed class TopicWordsTests
{
    [Theory]
    [InlineData("abejas", "bee")]
    [InlineData("bees", "abejas")]
    [InlineData("WWII", "world war 1939-1945")]
    [InlineData("segunda guerra mundial", "world war ii")]
    [InlineData("días de los muertos", null)]
    [InlineData("Día de los muertos", "day of the dead")]
    [InlineData("", null)]
    [InlineData("qwertz", null)]
    public void ATopicIsKnownByItsOtherNames(string topic, string? other)
    {
        if (other is null)
        {
            Assert.Empty(TopicWords.Of(topic).Same);
        }
        else
        {
            Assert.Contains(other, TopicWords.Of(topic).Same);
        }

        Assert.DoesNotContain(topic, TopicWords.Of(topic).Same, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void WhatBelongsToATopicIsNotTheSame()
    {
        Assert.Contains("owl", TopicWords.Of("pájaros").Narrower);
        Assert.DoesNotContain("owl", TopicWords.Of("pájaros").Same);
        Assert.DoesNotContain("bird", TopicWords.Of("owl").Same);
    }

    [Theory]
    [InlineData("en", "native american stories by native authors", "native american")]
    [InlineData("en", "books about space by women writers", "space, women")]
    [InlineData("es", "cuentos de fútbol de autores mexicanos", "fútbol, mexicanos")]
    [InlineData("en", "great depression novels", "great depression")]
    [InlineData("en", "world war 2 books for 5th grade", "world war 2")]
    [InlineData("es", "libros de la segunda guerra mundial", "segunda guerra mundial")]
    [InlineData("en", "books about feelings for a kid who gets mad", "feelings")]
    [InlineData("en", "a book for my lil brother about trucks", "trucks")]
    [InlineData("en", "sharks and hammerhead sharks", "hammerhead sharks")]
    public void WhoWroteItAndWhatIsSaidTwiceAreNoTopics(string language, string text, string topics)
    {
        var wish = Evaluation.Reader.Read(text, language);

        Assert.Equal(topics, string.Join(", ", wish.Topics));
        Assert.Null(wish.Author);
    }

    [Fact]
    public void WhatIsEasyToReadIsAKindOfBook() =>
        Assert.Equal(["easy-reader"], Evaluation.Reader.Read("easy readers about dogs", "en").Flavors);
}
