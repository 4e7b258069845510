using LibraryBot.Data.People;
using LibraryBot.Settings;
using Microsoft.Extensions.Configuration;

namespace LibraryBot.Tests.Bot.Settings;

public sealed class CirculationSectionTests
{
    [Fact]
    public void WhatIsNotSaidStaysAsItIs()
    {
        var settings = Read(("Circulation:Student:LoanDays", "21"), ("Circulation:RenewWhenAwaited", "true"));

        Assert.Equal((21, 2, 28), (settings.For(Role.Student).LoanDays, settings.For(Role.Student).Renewals, settings.For(Role.Teacher).LoanDays));
        Assert.True(settings.RenewWhenAwaited);
    }

    [Theory]
    [InlineData("Circulation:Student:LoanDays", "0", "Circulation:Student:LoanDays is 0. It can be from 1 to 365.")]
    [InlineData("Circulation:Teacher:MostHolds", "-1", "Circulation:Teacher:MostHolds is -1. It can be from 0 to 1000.")]
    [InlineData("Circulation:Family:Renewals", "many", "Circulation:Family:Renewals")]
    [InlineData("Circulation:Pupil:LoanDays", "14", "Pupil")]
    public void WhatCannotBeUsedIsRefusedWithItsName(string name, string value, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidOperationException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    private static LibraryBot.Data.Catalog.Circulation.CirculationSettings Read(params (string Name, string Value)[] values) => CirculationSection.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => value.Name, value => (string?)value.Value)).Build());
}
