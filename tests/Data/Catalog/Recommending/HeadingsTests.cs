using LibraryBot.Data.Catalog.Recommending;

namespace LibraryBot.Tests.Data.Catalog.Recommending;

public sealed class HeadingsTests
{
    [Theory]
    [InlineData("Frogs -- Fiction", "Frogs")]
    [InlineData("Frogs -- Life cycles -- Juvenile literature", "Frogs -- Life cycles")]
    [InlineData("Perros -- Novela juvenil", "Perros")]
    [InlineData("Fiction", null)]
    [InlineData(" -- ", null)]
    [InlineData("", null)]
    public void ATopicIsWithoutItsForm(string heading, string? topic) => Assert.Equal(topic, Headings.Topic(heading));

    [Theory]
    [InlineData("Frogs", "frogs", 1)]
    [InlineData("Frogs", "Frogs -- Life cycles", 0.7)]
    [InlineData("Frogs -- Anatomy", "Frogs -- Life cycles", 0.5)]
    [InlineData("Frogs", "Toads", 0)]
    public void BroaderAndNarrowerAreNearlyTheSame(string one, string other, double kinship)
    {
        Assert.Equal(kinship, Headings.Kinship(one, other));
        Assert.Equal(kinship, Headings.Kinship(other, one));
    }
}
