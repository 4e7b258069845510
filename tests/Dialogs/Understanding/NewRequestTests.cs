using LibraryBot.Dialogs.Understanding;

namespace LibraryBot.Tests.Dialogs.Understanding;

/// <summary>After a search: what changes it, and what is a request of its own.</summary>
public sealed class NewRequestTests
{
    [Theory]
    [InlineData("en", "scores by Mozart")]
    [InlineData("en", "books about volcanoes")]
    [InlineData("en", "something else about dogs")]
    [InlineData("en", "actually i need a biography of Frida Kahlo for 2nd grade")]
    [InlineData("en", "audiobooks by Roald Dahl")]
    [InlineData("en", "anything by Jerry Craft")]
    [InlineData("en", "a picture book about the moon for kindergarten")]
    [InlineData("en", "i also want a book on frogs")]
    [InlineData("en", "movies about whales")]
    [InlineData("en", "ok can you find me a story about a lost cat")]
    [InlineData("en", "scary stories for 6th grade")]
    [InlineData("en", "my son wants a book about trucks")]
    [InlineData("en", "another book about planets")]
    [InlineData("es", "libros sobre volcanes")]
    [InlineData("es", "otro libro sobre perros")]
    [InlineData("es", "novelas gráficas de piratas")]
    [InlineData("es", "cuentos chistosos para primer grado")]
    public void ARequestOfItsOwnIsNoChange(string language, string text) =>
        Assert.False(Evaluation.Reader.ReadRefinement(text, language, Evaluation.Current, Evaluation.Shown) is Refinement.Changed);

    [Theory]
    [InlineData("en", "in Spanish")]
    [InlineData("en", "shorter")]
    [InlineData("en", "by Gary Paulsen")]
    [InlineData("en", "for older kids")]
    [InlineData("en", "only graphic novels")]
    [InlineData("en", "books in French")]
    [InlineData("en", "funny ones")]
    [InlineData("en", "ones by Mo Willems")]
    [InlineData("en", "just the audiobooks")]
    [InlineData("en", "for 2nd graders")]
    [InlineData("en", "about dogs instead")]
    [InlineData("en", "with pictures too")]
    [InlineData("en", "not scary")]
    [InlineData("en", "something funnier")]
    [InlineData("en", "under 100 pages")]
    [InlineData("es", "en español")]
    [InlineData("es", "más cortos")]
    [InlineData("es", "de Gary Soto")]
    [InlineData("es", "mejor de perros")]
    [InlineData("es", "que no den miedo")]
    [InlineData("es", "solo cómics")]
    public void AChangeIsOne(string language, string text) =>
        Assert.IsType<Refinement.Changed>(Evaluation.Reader.ReadRefinement(text, language, Evaluation.Current, Evaluation.Shown));

    [Theory]
    [InlineData("en", "not those")]
    [InlineData("en", "i read them all")]
    [InlineData("es", "ya los leí todos")]
    public void TurningThemDownAsksForOthers(string language, string text) =>
        Assert.IsType<Refinement.MoreResults>(Evaluation.Reader.ReadRefinement(text, language, Evaluation.Current, Evaluation.Shown));
}
