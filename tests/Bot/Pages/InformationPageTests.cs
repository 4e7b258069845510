using System.Net;
using System.Text.RegularExpressions;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Bot.Pages;

/// <summary>The pages that the Teams manifest names.</summary>
public sealed partial class InformationPageTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("/privacy", "en", "Privacy")]
    [InlineData("/privacy?lang=es", "es", "Privacidad")]
    [InlineData("/terms", "en", "Terms of use")]
    [InlineData("/terms?lang=es", "es", "Condiciones de uso")]
    public async Task ThePageIsThereInBothLanguages(string address, string language, string title)
    {
        using var response = await bot.Client.GetAsync(address);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Rivera", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\{\\d\\}", page);
        Assert.Single(Heading().Matches(page));
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?lang=en", "en", "Privacy", "Terms of use")]
    [InlineData("/?lang=es", "es", "Privacidad", "Condiciones de uso")]
    [InlineData("/terms?lang=es", "es", "Privacidad", "Condiciones de uso")]
    public async Task EveryPageLeadsToBoth(string address, string language, string privacy, string terms)
    {
        var page = await bot.Client.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.Contains($"<a href=\"/privacy?lang={language}\">{privacy}</a>", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/terms?lang={language}\">{terms}</a>", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<h1")]
    private static partial Regex Heading();
}
