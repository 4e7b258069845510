using LibraryBot.Tests.Support;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>What a child asks by, and what it is told about a title, are taken at their word.</summary>
public sealed class TrueReasonsTests
{
    [Fact]
    public async Task WhoAsksByATitleForOlderReadersGetsItsSequelFirst()
    {
        await using var talk = await Talk.WithTitlesAsync(
            Some.Title("The Tinderbox Winter", "Paulsen, Gary", ["Survival -- Fiction"], ["Adventure fiction"], "A boy alone in the woods.", grades: (6, 8), series: ("Tinderbox", "1")),
            Some.Title("The Tinderbox River", "Paulsen, Gary", ["Survival -- Fiction"], ["Adventure fiction"], "Back to the woods.", grades: (6, 8), series: ("Tinderbox", "2")),
            Some.Title("Blocks Ashore", "Brick, Max", ["Survival -- Fiction"], ["Adventure fiction"], "Alone on an island.", grades: (3, 6)));

        Assert.Equal("The Tinderbox River", (await talk.SayAsync("something like The Tinderbox Winter")).Titles[0]);
    }

    [Fact]
    public async Task WhoLosesHerTemperIsNoComfortInGrief()
    {
        await using var talk = await Talk.WithTitlesAsync(
            Some.Title("A Splendid Machine", "Spire, Ana", ["Dogs -- Fiction", "Anger -- Fiction"], ["Picture books"], "She gets it wrong and loses her temper. A walk with the dog helps.", grades: (0, 4)));

        var reply = await talk.SayAsync("my dog died and i want a book about it");
        Assert.Contains("A Splendid Machine", reply.Titles);
        Assert.DoesNotContain("Grief and loss", reply.All, StringComparison.Ordinal);
    }
}
