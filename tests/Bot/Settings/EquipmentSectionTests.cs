using LibraryBot.Settings;
using Microsoft.Extensions.Configuration;

namespace LibraryBot.Tests.Bot.Settings;

public sealed class EquipmentSectionTests
{
    [Fact]
    public void WhatIsSetHoldsAndTheRestIsAsByDefault()
    {
        var settings = EquipmentSection.Read(Configured(("Equipment:KeepOffer", "00:30:00"), ("Equipment:Earliest", "07:15"), ("Equipment:TellDecisions", "false")));

        Assert.Equal((TimeSpan.FromMinutes(30), new TimeOnly(7, 15), false), (settings.KeepOffer, settings.Earliest, settings.TellDecisions));
        Assert.Equal(TimeSpan.FromMinutes(5), settings.Shortest);
    }

    [Theory]
    [InlineData("KeepOffer", "00:00:01")]
    [InlineData("KeepOffer", "soon")]
    [InlineData("Longest", "400.00:00:00")]
    [InlineData("Latest", "05:00")]
    [InlineData("KeepOfer", "00:30:00")]
    public void WhatMakesNoSenseStopsTheStart(string name, string value) =>
        Assert.Throws<InvalidOperationException>(() => EquipmentSection.Read(Configured(($"Equipment:{name}", value))));

    [Theory]
    [InlineData("https://library.example.org", true)]
    [InlineData("http://library.example.org", false)]
    [InlineData("library.example.org", false)]
    [InlineData("https://library.example.org/bot?x=1", false)]
    public void TheBotsAddressIsOneOfAHost(string address, bool isGood)
    {
        var configuration = Configured(("Site:Address", address));

        if (isGood)
        {
            Assert.Equal(new Uri(address), SiteAddress.Read(configuration, isDevelopment: false)(null!));
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => SiteAddress.Read(configuration, isDevelopment: false));
        }
    }

    private static IConfiguration Configured(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => value.Name, value => (string?)value.Value)).Build();
}
