using LibraryBot.Background;

namespace LibraryBot.Tests.Bot.Background;

public sealed class DeliveryScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 16, 0, 0, TimeSpan.Zero);
    private static readonly OutboxSettings Settings = new();
    private static readonly DeliverySchedule Schedule = new(Settings);

    public static TheoryData<int> Attempts => new(Enumerable.Range(1, Settings.MostAttempts - 1));

    [Theory, MemberData(nameof(Attempts))]
    public void EachWaitIsAtLeastAsLongAsAnyBeforeItUntilTheLongestIsReached(int attempts)
    {
        var shortest = Wait(attempts, 0);
        var longest = Wait(attempts, 0.999_999);

        Assert.True(shortest > TimeSpan.Zero && longest <= Settings.LongestWait);
        Assert.True(longest > shortest * 1.9, "Two that failed together come back together.");
        if (attempts > 1 && longest < Settings.LongestWait * 0.99)
        {
            Assert.True(shortest >= Wait(attempts - 1, 0.999_999));
        }
    }

    [Fact]
    public void ThousandsOfRandomCasesKeepTheRules()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 20_000; round++)
        {
            var attempts = random.Next(1, 40);
            var asked = random.Next(3) == 0 ? TimeSpan.FromSeconds(random.NextDouble() * Math.Pow(10, random.Next(0, 6))) : (TimeSpan?)null;
            var expiresAt = random.Next(2) == 0 ? Now.AddSeconds(random.NextDouble() * Math.Pow(10, random.Next(0, 6))) : (DateTimeOffset?)null;
            switch (Schedule.AfterFailure(attempts, Now, expiresAt, asked, random.NextDouble()))
            {
                case NextTry.At at:
                    Assert.True(attempts < Settings.MostAttempts);
                    Assert.True(at.When > Now);
                    Assert.True(expiresAt is null || at.When < expiresAt);
                    Assert.True(asked is null || at.When >= Now + asked);
                    Assert.True(at.When <= Now + (asked ?? TimeSpan.Zero) + Settings.LongestWait);
                    break;
                case NextTry.Never { IsTooLate: true }:
                    Assert.NotNull(expiresAt);
                    break;
                default:
                    Assert.True(attempts >= Settings.MostAttempts);
                    break;
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 0.99)]
    [InlineData(30, 0.5)]
    [InlineData(7200, 0.99)]
    public void AChannelIsNeverAskedBeforeItsTimeAndSoonAfter(double seconds, double chance)
    {
        var asked = TimeSpan.FromSeconds(seconds);

        var at = Assert.IsType<NextTry.At>(Schedule.AfterFailure(1, Now, null, asked, chance)).When - Now;

        Assert.InRange(at, asked, asked + TimeSpan.FromSeconds(31));
    }

    [Fact]
    public void ItIsGivenUpAfterTheMostAttempts()
    {
        Assert.IsType<NextTry.At>(Schedule.AfterFailure(Settings.MostAttempts - 1, Now, null, null, 0.5));
        Assert.Equal(new NextTry.Never(IsTooLate: false), Schedule.AfterFailure(Settings.MostAttempts, Now, null, null, 0.5));
        Assert.IsType<NextTry.At>(Schedule.AfterRendering(Settings.MostRenderings - 1, Now, null, 0.5));
        Assert.Equal(new NextTry.Never(IsTooLate: false), Schedule.AfterRendering(Settings.MostRenderings, Now, null, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.AfterFailure(0, Now, null, null, 0.5));
    }

    [Fact]
    public void TheTriesOfADefaultMessageSpanHoursSoThatAnOutageLosesNothing()
    {
        var all = Enumerable.Range(1, Settings.MostAttempts - 1).Aggregate(TimeSpan.Zero, (sum, attempts) => sum + Wait(attempts, 0));

        Assert.True(all > TimeSpan.FromHours(1.5), $"{all}");
    }

    [Fact]
    public void WhatWouldComeTooLateIsGivenUp()
    {
        Assert.Equal(new NextTry.Never(IsTooLate: true), Schedule.AfterFailure(1, Now, Now.AddSeconds(10), TimeSpan.FromSeconds(10), 0));
        Assert.IsType<NextTry.At>(Schedule.AfterFailure(1, Now, Now.AddSeconds(11), TimeSpan.FromSeconds(10), 0));
    }

    [Fact]
    public void WhoCannotBeReachedIsWaitedForUntilItExpires()
    {
        var expires = Now.AddMinutes(20);
        Assert.Equal(new NextTry.At(Now + Settings.LookForAddressEvery), Schedule.WithoutAddress(Now, Now, expires));
        Assert.Equal(new NextTry.At(expires), Schedule.WithoutAddress(Now.AddMinutes(19), Now, expires));
        Assert.Equal(new NextTry.Never(IsTooLate: true), Schedule.WithoutAddress(expires, Now, expires));
        Assert.Equal(new NextTry.At(Now + Settings.LookForAddressFor), Schedule.WithoutAddress(Now + Settings.LookForAddressFor - TimeSpan.FromMinutes(1), Now, null));
        Assert.Equal(new NextTry.Never(IsTooLate: true), Schedule.WithoutAddress(Now + Settings.LookForAddressFor, Now, null));
    }

    private static TimeSpan Wait(int attempts, double chance) =>
        Assert.IsType<NextTry.At>(Schedule.AfterFailure(attempts, Now, null, null, chance)).When - Now;
}
