using LibraryBot.Background;
using Microsoft.Extensions.Configuration;

namespace LibraryBot.Tests.Bot.Background;

public sealed class OutboxSettingsTests
{
    [Fact]
    public void TheDefaultsAreThePublishedLimits()
    {
        var settings = Read();

        Assert.Equal((50, 1), (settings.Rates["msteams"].PerSecond, settings.Rates["msteams"].PerConversation));
        Assert.True(settings.Lease > settings.SendTimeout);
    }

    [Fact]
    public void OneChannelsRateCanBeSetAndTheOthersStay()
    {
        var settings = Read(("Rates:msteams:PerSecond", "25"), ("Rates:line:PerSecond", "3"), ("Rates:line:PerConversation", "2"));

        Assert.Equal((25, 1), (settings.Rates["msteams"].PerSecond, settings.Rates["msteams"].PerConversation));
        Assert.Equal(3, settings.Rates["line"].PerSecond);
        Assert.Equal(5, settings.Rates["slack"].PerSecond);
    }

    [Theory]
    [InlineData("PollEvery", "00:00:00")]
    [InlineData("Parallel", "0")]
    [InlineData("Lease", "00:00:20")]
    [InlineData("MostAttempts", "0")]
    [InlineData("MostRenderings", "0")]
    [InlineData("FirstWait", "00:00:00")]
    [InlineData("LongestWait", "00:00:01")]
    [InlineData("LookForAddressEvery", "00:00:01")]
    [InlineData("KeepSent", "00:00:00")]
    [InlineData("KeepFailed", "00:00:00")]
    [InlineData("KeepConversations", "00:00:00")]
    [InlineData("Rates:msteams:PerSecond", "0")]
    [InlineData("OtherRates:PerConversation", "-1")]
    [InlineData("Parallel", "many")]
    public void WhatCannotWorkIsRefusedAtTheStart(string name, string value) =>
        Assert.Throws<InvalidOperationException>(() => Read((name, value)));

    private static OutboxSettings Read(params (string Name, string Value)[] values) => OutboxSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => $"Outbox:{value.Name}", value => (string?)value.Value)).Build());
}
