using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Loans;

/// <summary>People talking about what they wait for: their place in line, and to be told when something is in.</summary>
public sealed class HoldLineTalkTests
{
    [Theory]
    [InlineData("what's on hold for me")]
    [InlineData("which ones do i have on hold")]
    [InlineData("is my hold in yet?")]
    [InlineData("what number in line am I for Brian's Winter?")]
    [InlineData("where am i in line")]
    public async Task ThePlaceInLineIsSaid(string text)
    {
        await using var talk = await WithHoldsAsync();
        await talk.SayAsync("books about sharks");

        Assert.Contains("You are number 2 of 2 in line. The next copy is due back on Thursday, March 12.", (await talk.SayAsync(text)).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel my hold on Brian's Winter", "no longer on hold")]
    [InlineData("cancel my hold", "no longer on hold")]
    [InlineData("take me off the waitlist for brians winter", "no longer on hold")]
    [InlineData("cancela mi reserva de Brian's Winter", "ya no está reservado")]
    public async Task AHoldIsGivenUp(string text, string said)
    {
        await using var talk = await WithHoldsAsync();

        Assert.Contains(said, (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Equal(HoldStatus.Cancelled, (await library.Holds.SingleAsync(hold => hold.PersonId == 1)).Status);
        Assert.Equal(HoldStatus.Waiting, (await library.Holds.SingleAsync(hold => hold.PersonId == 2)).Status);
    }

    [Theory]
    [InlineData("tell me when it is in")]
    [InlineData("let me know when it's back")]
    [InlineData("tel me wen its back")]
    [InlineData("avísame cuando esté disponible")]
    public async Task ItIsTheTitleOnTheCard(string text)
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await talk.SayAsync("Do you have Brian's Winter?");

        var reply = await talk.SayAsync(text);

        Assert.Contains("Brian's Winter", reply.Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        var alert = await library.AvailabilityAlerts.SingleAsync();
        Assert.Equal((talk.Speaker.PersonId, AlertStatus.Waiting), (alert.PersonId, alert.Status));
        Assert.Empty(await library.Holds.ToListAsync());
    }

    [Theory]
    [InlineData("tell me when Brian's Winter is back")]
    [InlineData("let me know if brians winter comes in")]
    [InlineData("avísame cuando llegue Brian's Winter")]
    [InlineData("me puedes avisar cuando Brian's Winter esté disponible")]
    public async Task ATitleThatIsNamedIsNotedAndForgottenAgain(string text)
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await talk.SayAsync(text);
        await using var library = talk.Library();
        Assert.Equal(AlertStatus.Waiting, (await library.AvailabilityAlerts.AsNoTracking().SingleAsync()).Status);
        Assert.Contains("I will tell you when it is in", (await talk.SayAsync("what am i waiting for", "en-US")).All, StringComparison.Ordinal);

        await talk.SayAsync("stop telling me about brian's winter");

        Assert.Equal(AlertStatus.Cancelled, (await library.AvailabilityAlerts.AsNoTracking().SingleAsync()).Status);
    }

    [Fact]
    public async Task WhatIsInNeedNotBeWaitedFor()
    {
        await using var talk = await Talk.WithAsync(Role.Student);

        Assert.Contains("In now: Fiction, FIC PAU", (await talk.SayAsync("tell me when Hatchet is in")).Text, StringComparison.Ordinal);
        Assert.Contains("Which book do you mean?", (await talk.SayAsync("tell me when it's in stock again")).Text, StringComparison.Ordinal);
        await using var library = talk.Library();
        Assert.Empty(library.AvailabilityAlerts);
    }

    private static async Task<Talk> WithHoldsAsync()
    {
        var talk = await Talk.WithAsync(Role.Student);
        await using var library = talk.Library();
        var title = await library.Titles.SingleAsync(title => title.TitleProper == "Brian's Winter");
        library.Holds.Add(new Hold { TitleId = title.Id, PersonId = 2, PlacedAt = Talk.Clock.GetUtcNow().AddDays(-2) });
        library.Holds.Add(new Hold { TitleId = title.Id, PersonId = 1, PlacedAt = Talk.Clock.GetUtcNow().AddDays(-1) });
        await library.SaveChangesAsync();
        return talk;
    }
}
