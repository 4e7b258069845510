using System.Net;
using System.Text.RegularExpressions;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Bot.Pages;

public sealed partial class ChatPageTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("/", null, "en")]
    [InlineData("/", "fr-FR,es-MX;q=0.8,en;q=0.5", "es")]
    [InlineData("/?lang=es", "en", "es")]
    [InlineData("/?lang=en", "es", "en")]
    [InlineData("/?lang=%22%3E%3Cscript%3E", "es", "es")]
    public async Task ThePageSpeaksTheLanguageAskedFor(string address, string? accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(accepted);
        }

        using var response = await bot.Client.SendAsync(request);

        Assert.Contains($"<html lang=\"{language}\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingOnThePageComesFromElsewhere()
    {
        using var response = await bot.Client.GetAsync("/");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var addresses = Address().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Matches("^[/#](?!/)", address));
        foreach (var file in addresses.Where(address => address.StartsWith("/page/", StringComparison.Ordinal)))
        {
            using var found = await bot.Client.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        }
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Address();
}
