using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace LibraryBot.Tests.Bot.Pages;

/// <summary>The page in a real browser. Its pictures are kept in the folder <c>screenshots</c> beside the tests.</summary>
public sealed class BrowserTests(BotHost bot) : IClassFixture<BotHost>
{
    private const int Patience = 30_000;

    [SkippableFact]
    public async Task AReaderAsksRefinesAndPlacesAHold()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await OpenAsync(browser, 1100, 900);

        var holds = await HoldsAsync(0);
        await SayAsync(page, "a funny graphic novel for a 4th grader");
        var shown = await TitlesAsync(page, 1);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("recommendations") });
        await SayAsync(page, "shorter");
        var refined = await TitlesAsync(page, 2);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Hold", System.Text.RegularExpressions.RegexOptions.None) }).Last.ClickAsync();

        var owned = await bot.TitlesAsync();
        Assert.NotEmpty(shown);
        Assert.NotEmpty(refined);
        Assert.All(shown.Concat(refined), title => Assert.Contains(title, owned));
        Assert.Equal(holds + 1, await HoldsAsync(holds + 1));

        // The card that now says "held" stays where it was, above the words that tell so.
        await page.GetByText("On hold for you").First.WaitForAsync();
        Assert.DoesNotMatch(@"\d · \S", await page.Locator(".webchat__bubble__content").Last.InnerTextAsync());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("held") });
    }

    [SkippableTheory]
    [InlineData("en", 1100, ColorScheme.Light)]
    [InlineData("en", 320, ColorScheme.Light)]
    [InlineData("es", 390, ColorScheme.Dark)]
    [InlineData("es", 1100, ColorScheme.Dark)]
    public async Task ThePageFitsAnyWidthAndWorksByKeyboard(string language, int width, ColorScheme scheme)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await OpenAsync(browser, width, 800, language, scheme);

        await page.Keyboard.PressAsync("Tab");
        var first = await page.EvaluateAsync<string>("document.activeElement.className");
        await page.Locator(".starters button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await TitlesAsync(page, 1);

        Assert.Equal("skip", first);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the window.");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture($"{language}-{width}-{scheme}") });
    }

    [SkippableFact]
    public async Task ChoosingWhomToChatAsBeginsAConversationWithThem()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browsers.StartAsync(playwright);
        var page = await OpenAsync(browser, 900, 900);

        await page.Locator("#as").SelectOptionAsync("family");
        await page.GetByText("Hola").First.WaitForAsync();
        await SayAsync(page, "libros ilustrados sobre perros");

        Assert.NotEmpty(await TitlesAsync(page, 1));
    }

    private async Task<IPage> OpenAsync(IBrowser browser, int width, int height, string language = "en", ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = language == "es" ? "es-US" : "en-US",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(bot.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        await page.GotoAsync($"{bot.Address}?lang={language}");
        Skip.If(await page.Locator("html[data-ready]").Or(page.Locator(".notice", new PageLocatorOptions { HasText = "npm" })).First.GetAttributeAsync("data-ready") is null,
            "The web chat's script could not be fetched with npm.");
        await page.Locator(".webchat__bubble").First.WaitForAsync();
        Assert.Empty(foreign);
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("[data-id='webchat-sendbox-input']").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The numbered titles on the latest card, once there are so many cards with titles.</summary>
    private static async Task<IReadOnlyList<string>> TitlesAsync(IPage page, int cards)
    {
        var withTitles = page.Locator(".ac-adaptiveCard").Filter(new LocatorFilterOptions { HasTextRegex = new(@"1 · \S") });
        await withTitles.Nth(cards - 1).WaitForAsync();
        var lines = await withTitles.Nth(cards - 1).Locator(".ac-textBlock").AllInnerTextsAsync();
        return [.. lines.Select(line => System.Text.RegularExpressions.Regex.Match(line.Trim(), @"^\d · (.+)$")).Where(match => match.Success).Select(match => match.Groups[1].Value)];
    }

    /// <summary>How many holds there are, once there are at least so many.</summary>
    private async Task<int> HoldsAsync(int least)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            await using var context = bot.NewContext();
            var holds = await context.Holds.CountAsync(patience.Token);
            if (holds >= least)
            {
                return holds;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private static string Picture(string name) => Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png");
}
